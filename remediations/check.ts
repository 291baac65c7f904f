import { asksFor, type Control, type ControlId, type Deviation, type Scope } from '../controls/control';
import { judge } from '../controls/deviations';
import { controls, controlsOf } from '../controls/index';
import { lacking } from '../controls/lacking';
import type { Surroundings } from '../controls/surroundings';
import { isScalar, pathText, type Resource, valueText } from '../controls/value';
import type { Verdict } from '../controls/verdict';
import type { Finding, Report } from './findings/finding';
import type { Estate, Located } from './locate/hcl/estate';
import { nearestLine } from './locate/hcl/place';
import { constructPath } from './locate/hcl/synthesized';
import { pathAsWritten, shown } from './names-in-version';
import { type Exception, Exceptions, isExpired, utcDay } from './profile/exceptions';

/** One verdict that is not "yes". */
export interface Row {
  readonly control: Control;
  readonly address: string;
  readonly file?: string;
  readonly lines?: readonly [number, number];
  /** The line that deviates, or the one nearest to what is missing. */
  readonly at?: { readonly file: string; readonly line: number };
  readonly environment?: string;
  /** Path of the construct that it was synthesized from. */
  readonly construct?: string;
  /** Absent where it cannot be told. */
  readonly deviation?: Deviation;
  readonly why?: string;
  /** In force for excepted rows, expired for others. */
  readonly exception?: Exception;
}

export interface CheckResult {
  readonly deviating: readonly Row[];
  readonly unknown: readonly Row[];
  /** What would be deviating or unknown, but somebody answers for it. */
  readonly excepted: readonly Row[];
  readonly compliant: number;
  readonly resources: number;
}

export interface Judged extends Resource {
  readonly block?: Located['block'];
  readonly root?: Located['root'];
}

export interface CheckOptions {
  readonly level: 1 | 2;
  readonly only?: ReadonlySet<string>;
  /** The day that exceptions are judged on; today when not given. */
  readonly today?: string;
  /** What the code owns as a whole: what it does not declare of it deviates. */
  readonly owns?: readonly Owned[];
  /** Controls on request that the profile asks for. */
  readonly on?: ReadonlySet<ControlId>;
  /** Controls that the profile turns off; `only` overrules it. */
  readonly off?: ReadonlyMap<ControlId, string>;
  /** Those of the profile; what the code says about itself counts anyway. */
  readonly exceptions?: Exceptions;
}
export type Owned = Exclude<Scope, 'resource'>;

export interface Group<R extends Judged = Judged> {
  readonly resources: readonly R[];
  readonly around: Surroundings;
}

/** What a control says of a resource, and who answers for it where it is not compliance. */
export interface Verdicted<R extends Judged> {
  readonly resource: R;
  readonly control: Control;
  readonly verdict: Verdict;
  readonly exception?: Exception;
  /** The exception is in force. */
  readonly isExcepted: boolean;
}

/** The verdicts of every control that is asked for, resource by resource. */
export function* verdicts<R extends Judged>(
  { resources, around }: Group<R>,
  options: CheckOptions,
): Generator<Verdicted<R>> {
  const { today = utcDay(), exceptions = new Exceptions() } = options;
  for (const resource of resources)
    for (const control of controlsOf(resource.type)) {
      if (control.manual || !selects(control, options)) continue;
      const verdict = judge(control, resource, around);
      const { answer } = verdict;
      const exception =
        answer === 'no' || answer === 'unknown'
          ? exceptions.of(control.id, resource, resource.block?.file.path)
          : undefined;
      yield {
        resource,
        control,
        verdict,
        ...(exception ? { exception } : {}),
        isExcepted: exception !== undefined && !isExpired(exception, today),
      };
    }
}

/** Naming a control is a request. */
function selects(control: Control, { level, only, on, off }: CheckOptions): boolean {
  if (only) return only.has(control.id) && control.level <= level;
  return (asksFor(level, control) || (on?.has(control.id) ?? false)) && !off?.has(control.id);
}

