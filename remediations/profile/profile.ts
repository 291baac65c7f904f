import type { ControlId } from '../../controls/control';
import { controlById } from '../../controls/index';
import type { ProviderVersion } from '../../controls/provider/version';
import type { Value } from '../../controls/value';
import { UserError } from '../errors';
import { givenVersion } from '../locate/hcl/provider-version';
import type { Attestation } from './attestations';
import { type Backend, readBackend } from './backend';
import { type BaselineFacts, readBaselineFacts } from './baseline-facts';
import type { ProfileException } from './exceptions';
import { type GuardrailChoice, readGuardrailChoice } from './guardrail-choice';
import { control, dayIn, entries, fields, items, text } from './members';
import { answer } from './parameters';

/** How much a resource matters to its owner; decides the order of what is planned. */
export const CRITICALITIES = ['low', 'normal', 'high'] as const;
export type Criticality = (typeof CRITICALITIES)[number];

/** Resources of one criticality: by patterns of their tags and of their name in Azure. The first that fits counts. */
export interface CriticalityRule {
  readonly is: Criticality;
  readonly tags?: Readonly<Record<string, string>>;
  readonly name?: string;
}

/** plumbline.yaml: what the owner of the baseline decides. */
export interface Profile {
  readonly level?: 1 | 2;
  readonly parameters: Readonly<Record<string, Value>>;
  /** The azurerm release where the code does not say one. */
  readonly provider?: ProviderVersion;
  /** Controls that do not count here, with the reason. */
  readonly off: ReadonlyMap<ControlId, string>;
  /** Controls on request that this baseline asks for. */
  readonly on: ReadonlySet<ControlId>;
  readonly exceptions: readonly ProfileException[];
  /** Controls from which nothing is excepted. */
  readonly noExceptions: ReadonlySet<ControlId>;
  readonly attestations: readonly Attestation[];
  /** Variable files of each environment, in the order they are loaded, relative to the code folder. */
  readonly environments: readonly { readonly name: string; readonly files: readonly string[] }[];
  readonly criticality: readonly CriticalityRule[];
  /** Where the state of remediation stacks is kept; beside the stacks where nobody says it. */
  readonly backend?: Backend;
  /** Where Azure Policy holds the baseline, and how strictly. */
  readonly guardrails?: GuardrailChoice;
  /** What its document says of itself. */
  readonly baseline?: BaselineFacts;
}

export const PROFILE_NAME = 'plumbline.yaml';
export const NO_PROFILE: Profile = {
  parameters: {},
  off: new Map(),
  on: new Set(),
  exceptions: [],
  noExceptions: new Set(),
  attestations: [],
  environments: [],
  criticality: [],
};

/** A release such as 4.55 or 5. */
export function release(text: unknown, source: string): ProviderVersion {
  const version = givenVersion(String(text), source);
  if (!version || version.unsupported)
    throw new UserError(
      `${source}: azurerm ${JSON.stringify(text)}`,
      'Give a release of azurerm 3.x (from 3.100 on), 4.x or 5.x, such as 4.55.',
    );
  return version;
}

/** Checks what a profile says; every mistake names the place, what is allowed and what to do. */
export function readProfile(document: unknown, source: string): Profile {
  if (document === null || document === undefined) return NO_PROFILE;
  const given = fields(document, source, [
    'level',
    'provider',
    'parameters',
    'on',
    'off',
    'exceptions',
    'noExceptions',
    'attestations',
    'environments',
    'criticality',
    'backend',
    'guardrails',
    'baseline',
  ]);
  const { level, provider } = given;
  if (level !== undefined && level !== 1 && level !== 2)
    throw new UserError(`${source}: level is ${JSON.stringify(level)}`, 'Allowed: 1, 2.');
  return {
    ...(level ? { level } : {}),
    ...(provider === undefined ? {} : { provider: release(provider, `${source}, provider`) }),
    parameters: Object.fromEntries(
      entries(given.parameters, `${source}: parameters`, 'names to values').map(([name, value]) => [
        name,
        answer(name, value, source),
      ]),
    ),
    off: new Map(
      entries(given.off, `${source}: off`, 'controls to reasons').map(([id, reason]) => [
        control(id, `${source}: off`),
        text(reason, `${source}: off, ${id}`, 'Say why it does not count here.'),
      ]),
    ),
    on: new Set(items(given.on, `${source}: on`).map((id) => requested(id, `${source}: on`))),
    ...decisions(given, source),
    noExceptions: new Set(
      items(given.noExceptions, `${source}: noExceptions`).map((id) =>
        control(text(id, `${source}: noExceptions`, 'Name controls.'), `${source}: noExceptions`),
      ),
    ),
    environments: entries(given.environments, `${source}: environments`, 'names to variable files').map(
      ([name, files]) => ({ name, files: paths(files, `${source}: environments, ${name}`) }),
    ),
    criticality: items(given.criticality, `${source}: criticality`).map((each, i) =>
      criticalityRule(each, `${source}: criticality[${i}]`),
    ),
    ...(given.backend === undefined ? {} : { backend: readBackend(given.backend, `${source}: backend`) }),
    ...(given.guardrails === undefined
      ? {}
      : { guardrails: readGuardrailChoice(given.guardrails, `${source}: guardrails`) }),
    ...(given.baseline === undefined ? {} : { baseline: readBaselineFacts(given.baseline, `${source}: baseline`) }),
  };
}

