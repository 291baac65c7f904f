import type { Scanner, Severity } from './finding';
import { at, integer, list, printable, text, textAt } from './json';
import { severity } from './place';

/** The rules of one run, found by id or index in the driver or one of its extensions. */
export interface Rules {
  /** Id of the rule a result was found by, and its description when the run has one. */
  find(result: unknown): { readonly id: string; readonly rule: unknown };
}

/** Indexes the rules of a run once; every look-up after that is constant. */
export function rulesOf(run: unknown): Rules {
  const components = [at(run, 'tool', 'driver'), ...list(at(run, 'tool', 'extensions'))];
  const tables = components.map((component) => list(at(component, 'rules')));
  const byId = tables.map((rules) => indexed(rules, 'id'));
  const byName = indexed(components, 'name');
  const byGuid = indexed(components, 'guid');

  /** The component a result's `rule` points at; the driver, number 0, when it points at none. */
  const componentOf = (result: unknown): number => {
    const reference = at(result, 'rule', 'toolComponent');
    const index = integer(at(reference, 'index'));
    if (index !== undefined && index >= 0) return index + 1;
    return byGuid.get(textAt(reference, 'guid') ?? '') ?? byName.get(textAt(reference, 'name') ?? '') ?? 0;
  };

  const withId = (id: string, component: number): unknown => {
    const at = byId[component]?.get(id);
    if (at !== undefined) return tables[component]![at];
    for (const [number, ids] of byId.entries()) if (ids.has(id)) return tables[number]![ids.get(id)!];
    return undefined;
  };

  return {
    find(result) {
      const component = componentOf(result);
      const index = integer(at(result, 'ruleIndex')) ?? integer(at(result, 'rule', 'index')) ?? -1;
      const indexedRule = tables[component]?.[index];
      const id = textAt(result, 'ruleId') ?? textAt(result, 'rule', 'id') ?? textAt(indexedRule, 'id');
      if (id === undefined) return { id: 'unknown', rule: indexedRule };
      // `RULE/part` is a part of RULE and described there.
      const named =
        withId(id, component) ?? (id.includes('/') ? withId(id.slice(0, id.lastIndexOf('/')), component) : undefined);
      return { id, rule: named ?? indexedRule };
    },
  };
}

function indexed(elements: readonly unknown[], member: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const [index, element] of elements.entries()) {
    const key = textAt(element, member);
    if (key !== undefined && !found.has(key)) found.set(key, index);
  }
  return found;
}

/** The message of a result with its arguments in place, else what the rule says of itself, else the rule's id. */
export function messageOf(result: unknown, rule: unknown, id: string, run: unknown): string {
  const message = at(result, 'message');
  const key = textAt(message, 'id') ?? '';
  const template =
    textAt(message, 'text') ??
    textAt(rule, 'messageStrings', key, 'text') ??
    textAt(run, 'tool', 'driver', 'globalMessageStrings', key, 'text') ??
    textAt(message, 'markdown') ??
    textAt(rule, 'messageStrings', key, 'markdown');
  if (template !== undefined) return filled(template, list(at(message, 'arguments')));
  return textAt(rule, 'shortDescription', 'text') ?? textAt(rule, 'name') ?? id;
}

/** `{0}` is the first argument, `{{` a brace. Many tools write braces without meaning either: those stay. */
function filled(template: string, values: readonly unknown[]): string {
  if (values.length === 0) return template;
  return printable(
    template.replace(/\{\{|\}\}|\{(\d{1,3})\}/g, (found, number?: string) =>
      number === undefined ? found[0]! : (text(values[Number(number)]) ?? found),
    ),
  );
}

/**
 * How bad the rule is, on GitHub's scale of `security-severity` (0 to 10), else by the word that terrascan, Snyk or
 * Trivy puts into the rule. By `level` only where the scanner says its severity so: most set it to `error` for everything.
 */
export function severityOf(result: unknown, rule: unknown, scanner: Scanner): Severity | undefined {
  const given = at(result, 'properties', 'security-severity') ?? at(rule, 'properties', 'security-severity');
  const score = typeof given === 'number' ? given : Number.parseFloat(text(given) ?? '');
  if (score >= 0 && score <= 10) return score >= 9 ? 'critical' : score >= 7 ? 'high' : score >= 4 ? 'medium' : 'low';
  const word = textAt(rule, 'properties', 'severity') ?? textAt(rule, 'properties', 'problem', 'severity');
  return severity(word) ?? (gradedByLevel.has(scanner) ? levels.get(levelOf(result, rule) ?? '') : undefined);
}

/** The level of a result, which KICS and much of Microsoft Security DevOps leave to the rule. */
export const levelOf = (result: unknown, rule: unknown): string | undefined =>
  textAt(result, 'level') ?? textAt(rule, 'defaultConfiguration', 'level');

const gradedByLevel: ReadonlySet<Scanner> = new Set<Scanner>(['kics', 'trivy', 'tfsec']);
const levels: ReadonlyMap<string, Severity> = new Map([
  ['error', 'high'],
  ['warning', 'medium'],
  ['note', 'low'],
]);

const scanners: readonly (readonly [RegExp, Scanner])[] = [
  [/^checkov|^bridgecrew|^prisma cloud/i, 'checkov'],
  [/^trivy/i, 'trivy'],
  [/^tfsec|^defsec/i, 'tfsec'],
  [/^kics/i, 'kics'],
  [/^terrascan/i, 'terrascan'],
  [/^snyk/i, 'snyk'],
  [/^wiz/i, 'wiz'],
  [/^psrule/i, 'psrule'],
  [/^prowler/i, 'prowler'],
  [/defender for cloud/i, 'defender'],
  [/^(?:azure-)?plumbline/i, 'plumbline'],
];

/** The scanner a run is of, by the name of its driver; a run that names none may be told by its rule ids. */
export function scannerOf(run: unknown, rule: string): Scanner {
  const name = textAt(run, 'tool', 'driver', 'name');
  if (name === undefined) return /^CKV2?_/.test(rule) ? 'checkov' : 'other';
  return scanners.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
}
