import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { commit } from '../../remediations/hcl/align';
import type { Block, Body, Expression, File, ObjectExpression, Tuple } from '../../remediations/hcl/ast';
import {
  addTopLevelBlocks,
  type Content,
  edit,
  type Operation,
  replaceExpression,
  setObjectEntry,
  type TextEdit,
} from '../../remediations/hcl/edit';
import { parse } from '../../remediations/hcl/parse';
import { visitExpressions } from '../../remediations/hcl/walk';
import { type Fixture, filesBelow, fixtures } from './corpus';

const CORPUS = process.env.PLUMBLINE_HCL_CORPUS;
const RUNS = Number(process.env.PLUMBLINE_HCL_EDITS ?? 1500);
const TERRAFORM = spawnSync('terraform', ['version'], { stdio: 'ignore' }).status === 0;

const name = fc.constantFrom('x', 'enabled', 'a_much_longer_name_than_the_others_have', 'min_tls_version', 'größe');
const value = fc.constantFrom(
  'true',
  '"TLS1_2"',
  'null',
  '["a", "b"]',
  'var.a ? 1 : 2',
  '[\n  "a",\n  "b",\n]',
  '{\n  a = 1\n  bcd = [\n    2,\n  ]\n}',
);
const content: fc.Arbitrary<Content> = fc.letrec<{ content: Content }>((tie) => ({
  content: fc.uniqueArray(fc.record({ name, value: fc.oneof({ depthSize: 'small' }, value, tie('content')) }), {
    selector: (item) => item.name,
    maxLength: 4,
  }),
})).content;

/** For an attribute that is there, by its number. */
interface Existing {
  type: 'existing' | 'removal';
  at: number;
  value: string;
}

type Change =
  | {
      kind: 'operations';
      at: number;
      operations: (Operation | Existing)[];
    }
  | { kind: 'replace'; at: number; value: string }
  | { kind: 'entry'; at: number; key: string; value: string }
  | { kind: 'block'; at: number; content: Content };

const operation = fc.oneof(
  fc.record({ type: fc.constant('set' as const), name, value }),
  fc.record({ type: fc.constant('add' as const), kind: name, content }),
  fc.record({ type: fc.constantFrom('existing' as const, 'removal' as const), at: fc.nat(), value }),
);
const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('operations' as const),
      at: fc.nat(),
      operations: fc.array(operation, { minLength: 1, maxLength: 4 }),
    }),
  },
  fc.record({ kind: fc.constant('replace' as const), at: fc.nat(), value }),
  fc.record({ kind: fc.constant('entry' as const), at: fc.nat(), key: fc.constantFrom('k', 'a b', 'owner'), value }),
  fc.record({ kind: fc.constant('block' as const), at: fc.nat(), content }),
);

function file(text: string): File {
  const result = parse(text);
  if (!result.ok) throw new Error(`${result.error.message} (line ${result.error.line})\n${text}`);
  return result.file;
}

function blocksOf(body: Body): Block[] {
  return body.items.flatMap((item) => (item.type === 'block' ? [item, ...blocksOf(item.body)] : []));
}

function expressionsOf(of: File): Expression[] {
  const found: Expression[] = [];
  visitExpressions(of.body, (expression) => found.push(expression));
  return found;
}

/** Whole values: those of attributes, of map entries and of list items, but not inside of strings. */
function valuesOf(of: File): Expression[] {
  const nested = structuresOf(of).flatMap((expression) =>
    expression.type === 'object' ? expression.items.map((item) => item.value) : expression.items,
  );
  const bodies = [of.body, ...blocksOf(of.body).map((block) => block.body)];
  const own = bodies.flatMap((body) => body.items.flatMap((item) => (item.type === 'attribute' ? [item.value] : [])));
  return [...own, ...nested];
}

function structuresOf(of: File): (ObjectExpression | Tuple)[] {
  const found: (ObjectExpression | Tuple)[] = [];
  visitExpressions(of.body, (expression) => {
    if (expression.type === 'object' || expression.type === 'tuple') found.push(expression);
    return expression.type !== 'template' && expression.type !== 'heredoc';
  });
  return found;
}

