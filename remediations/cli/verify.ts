import { type Command, InvalidArgumentError, Option } from 'commander';
import { verifyJson, verifyMarkdown, verifyText } from '../render/verify-text';
import { readPlanFile } from '../verify/plan-file';
import { readTerraformPlan } from '../verify/terraform-plan';
import { verify } from '../verify/verify';
import { readJson } from './input';
import { colors, print, table } from './terminal';

const FORMATS = ['table', 'markdown', 'json'] as const;

interface Options {
  readonly plan: string;
  readonly against?: string;
  readonly before?: string;
  readonly root?: string;
  readonly wave?: number;
  readonly stack?: string;
  readonly format: (typeof FORMATS)[number];
  readonly json?: boolean;
  readonly strict?: boolean;
}

export function verifyCommand(program: Command): void {
  program
    .command('verify')
    .description('Prove by Terraform’s own plan that the changes do what they should, and nothing else.')
    .requiredOption('--plan <file>', 'what terraform show -json prints of the plan with the changes')
    .option('--against <file>', 'plan.json of plumbline plan: every change has to be in Terraform’s plan')
    .option('--before <file>', 'the same of the plan without the changes: what is new and not wanted fails too')
    .option('--root <folder>', 'the root module that was planned, where plan.json knows several')
    .option('--wave <number>', 'changes up to this wave are in the code', wave)
    .option('--stack <name>', 'the remediation stack that was planned, where its resources do not tell')
    .addOption(
      new Option('--format <format>', 'how to say it; markdown is for a pull request')
        .choices(FORMATS)
        .default('table'),
    )
    .option('--json', 'the same as --format json')
    .option('--strict', 'exit 1 also when something is known only after apply')
    .addHelpText(
      'after',
      '\nWithout --before, changes that nobody wanted are listed: they may be older. A remediation stack holds nothing\nelse, so there they fail. What is replaced or destroyed fails always,\nunless plan.json names it.\n\nExit codes: 0 proven, 1 not proven, 2 bad input.\n\nExample:\n  terraform plan -out=tfplan && terraform show -json tfplan > tfplan.json\n  plumbline verify --plan tfplan.json --against plan/plan.json',
    )
    .action((options: Options) => {
      const plan = readTerraformPlan(readJson(options.plan), options.plan);
      const result = verify(plan, {
        ...(options.against ? { against: readPlanFile(readJson(options.against), options.against) } : {}),
        ...(options.before ? { before: readTerraformPlan(readJson(options.before), options.before) } : {}),
        ...(options.root === undefined ? {} : { root: options.root }),
        ...(options.wave === undefined ? {} : { wave: options.wave }),
        ...(options.stack === undefined ? {} : { stack: options.stack }),
      });
      if (options.json || options.format === 'json') print(verifyJson(result));
      else if (options.format === 'markdown') print(verifyMarkdown(result));
      else print(verifyText(result, table, (text, isProblem) => (isProblem ? colors.red(text) : colors.bold(text))));
      const open =
        result.outcomes.some(({ match }) => match === 'unknown') ||
        result.controls.some(({ answer }) => answer === 'unknown');
      if (!result.isProven || (options.strict && open)) process.exitCode = 1;
    });
}

function wave(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('Write the number of a wave, such as 1.');
  return Number(text);
}
