import { Argument, type Command } from 'commander';
import { completionScript, SHELLS, type Shell } from './completion-scripts';
import { print } from './terminal';

const SETUP: Readonly<Record<Shell, string>> = {
  bash: 'echo \'eval "$(plumbline completion bash)"\' >> ~/.bashrc',
  zsh: 'echo \'eval "$(plumbline completion zsh)"\' >> ~/.zshrc     (after compinit)',
  fish: 'plumbline completion fish > ~/.config/fish/completions/plumbline.fish',
};

export function completionCommand(program: Command): void {
  program
    .command('completion')
    .description('Print a script by which a shell completes commands, flags and choices.')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .addHelpText(
      'after',
      `\nTo have it in every shell:\n${Object.values(SETUP)
        .map((line) => `  ${line}`)
        .join('\n')}`,
    )
    .action((shell: Shell) => print(completionScript(program, shell)));
}
