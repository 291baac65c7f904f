import { Command } from 'commander';
import { version } from '../../package.json';
import { attestationsCommand } from './attestations';
import { baselineCommand } from './baseline';
import { checkCommand } from './check';
import { commentCommand } from './comment';
import { completionCommand } from './completion';
import { controlsCommand, explainCommand } from './controls';
import { exceptionsCommand } from './exceptions';
import { guardrailsCommand } from './guardrails';
import { initCommand } from './init';
import { planCommand } from './plan';
import { scanCommand } from './scan';
import { suppressCommand } from './suppress';
import { reportCommand, trackCommand } from './track';
import { verifyCommand } from './verify';

/** The command with all that it can be told, before it is told anything. */
export function plumbline(): Command {
  const program = new Command('plumbline')
    .description(
      'Makes Azure infrastructure in Terraform meet the CIS Microsoft Azure Foundations Benchmark 3.0.0.\nNothing is applied to Azure: plumbline writes changes, people review them, Terraform applies them.',
    )
    .version(version)
    .exitOverride()
    .configureHelp({ sortSubcommands: false })
    .showSuggestionAfterError()
    .addHelpText(
      'after',
      '\nStart with:\n  plumbline check infra/\n  plumbline plan --findings results_json.json --code infra/ --out plan/',
    );
  for (const add of [
    planCommand,
    checkCommand,
    verifyCommand,
    commentCommand,
    scanCommand,
    initCommand,
    exceptionsCommand,
    suppressCommand,
    attestationsCommand,
    trackCommand,
    reportCommand,
    baselineCommand,
    guardrailsCommand,
    controlsCommand,
    explainCommand,
    completionCommand,
  ])
    add(program);
  for (const command of program.commands) command.exitOverride();
  return program;
}
