import { createHash } from 'node:crypto';
import { type Control, SEVERITIES } from '../../controls/control';
import { askedBy, type Section, sectionOf } from '../../controls/sections';
import type { ToldConstruct } from '../cdktf/told';
import { excerptOf } from '../edit/excerpt';
import type { Finding } from '../findings/finding';
import { printable } from '../findings/json';
import type { OverlayChange } from '../overlay/overlay';
import type { Change } from '../plan-types';
import { NO_OWNER } from '../profile/patterns';
import { placeText, propertyText } from './constructs-markdown';
import { FileLines, hunksBetween } from './line-diff';
import { overlayTexts, shortName } from './overlays-markdown';
import { codeText, text } from './page';
import { effectsOf } from './plan-json';
import { byPriority, changeId, cisText, closedBy, shortDifference, siteOf, someOf } from './review';

/** What a reader can choose cards by. */
export interface Facets {
  /** The wave, or the stack of what stands in no code. */
  readonly wave: string;
  readonly section: readonly Section['slug'][];
  readonly level: ReturnType<typeof askedBy>;
  readonly owner: readonly string[];
  readonly impact: string;
}

/** One change as it is shown, made when its turn comes. */
export interface Card {
  readonly facets: Facets;
  readonly findings: readonly Finding[];
  readonly html: () => string;
}

export const CDKTF_WAVE = 'in CDKTF code';

/** Changes of code, the most urgent first. */
export function changeCards(changes: readonly Change[], waveOf: (change: Change) => string): Card[] {
  return byPriority(changes).map((change) => {
    const facets = facetsOf(change, waveOf(change));
    return { facets, findings: change.findings, html: () => changeHtml(change, facets) };
  });
}

/** What to write into the code of an app, construct by construct. */
export function constructCards(constructs: readonly ToldConstruct[]): Card[] {
  return constructs.flatMap((construct) => {
    const changes = [...new Set([...construct.properties, ...construct.additions].map(({ change }) => change))];
    if (!changes.length) return [];
    const controls = changes.flatMap((change) => change.controls);
    const [urgent] = byPriority(changes);
    const owners = [...new Set(changes.flatMap((change) => change.owners))];
    const facets = facetsOf({ controls, owners, impact: urgent.impact }, CDKTF_WAVE);
    return [
      {
        facets,
        findings: changes.flatMap((change) => change.findings),
        html: () => constructHtml(construct, changes, facets),
      },
    ];
  });
}

/** Changes of what stands in no code, the worst first. */
export function overlayCards(overlays: readonly OverlayChange[]): Card[] {
  const rank = ({ controls }: OverlayChange) =>
    Math.max(...controls.map(({ severity }) => SEVERITIES.indexOf(severity)));
  return [...overlays]
    .sort((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1))
    .map((change) => {
      const facets = facetsOf(change, `stack ${change.overlay.stack ?? 'remediation'}`);
      return { facets, findings: change.findings, html: () => overlayHtml(change, facets) };
    });
}

function facetsOf({ controls, owners, impact }: Pick<Change, 'controls' | 'owners' | 'impact'>, wave: string): Facets {
  const named = [...new Set(owners.map(printable))].filter(Boolean);
  return {
    wave,
    section: [...new Set(controls.map((control) => sectionOf(control).slug))],
    level: controls.map(askedBy).sort()[0],
    owner: named.length ? named : [NO_OWNER],
    impact,
  };
}

interface Shown {
  readonly id: string;
  readonly title: string;
  /** Where it is, on one line. */
  readonly place: string;
  readonly marks: readonly string[];
  readonly inside: readonly string[];
}

function cardHtml({ id, title, place, marks, inside }: Shown, facets: Facets): string {
  const data = Object.entries(facets)
    .map(([name, value]) => ` data-${name}="${[value].flat().map(text).join('&#10;')}"`)
    .join('');
  return `<article class="change" id="${id}"${data}><details><summary><h3>${text(title)}</h3><span>${text(place)}</span><span>${marks.map((mark) => `<i>${text(mark)}</i>`).join('')}</span></summary><div class="inside">
${inside.filter(Boolean).join('\n')}
<p><a href="#${id}">Link to this change</a></p>
</div></details></article>
`;
}

