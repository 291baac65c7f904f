import { completed } from './accept';
import type { Companion, Deviation, NewResource } from './control';
import { attributeFacts } from './provider/facts';
import { wanted } from './reading';
import type { Link, Surroundings } from './surroundings';
import { Reference, type Resource } from './value';
import { judgeWant, NOT_APPLICABLE, no, unknown, type Verdict, YES } from './verdict';

/** Companions of a resource that carry the setting, and one of which that cannot be told. */
export function companionsAmong(
  companion: Companion,
  resource: Resource,
  around: Surroundings,
): { readonly links: readonly Link[]; readonly blind?: string } {
  const all = around.companionsOf(resource, companion);
  const { where } = companion;
  if (!where) return { links: all };
  const answers = all.map((link) => ({ link, answer: judgeWant(where, link.resource, around.version).answer }));
  const blind = answers.find(({ answer }) => answer === 'unknown')?.link.resource.address;
  return {
    links: answers.filter(({ answer }) => answer === 'yes').map(({ link }) => link),
    ...(blind ? { blind } : {}),
  };
}

/**
 * @param inline what the resource itself says, when it can say it itself
 * @param isSaid whether it says it, rather than its default
 */
export function judgeCompanions(
  companions: readonly Companion[],
  inline: Verdict | undefined,
  isSaid: boolean,
  resource: Resource,
  around: Surroundings,
): Verdict {
  const judged = companions.map((companion) => judgeCompanion(companion, resource, around));
  if (judged.some((verdict) => verdict.answer === 'yes')) return YES;
  const existing = judged.find((verdict) => verdict.answer === 'no' && !verdict.deviations[0].add);
  if (existing) return existing;
  const unclear = [...judged, ...(inline ? [inline] : [])].find((verdict) => verdict.answer === 'unknown');
  if (unclear) return unclear;
  const addition = judged.find((verdict) => verdict.answer === 'no');
  // What only a new one can carry is added, whatever else the block here says.
  const canBeMended = inline?.answer === 'no' && inline.deviations.every(({ set, ask }) => set !== undefined || ask);
  return (isSaid && canBeMended ? inline : (addition ?? inline)) ?? NOT_APPLICABLE;
}

/** `not-applicable`: none is there, and none is to be added. */
function judgeCompanion(companion: Companion, resource: Resource, around: Surroundings): Verdict {
  const { resource: type, refersBy, suffix } = companion;
  const ours = companionsAmong(companion, resource, around);
  const verdicts = ours.links.map((link) => ({
    link,
    verdict: judgeWant(companion.want, link.resource, around.version),
  }));
  // Where none has to be there, one that says otherwise is one too many.
  if (!companion.optional && verdicts.some(({ verdict }) => verdict.answer === 'yes')) return YES;
  const wrong = verdicts.find(({ verdict }) => verdict.answer === 'no');
  const unclear = verdicts.find(({ verdict }) => verdict.answer === 'unknown');
  if (unclear && !(companion.optional && wrong)) return unclear.verdict;
  if (wrong?.verdict.answer === 'no')
    return no(wrong.verdict.deviations.map((each) => ({ ...each, address: wrong.link.resource.address })));
  if (verdicts.length) return YES;
  const older = around.referringTo(resource, type).find((link) => link.by !== refersBy);
  if (older && !suffix && !attributeFacts(type, older.by, 4))
    return unknown(`${older.resource.address} refers to it by ${older.by}, which azurerm 4.x and 5.x do not have`);
  const blind = ours.blind ?? unclearAmong(companion, around);
  if (blind) return unknown(`${blind} may belong to it: ${ours.blind ? 'what it is' : refersBy} cannot be read`);
  if (companion.optional) return around.incomplete ? unknown(around.incomplete) : YES;
  if (!companion.add) return NOT_APPLICABLE;
  if (around.incomplete) return unknown(around.incomplete);
  const { add, ...deviation } = missing(companion);
  if (companion.unmanaged)
    return {
      ...unknown('azurerm has no attribute for it: what Azure has is not in the code'),
      either: [{ ...deviation, add }],
    };
  const fits = companion.add.when ? judgeWant(companion.add.when, resource, around.version).answer : 'yes';
  if (fits === 'no') return NOT_APPLICABLE;
  const beside = (companion.add.beside ?? []).map((each) => judgeCompanion(each, resource, around));
  if (fits === 'unknown' || beside.some(({ answer }) => answer === 'unknown')) return no([deviation]);
  return no([{ ...deviation, add }, ...beside.flatMap((each) => (each.answer === 'no' ? each.deviations : []))]);
}

const blindOnes = new WeakMap<Surroundings, Map<Companion, string | undefined>>();
/** One that may belong to any resource here, and may carry the setting. */
function unclearAmong(companion: Companion, around: Surroundings): string | undefined {
  const found = blindOnes.get(around) ?? new Map<Companion, string | undefined>();
  blindOnes.set(around, found);
  if (!found.has(companion)) {
    const { resource: type, refersBy, where } = companion;
    const may = (each: Resource) => !where || judgeWant(where, each, around.version).answer !== 'no';
    found.set(companion, [...around.unclear(type, refersBy)].find(may)?.address);
  }
  return found.get(companion);
}

const known = new WeakMap<Companion, Deviation>();
function missing(companion: Companion): Deviation {
  let deviation = known.get(companion);
  if (!deviation) {
    const which = companion.where ? ` (${whichText(companion.where)})` : '';
    const expected = `an ${companion.resource} that refers to it${which}`;
    deviation = { path: [], found: undefined, expected, add: additionOf(companion) };
    known.set(companion, deviation);
  }
  return deviation;
}

/** `name = "log_checkpoints"` */
const whichText = (where: object): string =>
  wanted(where)
    .map(({ path, expectation }) => `${path.join('.')} = ${JSON.stringify(expectation.set)}`)
    .join(', ');

/** The companion that a fix adds: its own attributes, the way it refers to its resource, and what is wanted of it. */
export function additionOf({ resource: type, refersBy, via = 'id', suffix, where, want, add }: Companion): NewResource {
  const { name, ...others } = add!.attributes;
  const attributes: Record<string, NewResource['attributes'][string]> = name === undefined ? {} : { name };
  const leaves = [...(where ? wanted(where) : []), ...wanted(want)];
  if (where) take(attributes, wanted(where));
  // A dotted way stands inside a block that `add` spells out.
  if (!refersBy.includes('.')) attributes[refersBy] = new Reference('', [via], suffix);
  Object.assign(attributes, others);
  take(attributes, leaves);
  return { type, label: add!.label, attributes };
}

function take(attributes: Record<string, NewResource['attributes'][string]>, leaves: ReturnType<typeof wanted>): void {
  for (const { path, expectation } of leaves) {
    const value = completed(expectation, undefined) ?? expectation.ask;
    if (value !== undefined && path.length === 1 && !(path[0] in attributes)) attributes[path[0]] = value;
  }
}
