// What every command says: for programs as JSON, for people without colours where none are wanted.
import { spawnSync } from 'node:child_process';
import { plumbline as program } from '../../remediations/cli/program';
import { account, versions } from '../plan/code';
import { plumbline, readText, shell, useCommand, write } from './command';

useCommand();

beforeEach(() => {
  write('infra/main.tf', account('a', 'min_tls_version = "TLS1_0"') + versions());
  write(
    'plumbline.yaml',
    `exceptions:
  - { control: storage-min-tls, address: '*', reason: Old tills, owner: shop, until: 2027-06-30 }
`,
  );
});

/** One line for each command that can do without Azure. */
const LINES = {
  plan: 'plan --code infra --out plan --today 2027-01-15',
  check: 'check infra',
  verify: 'verify --plan tfplan.json',
  init: 'init --code infra --out new.yaml --schema',
  exceptions: 'exceptions --code infra --today 2027-01-15',
  suppress: 'suppress --for checkov --code infra --today 2027-01-15',
  attestations: 'attestations',
  track: 'track --code infra --today 2027-01-15',
  report: 'report',
  controls: 'controls',
  explain: 'explain storage-min-tls',
  baseline: 'baseline docs --out baseline',
  guardrails: 'guardrails --management-group platform',
} as const;
/** What a command prints is a format of its own. */
const NO_TABLE = ['comment', 'completion'];

beforeEach(() => {
  write('tfplan.json', JSON.stringify({ format_version: '1.2', planned_values: { root_module: {} } }));
  plumbline('track', '--code', 'infra', '--today', '2027-01-14');
});

test('every command has an answer for programs', () => {
  const names = program().commands.map((command) => command.name());
  expect(names.filter((name) => !NO_TABLE.includes(name) && name !== 'scan').sort()).toEqual(Object.keys(LINES).sort());
  const commands = program().commands.flatMap((each) => (each.commands.length ? each.commands : [each]));
  for (const command of commands.filter((each) => !NO_TABLE.includes(each.name()))) {
    const format = command.options.find(({ long }) => long === '--format')?.argChoices ?? [];
    expect([command.name(), command.options.some(({ long }) => long === '--json') || format.includes('json')]).toEqual([
      command.name(),
      true,
    ]);
  }
});

test.each(Object.entries(LINES))('%s as JSON is JSON, and nothing else', (_, line) => {
  const { out, err } = plumbline(...line.split(' '), '--json');
  expect(err).toBe('');
  expect(typeof JSON.parse(out)).toBe('object');
});

test('what they hold is what they write', () => {
  const json = (line: string) => JSON.parse(plumbline(...line.split(' '), '--json').out);
  expect(json(LINES.plan)).toEqual(JSON.parse(readText('plan/plan.json')));
  expect(json(LINES.init)).toEqual({
    files: ['new.yaml', 'plumbline.schema.json'],
    questions: expect.any(Number),
    reports: [],
  });
  expect(json(LINES.suppress)).toEqual({
    file: 'infra/.checkov.baseline',
    told: 1,
    ended: 0,
    left: [],
  });
  const entry = json(LINES.track);
  expect(entry).toMatchObject({ day: '2027-01-15', of: 'infra', level: 1, total: { deviating: expect.any(Number) } });
  expect(json(LINES.report).at(-1)).toEqual(entry);
});

const withTerminal = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;
if (!withTerminal) process.stderr.write('skipped: colours on a terminal need the program script\n');
/** With a terminal for what it says, and the setting of a shell around it. */
const onTerminal = (line: string, environment: string) =>
  shell(
    `env -u FORCE_COLOR -u NO_COLOR -u CI TERM=xterm ${environment} script -qec 'plumbline ${line}' /dev/null </dev/null`,
  ).out;
// A terminal has the line of progress, which is taken away again.
const painted = (text: string) => text.includes('\u001b[3') || text.includes('\u001b[1m') || text.includes('\u001b[2m');

(withTerminal ? test : test.skip)('colours are for a terminal alone, and never with NO_COLOR', () => {
  expect(painted(onTerminal('check infra', ''))).toBe(true);
  for (const line of Object.values(LINES))
    expect([line, painted(onTerminal(line, 'NO_COLOR=1'))]).toEqual([line, false]);
  expect(painted(onTerminal('check nowhere', 'NO_COLOR=1'))).toBe(false);
});

test('in a pipe nothing is a control sequence, mistakes neither', () => {
  for (const line of [...Object.values(LINES), 'check nowhere', 'plan --code nowhere', '--help'])
    for (const environment of [{ NO_COLOR: '1' }, { FORCE_COLOR: '1' }] as Record<string, string>[]) {
      const { out, err } = shell(`plumbline ${line}`, environment);
      expect([line, (out + err).includes('\u001b')]).toEqual([line, false]);
    }
});
