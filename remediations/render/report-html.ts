import { SECTIONS } from '../../controls/sections';
import { type Moved, movedBetween, type Snapshot, seriesOf } from '../history';
import type { Share } from '../profile/attestations';
import { NO_OWNER } from '../profile/patterns';
import { type Counts, mostOpen, NONE, percentOf } from '../score';
import { htmlPage, scrolling, text } from './page';

const percentText = (counts: Counts): string => {
  const found = percentOf(counts);
  return found === undefined ? 'nothing to tell' : `${found} %`;
};

const STYLE = `
meter{width:6rem}.score{white-space:nowrap}svg{width:100%;height:auto;background:var(--soft);border-radius:.4rem}svg text{fill:var(--quiet);font:12px system-ui,sans-serif}
polyline{fill:none;stroke:var(--good);stroke-width:2}circle{fill:var(--good)}
`;

/** The history as one page. */
export function reportHtml(all: readonly Snapshot[]): string {
  const parts = seriesOf(all).map(([name, entries]) => seriesPart(name, entries));
  const days = all.map(({ day }) => day).sort();
  const body = `<h1>How the baseline stands</h1>
<p class="quiet">CIS Microsoft Azure Foundations Benchmark 3.0.0, counted by plumbline. An exception is not compliance.</p>
${parts.join('\n')}
`;
  return [...htmlPage({ title: `How the baseline stands on ${days.at(-1) ?? ''}`, style: STYLE, body: [body] })].join(
    '',
  );
}

function seriesPart(name: string, entries: readonly Snapshot[]): string {
  const latest = entries[entries.length - 1];
  const before = entries.at(-2);
  return `<section>
<h2>${text(name)}: ${percentText(latest.total)} on ${text(latest.day)}</h2>
${entries.length > 1 ? trend(name, entries) : ''}
${[...tables(name, latest)].join('\n')}
${before ? movedPart(before.day, movedBetween(before, latest)) : ''}
</section>`;
}

function* tables(of: string, latest: Snapshot): Generator<string> {
  const { total, sections, levels, owners, controls, attested } = latest;
  const bySection = SECTIONS.flatMap(({ slug, title }): Row[] =>
    sections[slug] || attested?.sections?.[slug] ? [[title, sections[slug] ?? NONE, attested?.sections?.[slug]]] : [],
  );
  yield table({ of, title: 'Section by section', what: 'Section', rows: bySection, all: [total, attested] });
  if (attested)
    yield `<p>Attested by a person: ${attested.done} of ${attested.of}${attested.controls?.length ? `: ${attested.controls.map((id) => `<code>${text(id)}</code>`).join(', ')}` : ''}.</p>`;
  const byLevel = Object.entries(levels ?? {}).map(
    ([level, counts]): Row => [levelName(level), counts, attested?.levels?.[level]],
  );
  if (byLevel.length) yield table({ of, title: 'Level by level', what: 'Level', rows: byLevel });
  const byOwner = mostOpen(owners).map(([owner, counts]): Row => [owner || NO_OWNER, counts]);
  if (byOwner.length) yield table({ of, title: 'Owners, who has most open first', what: 'Owner', rows: byOwner });
  const byControl = mostOpen(controls).map(([id, counts]): Row => [id, counts]);
  if (byControl.length)
    yield table({ of, title: 'Controls, those with most open first', what: 'Control', rows: byControl });
}

const levelName = (level: string): string => (/^\d$/.test(level) ? `Level ${level}` : 'On request');

type Row = readonly [name: string, counts: Counts, attested?: Share];

interface Table {
  /** The series it is of. */
  readonly of: string;
  readonly title: string;
  readonly what: string;
  readonly rows: readonly Row[];
  readonly all?: readonly [counts: Counts, attested?: Share];
}

/** Where something in it can be attested, that is a column of its own: it is no compliance that a tool has seen. */
function table({ of, title, what, rows, all }: Table): string {
  const isAttested = rows.some(([, , attested]) => attested);
  const columns = [
    what,
    'Score',
    'Compliant',
    'Deviating',
    'Excepted',
    'Cannot be told',
    ...(isAttested ? ['Attested'] : []),
  ];
  return scrolling(
    `${of}, ${title}`,
    `<table>
<caption>${title}</caption>
<thead><tr>${columns.map((each) => `<th scope="col">${each}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((each) => rowHtml(each, isAttested)).join('\n')}
</tbody>${all ? `\n<tfoot>${rowHtml(['All', ...all], isAttested)}</tfoot>` : ''}
</table>`,
  );
}

function rowHtml([name, counts, attested]: Row, isAttested: boolean): string {
  const score = percentOf(counts);
  const meter =
    score === undefined
      ? ''
      : `<meter min="0" max="100" value="${score}" aria-label="${text(name)}: ${score} percent"></meter> `;
  const cells = (['compliant', 'deviating', 'excepted', 'unknown'] as const).map((kind) => String(counts[kind]));
  if (isAttested) cells.push(attested ? `${attested.done} of ${attested.of}` : '–');
  return `<tr><th scope="row">${text(name)}</th><td class="score">${meter}${percentText(counts)}</td>${cells.map((each) => `<td>${each}</td>`).join('')}</tr>`;
}

const [WIDTH, HEIGHT, EDGE] = [640, 160, 36];

/** The score over time; the table of the terminal says the same in numbers. */
function trend(name: string, entries: readonly Snapshot[]): string {
  const times = entries.map(({ day }) => Date.parse(day));
  const [first, last] = [times[0], times[times.length - 1]];
  const points = entries.flatMap((each, i) => {
    const score = percentOf(each.total);
    if (score === undefined) return [];
    const x = EDGE + ((WIDTH - 2 * EDGE) * (times[i] - first)) / Math.max(last - first, 1);
    const y = HEIGHT - EDGE - ((HEIGHT - 2 * EDGE) * score) / 100;
    return [{ x: x.toFixed(1), y: y.toFixed(1), label: `${each.day}: ${score} %` }];
  });
  const dots = points.map(
    ({ x, y, label }) => `<circle cx="${x}" cy="${y}" r="4"><title>${text(label)}</title></circle>`,
  );
  const said = points.map(({ label }) => label).join(', ');
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Score of ${text(name)} over time: ${text(said)}">
<text x="4" y="${EDGE + 4}">100 %</text><text x="4" y="${HEIGHT - EDGE + 4}">0 %</text>
<text x="${EDGE}" y="${HEIGHT - 8}">${text(entries[0].day)}</text><text x="${WIDTH - EDGE}" y="${HEIGHT - 8}" text-anchor="end">${text(entries[entries.length - 1].day)}</text>
<polyline points="${points.map(({ x, y }) => `${x},${y}`).join(' ')}"/>${dots.join('')}
</svg>`;
}

function movedPart(since: string, { fresh, resolved }: Moved): string {
  const list = (all: ReadonlyMap<string, number>) =>
    all.size
      ? `<ul>${[...all]
          .map(([control, count]) => `<li><code>${text(control)}</code>${count > 1 ? ` ×${count}` : ''}</li>`)
          .join('')}</ul>`
      : '<p>Nothing.</p>';
  return `<h3>New since ${text(since)}</h3>\n${list(fresh)}\n<h3>Resolved since ${text(since)}</h3>\n${list(resolved)}`;
}
