import type { Control, Deviation } from '../controls/control';
import { judge } from '../controls/deviations';
import { controlsOf } from '../controls/index';
import type { Surroundings } from '../controls/surroundings';
import { isScalar, pathText, type Resource, valueText } from '../controls/value';
import type { Finding, Report } from './findings/finding';
import type { Estate, Located } from './locate/hcl/estate';

/** One verdict that is not "yes". */
export interface Row {
  readonly control: Control;
  readonly address: string;
  readonly file?: string;
  readonly lines?: readonly [number, number];
  readonly environment?: string;
  /** Absent where it cannot be told. */
  readonly deviation?: Deviation;
  readonly why?: string;
}

export interface CheckResult {
  readonly deviating: readonly Row[];
  readonly unknown: readonly Row[];
  readonly compliant: number;
  readonly resources: number;
}

interface Judged extends Resource {
  readonly block?: Located['block'];
  readonly root?: Located['root'];
}

/** Judges every resource by every control of the level. */
export function check(
  groups: readonly { resources: readonly Judged[]; around: Surroundings }[],
  level: 1 | 2,
  only?: ReadonlySet<string>,
): CheckResult {
  const deviating: Row[] = [];
  const unknown: Row[] = [];
  let compliant = 0;
  let resources = 0;
  for (const { resources: all, around } of groups)
    for (const resource of all) {
      const controls = controlsOf(resource.type).filter(
        (each) => !each.manual && each.level <= level && (!only || only.has(each.id)),
      );
      if (controls.length) resources++;
      for (const control of controls) {
        const verdict = judge(control, resource, around);
        if (verdict.answer === 'yes') compliant++;
        else if (verdict.answer === 'unknown') unknown.push({ ...placeOf(resource), control, why: verdict.why });
        else if (verdict.answer === 'no')
          deviating.push(...verdict.deviations.map((deviation) => ({ ...placeOf(resource), control, deviation })));
      }
    }
  return { deviating: deviating.sort(byPlace), unknown: unknown.sort(byPlace), compliant, resources };
}

const byPlace = (a: Row, b: Row) => {
  const [one, two] = [a, b].map(
    (row) =>
      `${row.file ?? ''} ${String(row.lines?.[0] ?? 0).padStart(7, '0')} ${row.address} ${row.environment ?? ''} ${row.control.id}`,
  );
  return one < two ? -1 : one > two ? 1 : 0;
};

function placeOf({ address, block, root }: Judged): Omit<Row, 'control'> {
  if (!block) return { address };
  const environment = root?.environment ? { environment: root.environment } : {};
  return { address, file: block.file.path, lines: [block.firstLine, block.lastLine], ...environment };
}

export const checkEstate = (estate: Estate, level: 1 | 2, only?: ReadonlySet<string>): CheckResult =>
  check(estate.roots, level, only);

/** What was found and what is expected, in one line. */
export function deviationText({ path, found, expected, add, address }: Deviation): string {
  const on = address ? ` (on ${address})` : '';
  if (add) return `lacks ${expected}`;
  const shown = isScalar(found) || found === undefined || found === null ? valueText(found) : 'as it is';
  return `${pathText(path)}${on} is ${shown}, expected ${expected}`;
}

/** Our own deviations as a report, for planning without a scanner. */
export function asReport({ deviating }: CheckResult): Report {
  const findings = new Map<string, Finding>();
  for (const { control, address, file, lines, deviation } of deviating)
    findings.set(`${file} ${address} ${control.id}`, {
      scanner: 'plumbline',
      rule: control.id,
      subject: { address, ...(file ? { file } : {}), ...(lines ? { lines } : {}) },
      message: deviation ? deviationText(deviation) : control.title,
      severity: control.severity,
    });
  return { source: 'plumbline check', format: 'plumbline', findings: [...findings.values()], ignored: {}, notes: [] };
}