/** Judges every resource by every control of the level. */
export function check(groups: readonly Group[], options: CheckOptions): CheckResult {
  const { level, only, owns = [], off } = options;
  const deviating: Row[] = [];
  const unknown: Row[] = [];
  const excepted: Row[] = [];
  let compliant = 0;
  let resources = 0;
  for (const group of groups) {
    let last: Judged | undefined;
    for (const { resource, control, verdict, exception, isExcepted } of verdicts(group, options)) {
      if (resource !== last) resources++;
      last = resource;
      if (verdict.answer === 'yes') compliant++;
      if (verdict.answer !== 'no' && verdict.answer !== 'unknown') continue;
      const row = { ...placeOf(resource), control, ...(exception ? { exception } : {}) };
      const rows: Row[] =
        verdict.answer === 'no'
          ? verdict.deviations.map((each) => {
              const path = pathAsWritten(resource, each.path, group.around.version);
              return {
                ...row,
                ...lineOf(resource, { ...each, path }),
                deviation: shown(resource, each, group.around.version),
              };
            })
          : [{ ...row, why: verdict.why }];
      const counted = verdict.answer === 'no' ? deviating : unknown;
      (isExcepted ? excepted : counted).push(...rows);
    }
  }
  deviating.push(
    ...owns
      .flatMap((scope) => notDeclared(groups, scope, level, only))
      .filter(({ control }) => only || !off?.has(control.id)),
  );
  const [a, b, c] = [deviating, unknown, excepted].map((rows) => rows.sort(byPlace));
  return { deviating: a, unknown: b, excepted: c, compliant, resources };
}

/** What no root module declares: a subscription has one plan, contact or alert of a kind, wherever it is written. */
export function notDeclared(groups: readonly Group[], scope: Owned, level: 1 | 2, only?: ReadonlySet<string>): Row[] {
  const selected = controls.filter((control) => !only || only.has(control.id));
  const found = groups.map(({ around }) => lacking(selected, scope, level, around));
  const everywhere = found[0]?.filter(({ control }) =>
    found.every((each) => each.some((one) => one.control === control)),
  );
  return (everywhere ?? []).map((each) => ({ ...each, address: `the ${scope}` }));
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
  const path = constructPath(block);
  const construct = path === undefined ? {} : { construct: path };
  return { address, file: block.file.path, lines: [block.firstLine, block.lastLine], ...environment, ...construct };
}

/** Where the attribute is written; for what stands on a companion or nowhere, the resource. */
function lineOf({ block }: Judged, { path, address }: Deviation): Pick<Row, 'at'> {
  return block && !address ? { at: nearestLine(block, path) } : {};
}

export const checkEstate = (estate: Estate, options: CheckOptions): CheckResult => check(estate.roots, options);

/** What was found and what is expected, in one line. */
export function deviationText({ path, found, expected, add, address }: Deviation): string {
  const on = address ? ` (on ${address})` : '';
  if (add || !path.length) return `lacks ${expected}`;
  const shown = isScalar(found) || found === undefined || found === null ? valueText(found) : 'as it is';
  return `${pathText(path)}${on} is ${shown}, expected ${expected}`;
}

/** Our own deviations as a report, for planning without a scanner; excepted ones too, so that a plan shows them. */
export function asReport({ deviating, excepted }: CheckResult): Report {
  const findings = new Map<string, Finding>();
  for (const { control, address, file, lines, deviation } of [...deviating, ...excepted])
    findings.set(`${file} ${address} ${control.id}`, {
      scanner: 'plumbline',
      rule: control.id,
      subject: { address, ...(file ? { file } : {}), ...(lines ? { lines } : {}) },
      message: deviation ? deviationText(deviation) : control.title,
      severity: control.severity,
    });
  return { source: 'plumbline check', format: 'plumbline', findings: [...findings.values()], ignored: {}, notes: [] };
}
