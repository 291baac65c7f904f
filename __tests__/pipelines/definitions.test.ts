// action.yml, the template of Azure Pipelines, the hook, and what docs/pipelines.md tells to write.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { parse } from 'yaml';
import { plumbline } from '../../remediations/cli/program';

const root = join(__dirname, '../..');
const textOf = (name: string) => readFileSync(join(root, name), 'utf8');
const action = parse(textOf('action.yml'));
const docs = textOf('docs/pipelines.md');
const blocks = [...docs.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(([, kind, text]) => ({ kind, text }));

interface Step {
  readonly run?: string;
  readonly bash?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}
const steps: readonly Step[] = action.runs.steps;
const azure: readonly Step[] = parse(textOf('pipelines/azure-pipelines.yml')).steps.flatMap((step: object) =>
  'bash' in step || 'task' in step ? [step] : Object.values(step).flat(),
);

test('no input is written into a script: it would be code there', () => {
  for (const { run = '' } of steps) expect(run).not.toContain('${{');
  for (const { bash = '' } of azure) expect(bash).not.toMatch(/\$\{\{|\$\([A-Z]/);
  expect(steps.filter(({ run }) => run).length).toBeGreaterThan(3);
  expect(azure.filter(({ bash }) => bash).length).toBeGreaterThan(3);
});

test('every input is used, and no other one', () => {
  const used = new Set([...textOf('action.yml').matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name));
  expect([...used].sort()).toEqual(Object.keys(action.inputs).sort());
  for (const name of Object.keys(action.inputs)) expect(docs).toContain(`| \`${name}\` |`);
});

test('every script is told what it reads', () => {
  const variables = (name: string) =>
    [...textOf(`pipelines/${name}`).matchAll(/\$\{?([A-Z_]+)\b/g)].map(([, variable]) => variable);
  const given = [
    'BASH_SOURCE',
    'GITHUB_REPOSITORY',
    'LIMIT',
    'PULL_REQUEST',
    'RUN_URL',
    'SARIF',
    'COMMENT',
    'FINDINGS',
  ];
  for (const { run = '', env = {} } of steps) {
    const script = /pipelines\/([\w-]+\.sh)/.exec(run)?.[1];
    if (!script || script === 'build.sh') continue;
    const needed = [...new Set(variables(script))].filter((name) => !given.includes(name));
    expect([script, needed.filter((name) => !(name in env))]).toEqual([script, []]);
  }
});

/** Commands of plumbline in a text, with the flags they are given. */
function commandsIn(text: string): { command: Command; flags: string[]; line: string }[] {
  const program = plumbline();
  return text
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .flatMap((line) => {
      const [, rest] = /(?:^|[\s`(])(?:plumbline|node \S*dist\/plumbline\.js) ((?:[a-z]+)\b.*)/.exec(line) ?? [];
      if (!rest) return [];
      let command: Command | undefined = program;
      for (const word of rest.split(/\s+/)) {
        const next: Command | undefined = command.commands.find((each) => each.name() === word);
        if (!next) break;
        command = next;
      }
      if (command === program) return [];
      const flags = [...rest.matchAll(/(?<=\s)--[a-z-]+/g)].map(([flag]) => flag);
      return [{ command, flags, line }];
    });
}

test('every command that is told takes the options it is told', () => {
  const scripts = ['plan.sh', 'gate.sh'].map((name) => textOf(`pipelines/${name}`).replace(/judged /g, ''));
  const told = commandsIn([docs, ...scripts].join('\n'));
  expect(told.length).toBeGreaterThan(12);
  for (const { command, flags, line } of told) {
    const known = command.options.flatMap(({ long }) => long ?? []);
    expect([line, flags.filter((flag) => !known.includes(flag))]).toEqual([line, []]);
  }
});

test('what is to be copied is YAML, and names inputs and parameters that there are', () => {
  const documents = blocks.filter(({ kind }) => kind === 'yaml').map(({ text }) => parse(text));
  expect(documents.length).toBeGreaterThan(4);
  const inputs = new Set(Object.keys(action.inputs));
  const parameters = new Set(
    parse(textOf('pipelines/azure-pipelines.yml')).parameters.map(({ name }: { name: string }) => name),
  );
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { uses, with: given, template, parameters: chosen } = value as Record<string, never>;
    if (String(uses).startsWith('OWNER/')) for (const name of Object.keys(given ?? {})) expect(inputs).toContain(name);
    if (template) for (const name of Object.keys(chosen)) expect(parameters).toContain(name);
    Object.values(value).forEach(visit);
  };
  documents.forEach(visit);
});

test('the hook runs a script that there is', () => {
  const [hook] = parse(textOf('.pre-commit-hooks.yaml'));
  expect(hook).toMatchObject({ entry: 'pipelines/pre-commit.sh', language: 'script', pass_filenames: false });
  expect(textOf(hook.entry)).toContain('plumbline.js" check "$@"');
  expect('infra/main.tf').toMatch(new RegExp(hook.files));
  expect('main.go').not.toMatch(new RegExp(hook.files));
});
