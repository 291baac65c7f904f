// What the pipelines and their page write is what the command knows: commands, flags, choices, inputs, parameters.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { plumbline } from '../../remediations/cli/program';
import { action, blocks, having, hooks, root, scriptsIn, template, textOf } from './yaml';

const PAGE = 'docs/pipelines.md';
const program = plumbline();

/** Lines with `plumbline command …`, as lists of words. */
const commandLines = (script: string): string[][] =>
  [...script.replace(/\\\n/g, ' ').matchAll(/(?:^|[\s;&|("])plumbline(?: +([a-z]+\b[^\n|;&>]*))/gm)].map(([, line]) =>
    line
      .replace(/ #.*$/, '')
      .trim()
      .split(/\s+/)
      .map((word) => word.replace(/^["']|["']$/g, '')),
  );

/** What is wrong with a line; nothing where the command takes it. */
function problem([name, ...words]: readonly string[]): string | undefined {
  const command = program.commands.find((each) => each.name() === name);
  if (!command) return `plumbline ${name}`;
  for (const [i, word] of words.entries()) {
    if (word === '--') break;
    if (!/^--?\w/.test(word)) continue;
    const [flag, value = words[i + 1]] = word.split(/=["']?/);
    const option = command.options.find((each) => each.long === flag || each.short === flag);
    if (!option) return `plumbline ${name} ${flag}`;
    if (option.argChoices && !value.startsWith('${') && !option.argChoices.includes(value))
      return `plumbline ${name} ${flag} ${value}`;
  }
  return undefined;
}

const documents = blocks(PAGE, 'yaml').map((text) => parse(text));
const scripts = readdirSync(join(root, 'pipelines')).filter((name) => name.endsWith('.sh'));
const sources: Readonly<Record<string, readonly string[]>> = {
  'action.yml': scriptsIn(action()),
  'azure-pipelines.yml': scriptsIn(template()),
  '.pre-commit-hooks.yaml': hooks().map(({ entry }) => String(entry)),
  [PAGE]: [...documents.flatMap(scriptsIn), ...blocks(PAGE, 'sh')],
  ...Object.fromEntries(scripts.map((name) => [name, [textOf(`pipelines/${name}`)]])),
};

test.each(Object.entries(sources))('%s runs only what the command knows', (_, texts) => {
  expect(texts.flatMap(commandLines).flatMap((line) => problem(line) ?? [])).toEqual([]);
});

test('the lines are found, and what is wrong in them', () => {
  expect(commandLines('x && plumbline check --strict infra | tee y\nplumbline plan --out=a \\\n  --code b')).toEqual([
    ['check', '--strict', 'infra'],
    ['plan', '--out=a', '--code', 'b'],
  ]);
  expect(problem(['check', '--fail-on', 'worse'])).toBe('plumbline check --fail-on worse');
  expect(problem(['plan', '--codes', 'x'])).toBe('plumbline plan --codes');
  expect(problem(['plans'])).toBe('plumbline plans');
  const count = (name: string) => sources[name].flatMap(commandLines).length;
  expect(['plan.sh', 'gate.sh', 'pre-commit.sh'].map(count)).toEqual([3, 1, 0]);
  expect(count(PAGE)).toBeGreaterThan(8);
});

test('the arguments of the hook on the page are taken', () => {
  const [{ args }] = documents.flatMap((each) => having(each, 'args')) as { args: string[] }[];
  expect(problem(['check', ...args])).toBeUndefined();
});

test('examples give the action inputs that it has, and the page names them all', () => {
  const used = documents.flatMap((each) => having(each, 'uses')).filter(({ uses }) => /^OWNER\//.test(String(uses)));
  const { inputs, outputs } = action();
  expect(used.length).toBeGreaterThan(3);
  for (const each of used) expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(each.with ?? {})));
  const [, table] = textOf(PAGE).split('| Input |');
  const rows = [...table.split('\n\n')[0].matchAll(/^\| `([\w-]+)` \| (?:`(.*?)`)? ?\|/gm)];
  expect(Object.fromEntries(rows.map(([, name, text = '']) => [name, text]))).toEqual(
    Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.default])),
  );
  expect(Object.keys(outputs)).toEqual(['plan', 'comment', 'sarif']);
});

test('examples give the template parameters that it has, and the page names them all', () => {
  const { parameters } = template();
  const names = parameters.map(({ name }) => name);
  const used = documents.flatMap((each) => having(each, 'template'));
  expect(used.length).toBe(1);
  expect(names).toEqual(expect.arrayContaining(Object.keys(used[0].parameters as object)));
  const [, table] = textOf(PAGE).split('| Parameter |');
  expect([...table.split('\n\n')[0].matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)).toEqual(names);
});

test('gates of action and template are those of the command', () => {
  const choices = program.commands
    .find((each) => each.name() === 'check')
    ?.options.find(({ long }) => long === '--fail-on')?.argChoices;
  expect(template().parameters.find(({ name }) => name === 'failOn')?.values).toEqual(choices);
  for (const choice of choices ?? []) expect(textOf('action.yml')).toContain(choice);
});

test('every script of ours that is named is there, and runs where it is run', () => {
  const named = [textOf('action.yml'), textOf('pipelines/azure-pipelines.yml'), textOf(PAGE)].flatMap((text) => [
    ...text.matchAll(/pipelines\/([\w-]+\.(?:sh|mjs))/g),
  ]);
  const there = readdirSync(join(root, 'pipelines'));
  expect(there).toEqual(expect.arrayContaining(named.map(([, name]) => name)));
});

test('the hook is a script, which builds the command and judges what it is told', () => {
  for (const { entry, language } of hooks()) {
    expect(language).toBe('script');
    expect(textOf(String(entry))).toContain('/dist/plumbline.js" check "$@"');
  }
});
