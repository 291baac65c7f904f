import { companionsAmong } from '../controls/companions';
import {
  type Ask,
  type Companion,
  type Control,
  type Deviation,
  IMPACTS,
  type Impact,
  isAsk,
} from '../controls/control';
import { judge } from '../controls/deviations';
import { controlById } from '../controls/index';
import { isBlock, type Major, replacesOnChange } from '../controls/provider/facts';
import type { WrittenIn3 } from '../controls/provider/names-in-3';
import { isList, type Path, Reference, schemaPath, type Value } from '../controls/value';
import type { Estate, Located } from './locate/hcl/estate';
import { outerOf } from './locate/hcl/in-json';
import { cleared, through } from './locate/hcl/through';
import { trace, type Writing } from './locate/hcl/trace';
import { missingProvider } from './missing-provider';
import { asWritten, inVersion, newAsWritten, otherName, staleNames } from './names-in-version';
import type { UnplannedReason } from './plan-types';
import { clash, refusal } from './refusals';
import { besideRemote, isRemote } from './remote-resources';
import { alongText, isOfAll, unasked } from './sharing';

export interface Answers {
  readonly [parameter: string]: Value;
}

/** A deviation with a value to write and the place to write it, or why there is none. */
export type Draft =
  | {
      readonly resource: Located;
      readonly control: Control;
      readonly deviation: Deviation;
      readonly to: Value;
      /** The same in the names and words of the release that the code is for. */
      readonly written: WrittenIn3;
      readonly impact: Impact;
      readonly writing: Exclude<Writing, { at: 'refused' }>;
      readonly remove: readonly string[];
      readonly explicit: boolean;
      /** Of a resource in a module from elsewhere: what is written to the input, and which inputs beside it become null. */
      readonly through?: { readonly to: Value; readonly note: string; readonly clears: readonly string[] };
    }
  | { readonly reason: UnplannedReason; readonly note: string; readonly asks?: Deviation };

const NO_VALUE = 'what is there already leaves no value that is surely right';

export const worse = (a: Impact, b: Impact): Impact => (IMPACTS.indexOf(a) >= IMPACTS.indexOf(b) ? a : b);

/** What a fix does to an existing resource: what the control says, and `replaces` where the schema does. */
export function impactOf(control: Control, type: string, deviation: Deviation, to: Value, major: Major): Impact {
  const { impact } = control.fix!;
  const said = typeof impact === 'function' ? impact(deviation.found, to) : impact;
  if (deviation.add) return said;
  return replacesOnChange(type, schemaPath(deviation.path), major) === true ? 'replaces' : said;
}

