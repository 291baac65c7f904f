import { append } from '../controls/append';
import type { Control, Impact, Severity } from '../controls/control';
import { attributeFacts } from '../controls/provider/facts';
import { isList, isObject, type Resource, type Value } from '../controls/value';
import type { Finding } from './findings/finding';
import type { Change } from './plan-types';
import { fits, tagsFit } from './profile/patterns';
import type { Criticality, CriticalityRule } from './profile/profile';

const SEVERITY: Readonly<Record<Severity, number>> = { critical: 60, high: 45, medium: 30, low: 15 };
const CRITICALITY: Readonly<Record<Criticality, number>> = { high: 15, normal: 0, low: -15 };
const EFFORT: Readonly<Record<Impact, number>> = { 'in-place': 0, disruptive: -5, irreversible: -10, replaces: -10 };
const LEVEL_1 = 10;
const EXPOSED = 15;
const MOST_FINDINGS = 5;
/** What only a scanner wants to see changes nothing in Azure. */
const MOST_EXPLICIT = 10;

/**
 * How urgent it is that a resource meets a control, before what the change closes and costs is known.
 * @param rules of the profile; the first that fits says how much the resource matters
 */
export function urgency(control: Control, resource: Resource, rules: readonly CriticalityRule[]): number {
  const { severity, level, onRequest } = control;
  return (
    SEVERITY[severity] +
    (level === 1 && !onRequest ? LEVEL_1 : 0) +
    (isExposed(resource) ? EXPOSED : 0) +
    CRITICALITY[criticalityOf(resource, rules)]
  );
}

/** From 1 to 100: the urgency, a little more for each further finding that it closes, less where it needs preparing. */
export function priorityOf(
  urgent: number,
  { findings, impact, explicit }: Pick<Change, 'findings' | 'impact' | 'explicit'>,
): number {
  const closes = Math.min(findings.length - 1, MOST_FINDINGS);
  return Math.max(1, Math.min(explicit ? MOST_EXPLICIT : 100, urgent + Math.max(closes, 0) + EFFORT[impact]));
}

/** How much a resource matters by the profile; the first rule that fits says it. */
export function criticalityOf(
  { attributes }: Pick<Resource, 'attributes'>,
  rules: readonly CriticalityRule[],
): Criticality {
  const { name, tags } = attributes;
  const fitting = rules.find(
    (rule) =>
      (rule.name === undefined || (typeof name === 'string' && fits(rule.name, name))) && tagsFit(rule.tags, tags),
  );
  return fitting?.is ?? 'normal';
}

const ANYWHERE = new Set(['*', '0.0.0.0/0', '::/0', 'internet', 'any']);
const exposure = new WeakMap<Resource, boolean>();

/** Whether the code shows that the whole internet may reach it. What cannot be read is not counted. */
export function isExposed(resource: Resource): boolean {
  let answer = exposure.get(resource);
  if (answer === undefined) {
    answer = hasPublicEndpoint(resource) || admitsAnybody(resource);
    exposure.set(resource, answer);
  }
  return answer;
}

function hasPublicEndpoint({ type, attributes }: Resource): boolean {
  const facts = attributeFacts(type, 'public_network_access_enabled', 4);
  const open = attributes.public_network_access_enabled ?? facts?.default;
  if (!facts || open !== true) return false;
  const firewalls = [attributes.network_rules, attributes.network_acls];
  return !firewalls.some((rules) => rules !== undefined && isObject(rules) && rules.default_action === 'Deny');
}

function admitsAnybody({ type, attributes }: Resource): boolean {
  if (type === 'azurerm_network_security_rule') return isOpenRule(attributes);
  const rules = type === 'azurerm_network_security_group' ? attributes.security_rule : undefined;
  return isList(rules) ? rules.some(isOpenRule) : isOpenRule(rules);
}

function isOpenRule(rule: Value | undefined): boolean {
  if (rule === undefined || !isObject(rule) || rule.access !== 'Allow' || rule.direction !== 'Inbound') return false;
  const { source_address_prefix: one, source_address_prefixes: many } = rule;
  return [one, ...(isList(many) ? many : [])].some(
    (each) => typeof each === 'string' && ANYWHERE.has(each.toLowerCase()),
  );
}

/**
 * The most urgent changes, at most `most` unless the first alone needs more: a finding that two changes close is closed by
 * both or by none.
 */
export function topOf(changes: readonly Change[], most: number): Change[] {
  const byFinding = new Map<Finding, Change[]>();
  for (const change of changes) for (const finding of change.findings) append(byFinding, finding, change);
  const chosen = new Set<Change>();
  const sorted = [...changes].sort((a, b) => b.priority - a.priority);
  for (const first of sorted) {
    if (chosen.has(first)) continue;
    const together = new Set([first]);
    for (const change of together)
      for (const finding of change.findings) for (const other of byFinding.get(finding) ?? []) together.add(other);
    const added = [...together].filter((change) => !chosen.has(change));
    if (chosen.size && chosen.size + added.length > most) continue;
    for (const change of added) chosen.add(change);
    if (chosen.size >= most) break;
  }
  return changes.filter((change) => chosen.has(change));
}
