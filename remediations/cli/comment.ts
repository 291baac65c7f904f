import { dirname, join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { planComment } from '../render/comment';
import { codeMarkdown } from '../render/markdown';
import { checkPlanSchema } from '../verify/plan-file';
import { readJson } from './input';
import { print } from './terminal';

/** Characters of a comment on GitHub; Azure DevOps takes 150,000. */
const LIMIT = 65_536;
/** What the counts and the headings need. */
const LEAST = 2_000;
/** A path that leaves room for what is said. */
const LONGEST_PATH = 400;

export function commentCommand(program: Command): void {
  program
    .command('comment')
    .description('Say what a plan holds as a comment on a pull request.')
    .requiredOption('--plan <file>', 'plan.json of plumbline plan')
    .option('--limit <characters>', 'longest comment; less urgent entries are left out and counted', limit, LIMIT)
    .option('--url <address>', 'where the whole plan can be read, such as the run of the pipeline', address)
    .addHelpText(
      'after',
      '\nIt begins with <!-- azure-plumbline -->, by which a pipeline finds its own comment again. Azure DevOps takes\n150,000 characters.\n\nExample:\n  plumbline comment --plan plan/plan.json > comment.md',
    )
    .action(({ plan, limit: most, url }: { plan: string; limit: number; url?: string }) => {
      const json = readJson(plan);
      checkPlanSchema(json, plan);
      const page = plan === '-' ? 'plan.md' : join(dirname(plan), 'plan.md');
      const where = url ? `[plan.md](${url})` : codeMarkdown(page.length > LONGEST_PATH ? 'plan.md' : page);
      print(planComment(json, { limit: most, where }));
    });
}

function limit(text: string): number {
  const number = Number(text);
  if (!/^\d{4,7}$/.test(text) || number < LEAST)
    throw new InvalidArgumentError(`Write a number of characters from ${LEAST} on.`);
  return number;
}

/** An address that can stand in a link as it is. */
function address(text: string): string {
  if (!/^https?:\/\/[\w.:~%/?#@!$&'*+,;=-]{1,400}$/.test(text))
    throw new InvalidArgumentError('Write an address that begins with https://, without blanks and brackets.');
  return text;
}