/** Turns one deviation into a draft. */
export function draft(
  estate: Estate,
  resource: Located,
  control: Control,
  deviation: Deviation,
  answers: Answers,
  explicit = false,
): Draft {
  const fix = control.fix!;
  const { version } = resource.root;
  if (fix.advice) return { reason: 'needs-answer', note: fix.advice };
  if (version.unsupported) return { reason: 'unsupported-provider-version', note: version.unsupported };
  const beside = resource.remote && (deviation.add || deviation.address || !deviation.path.length);
  if (beside) return { reason: 'remote-module', note: besideRemote(control, resource.remote.facts) };
  const undeclared = deviation.add && missingProvider(deviation.add.type, resource);
  if (undeclared) return { reason: 'needs-answer', note: undeclared };
  const subject = deviation.address ? companionOf(resource, deviation.address) : resource;
  if (!subject) return { reason: 'not-found', note: `${deviation.address} is not in the tree` };
  const impossible = refusal(control, subject);
  if (impossible) return { reason: 'needs-answer', note: impossible };
  const named = inVersion(subject, deviation, version);
  if (typeof named === 'string') return { reason: 'unsupported-provider-version', note: named };
  const value = choose(named, answers, (ask) => inModule(ask, subject));
  if (!value) {
    const [open] = questionsOf(named, answers);
    return { reason: 'needs-answer', note: open?.question ?? NO_VALUE, asks: named };
  }
  const impact = impactOf(control, subject.type, value.deviation, value.to, version.major ?? 4);
  const written = writtenOf(subject, value, version);
  if (typeof written === 'string') return { reason: 'unsupported-provider-version', note: written };
  const [top] = written.path;
  if (!deviation.add && (subject.ignored === 'all' || subject.ignored.includes(String(top))))
    return {
      reason: 'ignored-by-lifecycle',
      note: `lifecycle.ignore_changes holds ${subject.ignored === 'all' ? 'all' : String(top)}: a change would have no effect`,
    };
  const types = [subject.type];
  if (!deviation.address && isUneven(estate, resource, control, deviation))
    return { reason: 'ambiguous', note: 'the instances of the block differ in what they need beside them' };
  const path = schemaPath(value.deviation.path);
  const append = isList(value.to) && isList(value.deviation.found) && isBlock(subject.type, path, version.major ?? 4);
  const isUnasked = unasked(control, subject, value.deviation, value.to);
  const mixed = !deviation.add && otherName(estate, subject, value.deviation.path, written.path);
  if (mixed) return { reason: 'ambiguous', note: mixed };
  const intent = { types, to: written.to, append, isUnasked };
  const way = isRemote(subject) ? through(estate, subject, written.path, intent) : undefined;
  const found = way?.writing ?? trace(estate, subject, written.path, intent);
  if (found.at === 'refused') return { reason: found.reason, note: found.note };
  const along =
    (isOfAll(found.place) || (way && found.place.site === 'argument')) &&
    estate.instances.get(subject.block)?.find(isUnasked);
  if (along) return { reason: 'ambiguous', note: alongText(subject, along) };
  const clears = isRemote(subject) ? cleared(subject, value.deviation.path, value.remove) : [];
  if (way && value.remove.length && !(clears && found.at === 'absent' && found.rest.length === 1))
    return { reason: 'remote-module', note: `${way.note}: write the networks there by hand` };
  const remove = way ? [] : [...value.remove, ...staleNames(subject, path, version)];
  const refused = clash(subject, path, version.major ?? 4, way ? value.remove : remove);
  if (refused) return { reason: 'needs-answer', note: refused };
  const writing = remove.length ? besideRemoval(found, written.path) : found;
  if (!writing)
    return { reason: 'computed-value', note: 'the rule is an element of a list: write the networks there by hand' };
  return {
    resource: subject,
    control,
    deviation: value.deviation,
    to: value.to,
    written,
    impact,
    writing,
    remove,
    explicit,
    ...(way ? { through: { to: way.to, note: way.note, clears: clears ?? [] } } : {}),
  };
}

/** What is written where; a new resource has names of its own. */
const writtenOf = (
  subject: Located,
  { deviation, to }: Chosen,
  version: Located['root']['version'],
): WrittenIn3 | string =>
  deviation.add
    ? { path: deviation.path, to: newAsWritten(deviation.add.type, to, version), from: undefined }
    : asWritten(subject, deviation, to, version);

const uneven = new WeakMap<Located['block'], Map<Control, boolean>>();

/** Whether the instances of a block need different things of a companion: what is written once would hit them all. */
function isUneven(estate: Estate, { block }: Located, control: Control, { add }: Deviation): boolean {
  const { companions } = control;
  const instances = estate.instances.get(block) ?? [];
  if (!companions || instances.length < 2) return false;
  const known = uneven.get(block) ?? new Map<Control, boolean>();
  uneven.set(block, known);
  let answer = known.get(control);
  if (answer === undefined) {
    const needs = new Set(instances.map((each) => (add ? additionTo(each, control) : hasCompanion(each, companions))));
    answer = needs.size > 1;
    known.set(control, answer);
  }
  return answer;
}

const hasCompanion = (resource: Located, companions: readonly Companion[]): boolean =>
  companions.some((companion) => companionsAmong(companion, resource, resource.root.around).links.length > 0);

