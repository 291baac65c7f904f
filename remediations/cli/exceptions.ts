import type { Command } from 'commander';
import { checkScan } from '../azure/check-scan';
import { type CheckResult, checkEstate } from '../check';
import { doubtsOf, isForEverything } from '../profile/breadth';
import {
  daysUntil,
  type Exception,
  exceptionsIn,
  isExpired,
  isSoon,
  type ProfileException,
  utcDay,
} from '../profile/exceptions';
import { PROFILE_NAME, type Profile } from '../profile/profile';
import { day, profileOf, readCode, readLive } from './input';
import { plural, print, table } from './terminal';

interface Options {
  readonly code?: string;
  readonly live?: string;
  readonly profile?: string;
  readonly today?: string;
  readonly json?: boolean;
  readonly strict?: boolean;
}

/** `not allowed`: nothing is excepted from the control. */
type State = 'in force' | 'ends soon' | 'ended' | 'fits nothing' | 'too broad' | 'not allowed';
const WRONG: readonly State[] = ['ended', 'fits nothing', 'too broad', 'not allowed'];

/** An exception with how long it lasts and what it is used for. */
interface Entry {
  readonly control: string;
  /** What it is for: patterns of the profile, or the resource that says it of itself. */
  readonly for: Readonly<Record<string, string>>;
  readonly exception: Exception;
  /** Days until it is over; negative where it is. */
  readonly days: number;
  readonly state: State;
  /** Why somebody should look at it again. */
  readonly doubts?: readonly string[];
  /** Whose file beside the profile it stands in. */
  readonly team?: string;
  /** Resources that deviate, or may, and are excepted by it; absent where neither code nor a scan was looked at. */
  readonly covers?: number;
}

export function exceptionsCommand(program: Command): void {
  program
    .command('exceptions')
    .description('List what is excepted, by whom, until when, and what it covers.')
    .option('--code <folder>', 'Terraform code to look at, and the exceptions it says of itself')
    .option('--live <scan>', 'what plumbline scan read from Azure, to look at: its folder or scan.json')
    .option('--profile <file>', `where they stand (default: ${PROFILE_NAME} in the code folder or here)`)
    .option('--today <day>', 'day to judge on, such as 2027-06-30 (default: now)', day)
    .option('--json', 'everything, as JSON')
    .option('--strict', 'exit 1 when one has ended, fits nothing, fits everything, or is not allowed')
    .addHelpText(
      'after',
      '\nExamples:\n  plumbline exceptions\n  plumbline exceptions --code infra/ --live plumbline-scan --strict',
    )
    .action(async (options: Options) => {
      const profile = await profileOf(options.profile, options.code ?? '.');
      const entries = entriesOf(profile, options);
      if (options.json) print(JSON.stringify(entries, null, 2));
      else print(exceptionsText(entries));
      if (options.strict && entries.some(({ state }) => WRONG.includes(state))) process.exitCode = 1;
    });
}

function entriesOf(profile: Profile, { code, live, today = utcDay() }: Options): Entry[] {
  const { exceptions: given, noExceptions, environments, provider } = profile;
  const exceptions = exceptionsIn(profile);
  const how = { level: 2, exceptions, today } as const;
  const results: CheckResult[] = [];
  if (code !== undefined) results.push(checkEstate(readCode(code, { environments, version: provider }), how));
  if (live !== undefined) results.push(checkScan(readLive(live).groups, how));
  const covered = new Map<Exception, Set<string>>();
  const own: Entry[] = [];
  for (const { deviating, unknown, excepted } of results)
    for (const { control, address, exception } of [...deviating, ...unknown, ...excepted]) {
      if (!exception) continue;
      const isOwn = !given.some((each) => each === exception);
      if (isOwn && !covered.has(exception))
        own.push(entry(control.id, { address }, exception, today, { covers: 1, isUsed: true }));
      covered.set(exception, (covered.get(exception) ?? new Set()).add(address));
    }
  const looked = results.length > 0;
  const unused = new Set(looked ? exceptions.unused() : []);
  const listed = given.map((each): Entry => {
    const covers = covered.get(each)?.size ?? 0;
    const known = { ...(looked ? { covers } : {}), isUsed: !unused.has(each) };
    const made = entry(each.control, subjectOf(each), each, today, known);
    const doubts = doubtsOf(each, today, covers);
    const isOver = made.state === 'ended' || made.state === 'fits nothing';
    const state = noExceptions.has(each.control)
      ? 'not allowed'
      : isForEverything(each) && !isOver
        ? 'too broad'
        : made.state;
    return { ...made, state, ...(doubts.length ? { doubts } : {}), ...(each.team ? { team: each.team } : {}) };
  });
  for (const { control, address, exception } of exceptions.refused())
    if (!given.some((each) => each === exception))
      own.push({ ...entry(control, { address }, exception, today, { covers: 0, isUsed: true }), state: 'not allowed' });
  return [...listed, ...own].sort((a, b) => (a.exception.until < b.exception.until ? -1 : 1));
}

function entry(
  control: string,
  subject: Entry['for'],
  { reason, owner, until, ticket }: Exception,
  today: string,
  { covers, isUsed }: { readonly covers?: number; readonly isUsed: boolean },
): Entry {
  const exception = { reason, owner, until, ...(ticket ? { ticket } : {}) };
  const days = daysUntil(until, today);
  const state = isExpired(exception, today)
    ? 'ended'
    : !isUsed
      ? 'fits nothing'
      : isSoon(until, today)
        ? 'ends soon'
        : 'in force';
  return { control, for: subject, exception, days, state, ...(covers === undefined ? {} : { covers }) };
}

function subjectOf({ address, arm, path, tags }: ProfileException): Entry['for'] {
  const tag = Object.entries(tags ?? {}).map(([name, value]) => [`tag ${name}`, value] as const);
  return Object.fromEntries([
    ...(address ? [['address', address]] : []),
    ...(arm ? [['arm', arm]] : []),
    ...(path ? [['path', path]] : []),
    ...tag,
  ]);
}

function exceptionsText(entries: readonly Entry[]): string {
  if (!entries.length)
    return `Nothing is excepted. ${PROFILE_NAME} says how (plumbline init), and so does except() in CDKTF code.`;
  const looked = entries.some(({ covers }) => covers !== undefined);
  const hasDoubts = entries.some(({ doubts }) => doubts);
  const rows = entries.map(({ control, for: subject, exception, state, covers, doubts = [] }) => {
    const { owner, until, reason, ticket } = exception;
    return [
      until,
      state,
      control,
      Object.entries(subject)
        .map(([name, text]) => (name === 'address' ? text : `${name} ${text}`))
        .join(', '),
      ...(looked ? [String(covers ?? 0)] : []),
      owner,
      ticket ?? '',
      ...(hasDoubts ? [doubts.join(', ')] : []),
      reason,
    ];
  });
  const count = (state: Entry['state']) => entries.filter((each) => each.state === state).length;
  const parts = (['in force', 'ends soon', ...WRONG] as const)
    .filter((state) => count(state))
    .map((state) => `${count(state)} ${state}`);
  return [
    table(
      [
        'UNTIL',
        'STATE',
        'CONTROL',
        'FOR',
        ...(looked ? ['COVERS'] : []),
        'OWNER',
        'TICKET',
        ...(hasDoubts ? ['DOUBTS'] : []),
        'REASON',
      ],
      rows,
    ),
    '',
    `${plural(entries.length, 'exception')}: ${parts.join(', ')}.`,
  ].join('\n');
}
