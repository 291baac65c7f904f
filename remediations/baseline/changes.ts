import { valueText } from '../../controls/value';
import type { Attestation } from '../profile/attestations';
import type { BASELINE_FACTS } from '../profile/baseline-facts';
import type { ProfileException } from '../profile/exceptions';
import type { Decided } from './decided';

/** One line of the change record, `kind` for programs. */
export interface BaselineChange {
  readonly kind: 'document' | 'level' | 'control' | 'parameter' | 'exception' | 'attestation' | 'guardrails';
  readonly text: string;
}

/** What an exception is for, in words. */
export const exceptionFor = ({ address, arm, path, tags }: ProfileException): string =>
  [
    ...(address ? [address] : []),
    ...(arm ? [arm] : []),
    ...(path ? [`files ${path}`] : []),
    ...Object.entries(tags ?? {}).map(([name, value]) => `tag ${name} = ${value}`),
  ].join(', ');

/** Everything that is decided otherwise than before, in words. */
export function changesBetween(before: Decided, now: Decided): BaselineChange[] {
  return [
    ...facts(before, now),
    ...(before.level === now.level ? [] : [change('level', `Level ${before.level} became level ${now.level}.`)]),
    ...(before.benchmark === now.benchmark
      ? []
      : [change('level', `The benchmark is ${now.benchmark}, it was ${before.benchmark}.`)]),
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
  const reasons = Object.entries(now.off).filter(([id, reason]) => before.off[id] !== reason);
  const admitsNone = now.noExceptions.filter((id) => !before.noExceptions.includes(id));
  const admits = before.noExceptions.filter((id) => !now.noExceptions.includes(id));
  return [
    ...together('Asked for now', added),
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
    const [old, fresh] = [before, now].map((all) => (name in all ? valueText(all[name]) : undefined));
    if (old === fresh) return [];
    if (fresh === undefined) return change('parameter', `${name} is no longer answered, it was ${old}.`);
    return change('parameter', `${name} is ${fresh}${old === undefined ? '' : `, it was ${old}`}.`);
  });
}

/** The same exception, whatever is said of it: until when, by whom, why. */
const exceptionKey = (each: ProfileException): string => `${each.control}\n${exceptionFor(each)}`;

function exceptionChanges(before: readonly ProfileException[], now: readonly ProfileException[]): BaselineChange[] {
  const old = new Map(before.map((each) => [exceptionKey(each), each]));
  const fresh = new Map(now.map((each) => [exceptionKey(each), each]));
  const of = (each: ProfileException) => `the exception from ${each.control} for ${exceptionFor(each)}`;
  return [
    ...[...fresh].flatMap(([key, each]) => {
      const was = old.get(key);
      const by = `${each.owner}: ${each.reason}${each.ticket ? ` (${each.ticket})` : ''}`;
      if (!was) return change('exception', `New is ${of(each)}, until ${each.until}, by ${by}.`);
      const texts = [
        ...(was.until < each.until ? [`it lasts until ${each.until}, it was ${was.until}`] : []),
        ...(was.until > each.until ? [`it ends on ${each.until} already, it was ${was.until}`] : []),
        ...(was.owner === each.owner && was.reason === each.reason && was.ticket === each.ticket
          ? []
          : [`it is now by ${by}`]),
      ];
      return texts.length ? change('exception', `Changed is ${of(each)}: ${texts.join(', ')}.`) : [];
    }),
    ...[...old].flatMap(([key, each]) => (fresh.has(key) ? [] : change('exception', `Gone is ${of(each)}.`))),
  ];
}

function attestationChanges(before: readonly Attestation[], now: readonly Attestation[]): BaselineChange[] {
  const key = ({ control, on }: Attestation) => `${control} ${on}`;
  const [old, fresh] = [new Set(before.map(key)), new Set(now.map(key))];
  return [
    ...now
      .filter((each) => !old.has(key(each)))
      .map(({ control, by, on, next }) =>
        change('attestation', `${control} was attested by ${by} on ${on}, the next time by ${next}.`),
      ),
    ...before
      .filter((each) => !fresh.has(key(each)))
      .map(({ control, on }) => change('attestation', `The attestation of ${control} on ${on} was taken out.`)),
  ];
}

function guardrailChanges({ guardrails: before }: Decided, { guardrails: now }: Decided): BaselineChange[] {
  if (JSON.stringify(before) === JSON.stringify(now)) return [];
  if (!now) return [change('guardrails', 'Azure Policy no longer holds the baseline.')];
  const where = now.managementGroup
    ? `management group ${now.managementGroup}`
    : `subscription ${now.subscription ?? '(not named)'}`;
  const deny = now.deny?.length ? `; these refuse: ${[...now.deny].sort().join(', ')}` : '';
  return [
    change('guardrails', `Azure Policy holds the baseline for the ${where}, effect ${now.effect ?? 'audit'}${deny}.`),
  ];
}