/** What teams decide for themselves, in a file of their own beside the profile. */
export type Decisions = Pick<Profile, 'exceptions' | 'attestations'>;

const decisions = (given: Readonly<Record<string, unknown>>, source: string, team?: string): Decisions => ({
  exceptions: items(given.exceptions, `${source}: exceptions`).map((each, i) =>
    exception(each, `${source}: exceptions[${i}]`, team),
  ),
  attestations: items(given.attestations, `${source}: attestations`).map((each, i) =>
    attestation(each, `${source}: attestations[${i}]`),
  ),
});

/** The file of a team, `plumbline.shop.yaml`: the team answers for an exception that names nobody. */
export const readTeamFile = (document: unknown, source: string, team: string): Decisions =>
  decisions(document == null ? {} : fields(document, source, ['exceptions', 'attestations']), source, team);

const SCOPES = ['address', 'arm', 'path', 'tags'] as const;

function exception(value: unknown, place: string, team?: string): ProfileException {
  const given = fields(value, place, ['control', 'reason', 'owner', 'until', 'ticket', ...SCOPES]);
  if (SCOPES.every((name) => given[name] === undefined))
    throw new UserError(
      `${place}: it does not say for what`,
      `Name resources by ${SCOPES.join(', ')}; a whole control is left out under "off".`,
    );
  const until = dayIn(given.until, `${place}: until`, 'Give its last day, such as 2027-06-30.');
  return {
    control: control(text(given.control, `${place}, control`, 'Name one control.'), place),
    reason: text(given.reason, `${place}, reason`, 'Say why the control does not hold there.'),
    owner: text(given.owner ?? team, `${place}, owner`, 'Say who answers for it.'),
    until,
    ...(given.ticket === undefined ? {} : { ticket: text(given.ticket, `${place}, ticket`, 'Give a text.') }),
    ...pattern(given, 'address', place),
    ...pattern(given, 'arm', place),
    ...pattern(given, 'path', place),
    ...tags(given.tags, place),
    ...(team === undefined ? {} : { team }),
  };
}

function attestation(value: unknown, place: string): Attestation {
  const given = fields(value, place, ['control', 'by', 'on', 'evidence', 'next']);
  const id = control(text(given.control, `${place}, control`, 'Name one control.'), place);
  if (!controlById(id)?.manual)
    throw new UserError(`${place}: ${id} is checked by plumbline`, 'plumbline attestations lists those for a person.');
  const [on, next] = (['on', 'next'] as const).map((name) =>
    dayIn(given[name], `${place}: ${name}`, 'Give a day, such as 2027-06-30.'),
  );
  if (next <= on) throw new UserError(`${place}: next is ${next}, and on is ${on}`, 'Look at it again on a later day.');
  return {
    control: id,
    by: text(given.by, `${place}, by`, 'Say who has seen to it.'),
    on,
    evidence: text(given.evidence, `${place}, evidence`, 'Say where the evidence is kept.'),
    next,
  };
}

function criticalityRule(value: unknown, place: string): CriticalityRule {
  const given = fields(value, place, ['is', 'tags', 'name']);
  const is = CRITICALITIES.find((each) => each === given.is);
  if (!is) throw new UserError(`${place}: is ${JSON.stringify(given.is)}`, `Allowed: ${CRITICALITIES.join(', ')}.`);
  if (given.tags === undefined && given.name === undefined)
    throw new UserError(`${place}: it does not say for what`, 'Name resources by tags or name.');
  return { is, ...pattern(given, 'name', place), ...tags(given.tags, place) };
}

function requested(value: unknown, place: string): ControlId {
  const id = control(text(value, place, 'Name controls on request.'), place);
  if (!controlById(id)?.onRequest)
    throw new UserError(
      `${place}: ${id} is no control on request`,
      'A level asks for it already; plumbline controls shows which.',
    );
  return id;
}

function paths(value: unknown, place: string): string[] {
  const all = Array.isArray(value) ? value : [value];
  if (!all.length) throw new UserError(`${place}: there is none`, 'Name a .tfvars file.');
  return all.map((each) => text(each, place, 'Name .tfvars files.'));
}

function pattern<N extends string>(given: Readonly<Record<string, unknown>>, name: N, place: string) {
  if (given[name] === undefined) return {};
  const hint = 'Give a pattern, in which * stands for any text.';
  return { [name]: text(given[name], `${place}, ${name}`, hint) } as { readonly [K in N]?: string };
}

function tags(value: unknown, place: string): { readonly tags?: Readonly<Record<string, string>> } {
  if (value === undefined) return {};
  const all = entries(value, `${place}, tags`, 'names of tags to patterns');
  if (!all.length) throw new UserError(`${place}, tags: there is none`, 'Name a tag and a pattern of its value.');
  return {
    tags: Object.fromEntries(
      all.map(([name, each]) => [name, text(each, `${place}, tags, ${name}`, 'Give a pattern.')]),
    ),
  };
}
