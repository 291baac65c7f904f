import { valueText } from '../../controls/value';
import { exceptionFor } from '../exception-register';
import type { Attestation } from '../profile/attestations';
import type { BASELINE_FACTS } from '../profile/baseline-facts';
import type { ProfileException } from '../profile/exceptions';
import { scopeText } from '../profile/guardrail-choice';
import type { Decided } from './decided';

/** One line of the change record, `kind` for programs. */
export interface BaselineChange {
  readonly kind: 'document' | 'tool' | 'level' | 'control' | 'parameter' | 'exception' | 'attestation' | 'guardrails';
  readonly text: string;
}

/** Everything that is decided otherwise than before, in words. */
export function changesBetween(before: Decided, now: Decided): BaselineChange[] {
  return [
    ...facts(before, now),
    ...(before.level === now.level ? [] : [change('level', `Level ${before.level} became level ${now.level}.`)]),
    ...(before.benchmark === now.benchmark
      ? []
      : [change('level', `The benchmark is ${now.benchmark}, it was ${before.benchmark}.`)]),
    ...(before.tool === now.tool
      ? []
      : [change('tool', `Written by plumbline ${now.tool}${before.tool ? `, it was ${before.tool}` : ''}.`)]),
    ...controlChanges(before, now),
    ...parameterChanges(before, now),
    ...exceptionChanges(before.exceptions, now.exceptions),
    ...attestationChanges(before.attestations, now.attestations),
    ...guardrailChanges(before, now),
  ];
}

const change = (kind: BaselineChange['kind'], text: string): BaselineChange => ({ kind, text });

const NAMES: Readonly<Record<keyof typeof BASELINE_FACTS, string>> = {
  title: 'The title',
  scope: 'The scope',
  owner: 'The owner',
  approvedBy: 'The approval',
  review: 'The day of review',
};

function facts(before: Decided, now: Decided): BaselineChange[] {
  return (Object.keys(NAMES) as (keyof typeof NAMES)[]).flatMap((name) => {
    const [old, fresh] = [before[name], now[name]];
    if (old === fresh) return [];
    const was = old === undefined ? '' : `, it was ${old}`;
    return change(
      'document',
      fresh === undefined ? `${NAMES[name]} is no longer named${was}.` : `${NAMES[name]} is ${fresh}${was}.`,
    );
  });
}

function controlChanges(before: Decided, now: Decided): BaselineChange[] {
  const [old, fresh] = [new Set(before.controls), new Set(now.controls)];
  const added = now.controls.filter((id) => !old.has(id));
  const gone = before.controls.filter((id) => !fresh.has(id) && now.off[id] === undefined);
  const named = now.on.filter((id) => !before.on.includes(id) && !added.includes(id));
  const unnamed = before.on.filter((id) => !now.on.includes(id) && !gone.includes(id));
  const again = Object.keys(before.off).filter((id) => now.off[id] === undefined && !added.includes(id));
  const reasons = Object.entries(now.off).filter(([id, reason]) => before.off[id] !== reason);
  const admitsNone = now.noExceptions.filter((id) => !before.noExceptions.includes(id));
  const admits = before.noExceptions.filter((id) => !now.noExceptions.includes(id));
  return [
    ...together('Asked for now', added),
    // What the lists of controls do not show: it is off all the same, or no level asks for it anyway.
    ...together('Named under "on" now', named),
    ...together('No longer named under "on"', unnamed),
    ...together('No longer named under "off"', again),
    ...reasons.map(([id, reason]) => change('control', `${id} does not count here: ${reason}`)),
    ...together('No longer asked for', gone),
    ...together('Nothing is excepted any more from', admitsNone),
    ...together('Exceptions are admitted from', admits),
  ];
}

/** A level that changes takes many along. */
const together = (what: string, ids: readonly string[]): BaselineChange[] =>
  ids.length ? [change('control', `${what}: ${ids.join(', ')}.`)] : [];