function objectsOf(of: File): ObjectExpression[] {
  return structuresOf(of).filter((expression) => expression.type === 'object');
}

/** A change made definite for one file. */
interface Plan {
  readonly edits: (of: File) => TextEdit[];
  /** Planned on the result it must give no edits. */
  readonly idempotent: boolean;
  readonly keepsComments: boolean;
}

function plan(of: File, change: Change): Plan {
  if (change.kind === 'replace') {
    const { value } = change;
    const values = valuesOf(of).filter(({ start, end }) => fits(of, start, end, value));
    const at = change.at % values.length;
    const edits = () => (values.length === 0 ? [] : replaceExpression(of, values[at], value));
    return { edits, idempotent: false, keepsComments: true };
  }
  if (change.kind === 'entry') {
    const { key, value } = change;
    const objects = objectsOf(of).filter(({ items, start, end }) =>
      fits(of, items.at(-1)?.key.start ?? start, items.at(-1)?.value.end ?? end - 1, value),
    );
    const at = objectsOf(of).indexOf(objects[change.at % objects.length]);
    const edits = (file: File) => (at < 0 ? [] : setObjectEntry(file, objectsOf(file)[at], key, value));
    return { edits, idempotent: true, keepsComments: true };
  }
  if (change.kind === 'block') {
    const blocks = of.body.items.filter((item): item is Block => item.type === 'block');
    const after = blocks[change.at % (blocks.length + 1)];
    const edits = (file: File) =>
      addTopLevelBlocks(file, after, [{ kind: 'resource', labels: ['a', 'b'], content: change.content }]);
    return { edits, idempotent: false, keepsComments: true };
  }
  const containers = containersOf(of);
  const at = change.at % containers.length;
  const container = containers[at];
  const { items } = container === 'file' ? of.body : container.body;
  const names = items.flatMap((item) => (item.type === 'attribute' ? [item.name] : []));
  const operations = change.operations.flatMap((each): Operation[] => {
    if (!('at' in each)) return [each];
    if (names.length === 0) return [];
    const name = names[each.at % names.length];
    return [each.type === 'removal' ? { type: 'remove', name } : { type: 'set', name, value: each.value }];
  });
  return {
    edits: (file) => edit(file, containersOf(file)[at], operations),
    idempotent: operations.every(({ type }) => type === 'set'),
    keepsComments: operations.every(({ type }) => type !== 'remove'),
  };
}

/**
 * Whether a value fits where `start` to `end` is. For several brackets that open or close on one line terraform fmt has
 * rules of its own; values of several lines are not written there.
 */
function fits(of: File, start: number, end: number, value: string): boolean {
  const before = of.text.slice(of.text.lastIndexOf('\n', start - 1) + 1, start);
  const after = /.*/.exec(of.text.slice(end))![0];
  return !value.includes('\n') || (!/[[({]/.test(before) && !/[\])}]/.test(after));
}

/** The top level counts where it holds attributes only, as in a .tfvars file. */
function containersOf(of: File): (Block | 'file')[] {
  return of.body.items.some(({ type }) => type === 'block') ? blocksOf(of.body) : ['file'];
}

function commentTexts(of: File): string[] {
  return of.comments.map(({ start, end }) => of.text.slice(start, end).replace(/\s+/g, ' ')).sort();
}

/** How far the paragraph around an offset reaches; blank lines inside heredocs and comments end none. */
function paragraph(of: File, from: number, to: number): { start: number; end: number } {
  const opaque = [...of.comments, ...expressionsOf(of).filter(({ type }) => type === 'heredoc')];
  const breaks = [...of.text.matchAll(/(?<![^\n])[ \t\ufeff]*\r?\n/g)]
    .map(({ index }) => index)
    .filter((at) => !opaque.some(({ start, end }) => start < at && at < end));
  return {
    start: breaks.filter((at) => at < from - 2).at(-1) ?? 0,
    end: breaks.find((at) => at > to + 2) ?? of.text.length,
  };
}

