import { append } from '../../controls/append';
import { controlById } from '../../controls/index';
import { SECTIONS, sectionOf } from '../../controls/sections';
import type { Question, Unplanned, UnplannedReason } from '../plan-types';
import { NO_OWNER } from '../profile/patterns';
import { htmlPage, scrolling, text } from './page';
import { type Card, CDKTF_WAVE, changeCards, constructCards, type Facets, overlayCards } from './plan-cards';
import { REASONS } from './plan-markdown';
import { PLAN_SCRIPT, PLAN_STYLE } from './plan-page';
import { byNeed, counts, findingText, type PlanDocument, someOf } from './review';

/** Changes that a browser still opens in two seconds. */
const MOST = 5_000;
/** Notes on what is not changed, for each reason. */
const NOTES = 500;

/** plan.html, piece by piece: the backlog by priority, each change with its diff, for a browser without a network. */
export function planHtml(document: PlanDocument): Generator<string> {
  const { plan, waves, level, constructs = [] } = document;
  const waveOf = new Map(
    waves.flatMap(({ changes, impact }, i) => changes.map((change) => [change, `wave ${i + 1}, ${impact}`])),
  );
  const cards = [
    ...changeCards(plan.changes, (change) => waveOf.get(change) ?? change.impact),
    ...constructCards(constructs),
    ...overlayCards(plan.overlays),
  ];
  return htmlPage({
    title: `Remediation plan, level ${level}${document.today ? `, ${document.today}` : ''}`,
    style: PLAN_STYLE,
    script: PLAN_SCRIPT,
    body: bodyOf(document, cards),
  });
}

function* bodyOf(document: PlanDocument, cards: readonly Card[]): Generator<string> {
  const { plan, level, provider, sources, notes } = document;
  const all = counts(plan);
  yield `<h1>Remediation plan</h1>
<p class="quiet">CIS Microsoft Azure Foundations Benchmark 3.0.0, level ${level}. ${[...sources, ...provider].map(text).join('; ')}</p>
<dl class="counts">${Object.entries({
    Records: all.received,
    Closed: all.planned,
    Changes: plan.changes.length + plan.overlays.length,
    'Not changed': all.unplanned,
    Questions: plan.questions.length,
    'No finding': all.ignored,
  })
    .map(([name, count]) => `<div><dt>${name}</dt><dd>${count}</dd></div>`)
    .join('')}</dl>
`;
  yield sectionTable(cards, plan.unplanned);
  yield `<section aria-labelledby="changes"><h2 id="changes">Changes, the most urgent first</h2>\n`;
  yield filters(cards);
  for (const { html } of cards.slice(0, MOST)) yield html();
  if (cards.length > MOST) yield `<p>${cards.length - MOST} less urgent ones are in plan.json.</p>\n`;
  if (!cards.length) yield '<p>Nothing.</p>\n';
  yield '</section>\n';
  const [needed, choices] = byNeed(plan.questions);
  yield questionTable('Questions', 'An answer in plumbline.yaml, under parameters, turns these into changes.', needed);
  yield questionTable('Choices', 'The same; no level of the benchmark asks for them, a scanner does.', choices);
  yield* notChanged(plan.unplanned);
  if (notes.length)
    yield `<section><h2>Notes</h2><ul>${notes.map((note) => `<li>${text(note)}</li>`).join('')}</ul></section>\n`;
}

/** What is closed and what stays, section by section. */
function sectionTable(cards: readonly Card[], unplanned: readonly Unplanned[]): string {
  const open = new Map<string, number>();
  for (const { control: id } of unplanned) {
    const control = id === undefined ? undefined : controlById(id);
    const slug = control && sectionOf(control).slug;
    if (slug) open.set(slug, (open.get(slug) ?? 0) + 1);
  }
  const rows = SECTIONS.flatMap(({ slug, title }) => {
    const own = cards.filter(({ facets }) => facets.section.includes(slug));
    const closed = new Set(own.flatMap(({ findings }) => findings)).size;
    const left = open.get(slug) ?? 0;
    if (!own.length && !left) return [];
    const link = own.length ? `<a href="#?section=${slug}">${title}</a>` : title;
    return [`<tr><th scope="row">${link}</th><td>${own.length}</td><td>${closed}</td><td>${left}</td></tr>`];
  });
  if (!rows.length) return '';
  const table = `<table><caption>Section by section; a change may be in two</caption><thead><tr><th scope="col">Section</th><th scope="col">Changes</th><th scope="col">Findings closed</th><th scope="col">Not changed</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return `${scrolling('Section by section', table)}\n`;
}

const FILTERS = { wave: 'Wave', section: 'Section', level: 'Level', owner: 'Owner', impact: 'Impact' } as const;

/** Hidden until the script shows it: without one it would do nothing. */
function filters(cards: readonly Card[]): string {
  const fields = (Object.keys(FILTERS) as (keyof Facets)[]).map((name) => {
    const found = new Set(cards.flatMap(({ facets }) => facets[name]));
    const values =
      name === 'section' ? SECTIONS.flatMap(({ slug }) => (found.has(slug) ? slug : [])) : [...found].sort(last);
    const options = values.map((value) => `<option value="${text(value)}">${text(titleOf(name, value))}</option>`);
    return `<label>${FILTERS[name]}<br><select name="${name}"><option value="">all</option>${options.join('')}</select></label>`;
  });
  return `<form id="filters" hidden autocomplete="off" aria-label="Which changes are shown">${fields.join('')}<label>Text<br><input name="text" type="search"></label><button type="button">Show all</button><span id="shown" role="status"></span></form>\n`;
}

const titleOf = (name: keyof Facets, value: string): string =>
  (name === 'section' && SECTIONS.find(({ slug }) => slug === value)?.title) || value;

const END: readonly string[] = [NO_OWNER, CDKTF_WAVE];
const last = (a: string, b: string): number => END.indexOf(a) - END.indexOf(b) || (a < b ? -1 : 1);

function questionTable(title: string, effect: string, questions: readonly Question[]): string {
  if (!questions.length) return '';
  const rows = questions.map(
    ({ parameter, question, resources, controls }) =>
      `<tr><th scope="row"><code>${text(parameter)}</code></th><td>${text(question)}</td><td>${text(someOf(resources, (each) => each))}</td><td>${controls.map((id) => `<code>${text(id)}</code>`).join(', ')}</td></tr>`,
  );
  const table = `<table class="words"><thead><tr><th scope="col">Parameter</th><th scope="col">Question</th><th scope="col">For</th><th scope="col">Controls</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return `<section><h2>${title}</h2><p>${effect}</p>${scrolling(title, table)}</section>\n`;
}

function* notChanged(unplanned: readonly Unplanned[]): Generator<string> {
  if (!unplanned.length) return;
  const groups = new Map<UnplannedReason, Unplanned[]>();
  for (const each of unplanned) append(groups, each.reason, each);
  yield '<section><h2>Not changed</h2>\n';
  for (const [reason, all] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const byNote = new Map<string, Unplanned[]>();
    for (const each of all) append(byNote, each.note, each);
    yield `<details id="${reason}"><summary>${text(REASONS[reason])}: ${all.length}</summary><ul>`;
    for (const [note, own] of [...byNote].slice(0, NOTES))
      yield `<li>${text(note)} (${text(someOf(own, ({ finding }) => findingText(finding)))})</li>`;
    if (byNote.size > NOTES) yield `<li>${byNote.size - NOTES} more in plan.json</li>`;
    yield '</ul></details>\n';
  }
  yield '</section>\n';
}