function parameterChanges({ parameters: before }: Decided, { parameters: now }: Decided): BaselineChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return names.flatMap((name) => {
    const [old, fresh] = [before, now].map((all) => (Object.hasOwn(all, name) ? valueText(all[name]) : undefined));
    if (old === fresh) return [];
    if (fresh === undefined) return change('parameter', `${name} is no longer answered, it was ${old}.`);
    return change('parameter', `${name} is ${fresh}${old === undefined ? '' : `, it was ${old}`}.`);
  });
}

/** By what it is about; what is about the same comes apart by its place in the list. */
function byKey<T>(all: readonly T[], keyOf: (each: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const each of all) {
    const key = keyOf(each);
    let free = key;
    for (let i = 2; found.has(free); i++) free = `${key}\n${i}`;
    found.set(free, each);
  }
  return found;
}

/** The same exception, whatever is said of it: until when, by whom, why. */
const exceptionKey = ({ control, address, arm, path, tags }: ProfileException): string =>
  JSON.stringify([control, address, arm, path, Object.entries(tags ?? {}).sort()]);

const ownerText = ({ owner, reason, ticket, team }: ProfileException): string =>
  `${owner}: ${reason}${ticket ? ` (${ticket})` : ''}${team ? ` [team ${team}]` : ''}`;

function exceptionChanges(before: readonly ProfileException[], now: readonly ProfileException[]): BaselineChange[] {
  const [old, fresh] = [before, now].map((all) => byKey(all, exceptionKey));
  const of = (each: ProfileException) => `the exception from ${each.control} for ${exceptionFor(each)}`;
  return [
    ...[...fresh].flatMap(([key, each]) => {
      const was = old.get(key);
      const by = ownerText(each);
      if (!was) return change('exception', `New is ${of(each)}, until ${each.until}, by ${by}.`);
      const texts = [
        ...(was.until < each.until ? [`it lasts until ${each.until}, it was ${was.until}`] : []),
        ...(was.until > each.until ? [`it ends on ${each.until} already, it was ${was.until}`] : []),
        ...(by === ownerText(was) ? [] : [`it is now by ${by}`]),
      ];
      return texts.length ? change('exception', `Changed is ${of(each)}: ${texts.join(', ')}.`) : [];
    }),
    ...[...old].flatMap(([key, each]) => (fresh.has(key) ? [] : change('exception', `Gone is ${of(each)}.`))),
  ];
}

function attestationChanges(before: readonly Attestation[], now: readonly Attestation[]): BaselineChange[] {
  const [old, fresh] = [before, now].map((all) => byKey(all, ({ control, on }) => `${control} ${on}`));
  const said = ({ by, next, evidence }: Attestation) => `by ${by}, the next time by ${next}, evidence ${evidence}`;
  return [
    ...[...fresh].flatMap(([key, each]) => {
      const was = old.get(key);
      const { control, by, on, next } = each;
      if (!was) return change('attestation', `${control} was attested by ${by} on ${on}, the next time by ${next}.`);
      if (said(each) === said(was)) return [];
      return change(
        'attestation',
        `The attestation of ${control} on ${on} says now: ${said(each)}; it said: ${said(was)}.`,
      );
    }),
    ...[...old].flatMap(([key, { control, on }]) =>
      fresh.has(key) ? [] : change('attestation', `The attestation of ${control} on ${on} was taken out.`),
    ),
  ];
}

function guardrailChanges({ guardrails: before }: Decided, { guardrails: now }: Decided): BaselineChange[] {
  const [old, fresh] = [before, now].map(
    (all) =>
      all &&
      JSON.stringify([all.subscription, all.managementGroup, all.effect ?? 'audit', [...(all.deny ?? [])].sort()]),
  );
  if (old === fresh) return [];
  if (!now) return [change('guardrails', 'Azure Policy no longer holds the baseline.')];
  const deny = now.deny?.length ? `; these refuse: ${[...now.deny].sort().join(', ')}` : '';
  return [
    change(
      'guardrails',
      `Azure Policy holds the baseline for the ${scopeText(now)}, effect ${now.effect ?? 'audit'}${deny}.`,
    ),
  ];
}
