import type { Control } from '../../controls/control';
import { cisNumbers, controlById } from '../../controls/index';
import { SECTIONS, sectionOf } from '../../controls/sections';
import type { Standing } from '../score';
import { type Block, type Cell, code, heading, paragraph, tabled } from './blocks';
import { type Holding, heldBy } from './held';

/** Every control that is asked for, section by section: what, why, and how it is held here. */
export function controlBlocks(holding: Holding, standing: Standing | undefined): Block[] {
  const { decided } = holding;
  const asked = decided.controls.flatMap((id) => controlById(id) ?? []);
  const ofBenchmark = new Set(asked.flatMap((control) => cisNumbers(control))).size;
  const sections = SECTIONS.flatMap(({ slug, title }): Block[] => {
    const own = asked.filter((control) => sectionOf(control).slug === slug).sort(byNumber);
    if (!own.length) return [];
    const head = ['CIS', 'Control', 'Severity', 'Level', 'How it is held', ...(standing ? ['How it stands'] : [])];
    const rows = own.map((control) => rowOf(control, holding, standing));
    return [heading(`controls-${slug}`, title, 3), tabled(`Controls: ${title}`, head, rows)];
  });
  return [
    heading('controls', 'Controls'),
    paragraph(
      `${asked.length} controls are asked for, which stand for ${ofBenchmark} recommendations of the benchmark; the others are asked beyond it. Numbers are those of the benchmark.`,
    ),
    ...sections,
  ];
}

function byNumber(a: Control, b: Control): number {
  const [x, y] = [a, b].map((control) => (cisNumbers(control)[0] ?? '').split('.').map(Number));
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const difference = (x[i] ?? -1) - (y[i] ?? -1);
    if (difference) return difference;
  }
  return a.id < b.id ? -1 : 1;
}

function rowOf(control: Control, holding: Holding, standing: Standing | undefined): readonly Cell[] {
  const { decided } = holding;
  const exceptions = decided.exceptions.filter((each) => each.control === control.id).length;
  const held = [
    ...heldBy(control, holding),
    ...(decided.noExceptions.includes(control.id) ? ['Nothing is excepted from it.'] : []),
    ...(exceptions
      ? [`${exceptions === 1 ? 'One exception is' : `${exceptions} exceptions are`} registered below.`]
      : []),
  ];
  return [
    cisNumbers(control).join(', ') || '–',
    [`${control.title}. ${control.why} (`, code(control.id), ')'],
    control.severity,
    control.onRequest ? 'on request' : String(control.level),
    held.join(' '),
    ...(standing ? [standsText(control, standing)] : []),
  ];
}

function standsText({ id, manual }: Control, { controls }: Standing): string {
  const counts = Object.hasOwn(controls, id) ? controls[id] : undefined;
  if (!counts) return manual ? 'by a person' : 'nothing it applies to';
  const { compliant, deviating, excepted, unknown } = counts;
  const parts = [
    ...(compliant ? [`${compliant} compliant`] : []),
    ...(deviating ? [`${deviating} deviating`] : []),
    ...(excepted ? [`${excepted} excepted`] : []),
    ...(unknown ? [`${unknown} cannot be told`] : []),
  ];
  return parts.join(', ');
}