/** Applies a change and checks everything that needs no formatter. */
function checked(of: File, change: Change): string {
  const { edits: planned, idempotent, keepsComments } = plan(of, change);
  const edits = planned(of);
  const result = commit(of, edits).text;
  const after = file(result);
  if (idempotent && planned(after).length > 0) throw new Error(`not idempotent:\n${result}`);
  if (keepsComments) expect(commentTexts(after)).toEqual(commentTexts(of));
  if (edits.length > 0) {
    const { start, end } = paragraph(
      of,
      Math.min(...edits.map((each) => each.start)),
      Math.max(...edits.map((each) => each.end)),
    );
    expect(result.startsWith(of.text.slice(0, start))).toBe(true);
    expect(result.endsWith(of.text.slice(end))).toBe(true);
  }
  return result;
}

/** Names of the files that `terraform fmt` would change, all of them valid. */
function unformatted(files: readonly Fixture[]): Fixture[] {
  const folder = mkdtempSync(join(tmpdir(), 'fmt-'));
  try {
    files.forEach(({ name, text }, at) => {
      writeFileSync(join(folder, `${at}.${name.includes('.tfvars') ? 'tfvars' : 'tf'}`), text);
    });
    const run = spawnSync('terraform', ['fmt', '-check', '-list=true', folder], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (run.stderr.includes('Error')) throw new Error(run.stderr);
    return [...run.stdout.matchAll(/(\d+)\.tf/g)].map(([, at]) => files[Number(at)]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function formattedText(text: string): string {
  return spawnSync('terraform', ['fmt', '-'], { input: text, encoding: 'utf8' }).stdout;
}

function run(sources: readonly Fixture[], runs: number, seed: number): { edited: Fixture[]; committed: number } {
  const files = sources.map((source) => ({ ...source, file: file(source.text) }));
  const edited: Fixture[] = [];
  let committed = 0;
  fc.assert(
    fc.property(fc.nat(files.length - 1), change, (at, each) => {
      const { name, file: of } = files[at];
      const text = checked(of, each);
      if (text === of.text) return;
      committed++;
      edited.push({ name, text });
    }),
    { seed, numRuns: runs },
  );
  return { edited, committed };
}

test('edits of the fixtures keep them valid, are idempotent, keep comments and touch nothing else', () => {
  expect(run(fixtures(), RUNS, 1).committed).toBeGreaterThan(RUNS / 2);
});

const formatted = TERRAFORM ? test : test.skip;

formatted('edits of formatted files leave them formatted (needs terraform on the PATH)', () => {
  const all = fixtures();
  const dirty = new Set(unformatted(all).map(({ name }) => name));
  const clean = all.filter(({ name }) => !dirty.has(name));
  expect(clean.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['storage.tf', 'edges.tf (CRLF)', 'values.tfvars']),
  );
  const { edited } = run(clean, RUNS, 2);
  const [first] = unformatted(edited);
  expect(first?.text).toBe(first && formattedText(first.text));
});

(CORPUS === undefined ? test.skip : formatted)(
  'the same on the formatted files of the corpus',
  () => {
    const valid = [...filesBelow(CORPUS!)].filter(({ text }) => parse(text).ok && text !== '');
    const dirty = new Set(unformatted(valid));
    const clean = valid.filter((source) => !dirty.has(source));
    const figures = { clean: clean.length, committed: 0, dirty: 0 };
    for (let seed = 0; seed < 10; seed++) {
      const { edited, committed } = run(clean, RUNS, seed);
      const broken = unformatted(edited);
      figures.committed += committed;
      figures.dirty += broken.length;
      if (broken.length > 0) expect(broken[0].text).toBe(formattedText(broken[0].text));
    }
    console.log(JSON.stringify(figures));
    expect(figures.dirty).toBe(0);
  },
  600_000,
);