function additionTo(resource: Located, control: Control): string {
  const verdict = judge(control, resource, resource.root.around);
  return verdict.answer === 'no' ? JSON.stringify(verdict.deviations.map(({ add }) => add)) : verdict.answer;
}

/** A removal goes through the block that both attributes stand in. */
function besideRemoval(writing: Exclude<Writing, { at: 'refused' }>, path: Path): typeof writing | undefined {
  if (writing.at === 'absent') return writing;
  if (writing.place.file.stack !== undefined)
    return { at: 'absent', place: outerOf(writing.place), rest: path.slice(-1) };
  const { attribute, ...place } = writing.place;
  if (writing.place.steps.length || writing.place.site !== 'attribute' || !attribute) return undefined;
  return { at: 'absent', place, rest: path.slice(-1) };
}

const byAddress = new WeakMap<Located['root'], ReadonlyMap<string, Located>>();

function companionOf({ root }: Located, address: string): Located | undefined {
  const known = byAddress.get(root) ?? new Map(root.resources.map((each) => [each.address, each]));
  byAddress.set(root, known);
  return known.get(address);
}

export interface Chosen {
  readonly deviation: Deviation;
  readonly to: Value;
  readonly remove: readonly string[];
}

/**
 * An answer of the profile wins over what the control would write.
 * @param own what the place itself answers a question with
 */
export function choose(
  deviation: Deviation,
  answers: Answers,
  own: (ask: Ask) => Value | undefined = () => undefined,
): Chosen | undefined {
  if (deviation.add) {
    const attributes: Record<string, Value> = {};
    for (const [name, value] of Object.entries(deviation.add.attributes)) {
      const known = isAsk(value) ? (answers[value.parameter] ?? own(value)) : (value as Value);
      if (known === undefined) return undefined;
      attributes[name] = known;
    }
    return { deviation, to: attributes, remove: [] };
  }
  const { ask, found } = deviation;
  // Where nothing is written a reference can be: the default of a variable cannot hold one.
  const answer = ask && (answers[ask.parameter] ?? (found === undefined ? own(ask) : undefined));
  if (answer === undefined)
    return deviation.set === undefined ? undefined : { deviation, to: deviation.set, remove: [] };
  if (deviation.ask?.type !== 'list') return { deviation, to: answer, remove: [] };
  const given = isList(answer) ? answer : [answer];
  if (isList(deviation.found) && deviation.found.length && !deviation.keep) return undefined;
  const items = [...(deviation.keep ?? []), ...given.filter((each) => !deviation.keep?.includes(each))];
  if (!deviation.plural) return { deviation, to: items, remove: [] };
  if (items.length === 1) return { deviation, to: items[0], remove: [] };
  const { plural, path } = deviation;
  return {
    deviation: { ...deviation, path: [...path.slice(0, -1), plural] },
    to: items,
    remove: [String(path[path.length - 1])],
  };
}

/** The only resource of the wanted type in the same module, unless `count` or `for_each` make it several or none. */
function inModule(ask: Ask, { scope, root }: Located): Value | undefined {
  if (!ask.resource) return undefined;
  const [first, ...more] = scope.instance.module.resources.filter((block) => block.type === ask.resource);
  if (!first || more.length) return undefined;
  const address = `${scope.instance.prefix}${first.type}.${first.name}`;
  return root.resources.some((each) => each.address === address && !Object.keys(each.scope.names).length)
    ? new Reference(address, ['id'])
    : undefined;
}

/** The questions that keep a deviation from becoming a change. */
export function questionsOf(deviation: Deviation, answers: Answers) {
  const asks = deviation.add
    ? Object.values(deviation.add.attributes).filter(isAsk)
    : deviation.ask
      ? [deviation.ask]
      : [];
  return asks.filter((ask) => answers[ask.parameter] === undefined);
}

/** Controls whose fix has to come along with this one, on the same resource. */
export const accompanying = (control: Control): readonly Control[] =>
  (control.fix?.with ?? []).flatMap((id) => controlById(id) ?? []);
