// What plan.html shows of a change is what the patch does for it: over the example and all fixtures, every change once.
import { append } from '../../controls/append';
import { applyWaves, totalOf } from '../../remediations/edit/waves';
import type { Change } from '../../remediations/plan-types';
import type { PlanDocument } from '../../remediations/render/review';
import { fixEstate, runsOf } from '../controls/fix';
import { fixtures, readFixture } from '../controls/harness';
import { patches } from '../plan/code';
import { everyKind, pageOf } from './plan';

/** Changes in groups that have one of each block at most: two in one block may write the same lines. */
function apart(changes: readonly Change[]): Change[][] {
  const byBlock = new Map<string, Change[]>();
  for (const change of changes) {
    const { file, blocks } = change.edit.place;
    append(byBlock, `${file.path} ${JSON.stringify(blocks[0])}`, change);
  }
  const groups = [...byBlock.values()];
  const most = Math.max(0, ...groups.map(({ length }) => length));
  return Array.from({ length: most }, (_, i) => groups.flatMap((group) => group[i] ?? []));
}

const decoded = (text: string) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));

/** `path:+line`, sorted: of two equal lines one after the other it does not matter which one is new. */
const linesOfPage = (html: string): string[] =>
  [...html.matchAll(/^(?:<pre>)?@@ (.*):\d+\n(.*(?:\n(?!@@|<p>|<\/div>).*)*)/gm)]
    .flatMap(([, path, hunk]) =>
      [...hunk.matchAll(/<(ins|del)>(.*?)<\/\1>/g)].map(([, tag, line]) => {
        expect(line[0]).toBe(tag === 'ins' ? '+' : '-');
        return `${decoded(path)}:${decoded(line)}`;
      }),
    )
    .sort();

function linesOfPatch(patch: string): string[] {
  let path = '';
  return patch
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('+++ b/')) path = line.slice(6);
      return /^[+-](?!\+\+ |-- )/.test(line) ? [`${path}:${line.replace(/\r$/, '')}`] : [];
    })
    .sort();
}

/** Without pairs of one line that comes and goes: in blocks that are alike, a comparison of the file may choose others. */
function net(lines: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const [, path, sign, text] = /^(.*?):([+-])(.*)$/.exec(line)!;
    const key = `${path}:${text}`;
    counts.set(key, (counts.get(key) ?? 0) + (sign === '+' ? 1 : -1));
  }
  return [...counts].flatMap(([line, count]) => (count ? [`${line} ${count}`] : [])).sort();
}

const compared = { same: 0, changes: 0 };

function compare(document: PlanDocument): void {
  for (const changes of apart(document.plan.changes)) {
    const { waves, failures } = applyWaves(changes, () => undefined);
    expect(failures).toEqual([]);
    const page = linesOfPage(pageOf({ ...document, waves, plan: { ...document.plan, changes, overlays: [] } }));
    const patch = linesOfPatch(patches({ waves, files: totalOf(waves) })['changes.patch']);
    expect(net(page)).toEqual(net(patch));
    compared.changes += changes.length;
    if (page.join('\n') === patch.join('\n')) compared.same += changes.length;
  }
}

test('the example', () => {
  compare({ ...everyKind(), constructs: [] });
  expect(compared.changes).toBeGreaterThan(80);
  expect(compared.same).toBe(compared.changes);
});

test('fixtures', () => {
  for (const run of fixtures.flatMap(runsOf)) {
    const made = fixEstate(run, readFixture(run.fixture));
    compare({ ...made, level: 2, sources: [run.fixture.name], provider: [], notes: [] });
  }
  expect(compared.changes).toBeGreaterThan(500);
  expect(compared.same / compared.changes).toBeGreaterThan(0.95);
});
