import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Owned } from '../check';
import { UserError } from '../errors';
import { movedBetween, readHistory, type Snapshot, snapshotLine } from '../history';
import { attested, attestedCounts } from '../profile/attestations';
import { utcDay } from '../profile/exceptions';
import { PROFILE_NAME } from '../profile/profile';
import { reportHtml } from '../render/report-html';
import { day, level, owned, profileOf } from './input';
import { standingOf } from './standing-of';
import { plural, print } from './terminal';
import { latestText, trendText } from './trend-text';
import { writeWhole } from './write-whole';

interface Options {
  readonly code?: string;
  readonly live?: string;
  readonly name?: string;
  readonly history: string;
  readonly level?: 1 | 2;
  readonly profile?: string;
  readonly owns?: readonly Owned[];
  readonly today?: string;
  readonly json?: boolean;
}

const HISTORY = 'plumbline-history.jsonl';

export function trackCommand(program: Command): void {
  program
    .command('track')
    .description('Count how code or live resources stand, and add it to the history.')
    .option('--code <folder>', 'the Terraform code')
    .option('--live <scan>', 'what plumbline scan read from Azure: its folder or scan.json')
    .option('--name <name>', 'what it is called in the history (default: the name of the folder)')
    .option('--history <file>', 'where to add a line', HISTORY)
    .option('--level <1|2>', 'level to count by (default: that of the profile, else 1)', level)
    .option('--profile <file>', `level, exceptions, controls (default: ${PROFILE_NAME} in the code folder or here)`)
    .option('--owns <scopes>', 'the code is all there is of the subscription, the tenant, or both', owned)
    .option('--json', 'the entry, as JSON')
    .option('--today <day>', 'day of the entry, such as 2027-06-30 (default: now)', day)
    .addHelpText(
      'after',
      '\nAn entry of the same name, level and day is replaced.\n\nExamples:\n  plumbline track --code infra/ --name shop\n  plumbline track --live plumbline-scan --level 2',
    )
    .action(run);
}

async function run(options: Options): Promise<void> {
  const source = options.code ?? options.live;
  if (source === undefined) throw new UserError('There is nothing to count', 'Name it with --code, --live, or both.');
  const earlier = historyOf(options.history);
  const profile = await profileOf(options.profile, options.code ?? '.');
  const [today, chosen] = [options.today ?? utcDay(), options.level ?? profile.level ?? 1];
  const snapshot: Snapshot = {
    day: today,
    of: options.name ?? basename(resolve(source)),
    level: chosen,
    attested: attestedCounts(attested(profile.attestations, { level: chosen, off: profile.off, today })),
    ...standingOf(options, profile, chosen),
  };
  const isSame = ({ of, level: which }: Snapshot) => of === snapshot.of && which === snapshot.level;
  const others = earlier.filter((each) => !(isSame(each) && each.day === snapshot.day));
  if (others.length === earlier.length) appendFileSync(options.history, snapshotLine(snapshot));
  else writeWhole(options.history, [...others, snapshot].map(snapshotLine).join(''));
  if (options.json) return print(JSON.stringify(snapshot, null, 2));
  const before = others
    .filter((each) => isSame(each) && each.day < snapshot.day)
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .at(-1);
  print(latestText(snapshot, before, before && movedBetween(before, snapshot)));
  print(`\nAdded to ${options.history}. Next: plumbline report`);
}

function historyOf(file: string): Snapshot[] {
  return existsSync(file) ? readHistory(readFileSync(file, 'utf8'), file) : [];
}

export function reportCommand(program: Command): void {
  program
    .command('report')
    .description('Show the history: the score over time, and what moved since the last time.')
    .option('--history <file>', 'what plumbline track wrote', HISTORY)
    .option('--name <name>', 'one of those that were tracked (default: all)')
    .option('--html <file>', 'also write it as one page for a browser, which needs nothing else')
    .option('--json', 'everything, as JSON')
    .action(({ history, name, html, json }: { history: string; name?: string; html?: string; json?: boolean }) => {
      const all = historyOf(history);
      if (!all.length) throw new UserError(`${history}: no history`, 'plumbline track begins one.');
      const chosen = all.filter(({ of }) => name === undefined || of === name);
      if (!chosen.length)
        throw new UserError(
          `--name ${name}: not in ${history}`,
          `In it: ${[...new Set(all.map(({ of }) => of))].sort().join(', ')}.`,
        );
      if (html !== undefined) writeWhole(html, reportHtml(chosen));
      if (json) return print(JSON.stringify(chosen, null, 2));
      print(trendText(chosen));
      print(
        `\n${plural(chosen.length, 'entry', 'entries')} of ${history}.${html === undefined ? '' : ` Written to ${html}.`}`,
      );
    });
}