function changeHtml(change: Change, facets: Facets): string {
  const { file, line } = siteOf(change);
  const restored = change.controls.every(({ fix }) => fix?.restores === 'yes');
  return cardHtml(
    {
      id: `change-${changeId(change)}`,
      title: shortDifference(change),
      place: `${someOf(change.resources, (each) => each)} · ${file}:${line}`,
      marks: [`priority ${change.priority}`, facets.wave, ...ownerMarks(change.owners)],
      inside: [
        ...change.controls.map(controlHtml),
        change.explicit
          ? '<p>What is made explicit is the default already: Terraform plans no change for it, a scanner wants to see it.</p>'
          : effects(change.controls),
        restored || change.explicit ? '' : '<p>The old text alone does not bring Azure back to where it was.</p>',
        notes(change.notes),
        diffHtml(change),
        closes(change.findings),
      ],
    },
    facets,
  );
}

function constructHtml(construct: ToldConstruct, changes: readonly Change[], facets: Facets): string {
  const { element, properties, additions, code } = construct;
  return cardHtml(
    {
      id: `change-${changeId(changes[0])}`,
      title: `${element.path}: ${element.className}`,
      place: placeText(construct),
      marks: [`priority ${Math.max(...changes.map(({ priority }) => priority))}`, facets.wave],
      inside: [
        ...[...new Set(changes.flatMap(({ controls }) => controls))].map(controlHtml),
        effects(changes.flatMap((change) => (change.explicit ? [] : change.controls))),
        list(properties.map(propertyText)),
        notes(changes.flatMap((change) => change.notes)),
        ...(code === undefined ? [] : [`<pre>${codeText(code)}</pre>`]),
        ...additions.map((each) => `<pre>${codeText(`${each.import}\n\n${each.code}`)}</pre>`),
        closes(changes.flatMap(({ findings }) => findings)),
      ],
    },
    facets,
  );
}

function overlayHtml(change: OverlayChange, facets: Facets): string {
  const { overlay, controls, findings } = change;
  const id = createHash('sha256').update(change.id).digest('hex').slice(0, 10);
  return cardHtml(
    {
      id: `change-${id}`,
      title: overlayTexts(change)[0] ?? change.title,
      place: `${shortName(overlay)} · ${overlay.armId}`,
      marks: [facets.wave, overlay.strategy, ...ownerMarks(change.owners)],
      inside: [
        ...controls.map(controlHtml),
        effects(controls),
        notes(change.notes),
        list(overlayTexts(change)),
        `<p>Terraform's plan shows ${text(overlay.onPlan)}. When it is applied, ${text(overlay.onApply)}. When it is destroyed, ${text(overlay.onDestroy.charAt(0).toLowerCase() + overlay.onDestroy.slice(1))}.</p>`,
        closes(findings),
      ],
    },
    facets,
  );
}

const ownerMarks = (owners: readonly string[]) => owners.map((owner) => `owner ${owner}`);

const controlHtml = (control: Control): string =>
  `<p><strong>${text(control.title)}</strong> (${text(cisText(control))}, <code>${control.id}</code>, ${control.severity}). ${text(control.why)}</p>`;

const effects = (controls: readonly Control[]): string => list(effectsOf([...new Set(controls)]));

const list = (items: readonly string[]): string =>
  items.length ? `<ul>${items.map((item) => `<li>${text(item)}</li>`).join('')}</ul>` : '';

const notes = (all: readonly string[]): string => list([...new Set(all)]);

const closes = (findings: readonly Finding[]): string =>
  findings.length ? `<p>Closes ${text(someOf(closedBy(findings), (each) => each))}.</p>` : '';

/** What the patch does for this change alone. */
function diffHtml(change: Change): string {
  const excerpt = excerptOf(change);
  if (!excerpt) return '';
  const hunks = hunksBetween(new FileLines(), excerpt.before, excerpt.after);
  const lines = hunks.flatMap(({ oldStart, lines }) => [
    `@@ ${change.edit.place.file.path}:${excerpt.line + oldStart - 1}\n`,
    ...lines.map((line) => {
      const shown = codeText(line.replace(/\r?\n?$/, ''));
      return line[0] === '+' ? `<ins>${shown}</ins>` : line[0] === '-' ? `<del>${shown}</del>` : `${shown}\n`;
    }),
  ]);
  return `<pre>${lines.map((line, i) => (i === 0 || line.startsWith('@@') ? codeText(line) : line)).join('')}</pre>`;
}
