import { accepts, completed } from './accept';
import type { Control, Deviation } from './control';
import type { ProviderVersion } from './provider/version';
import { read, wantedOf } from './reading';
import { isAbsent, type Path, type Resource, Unknown } from './value';

/** Three answers, and "this control does not concern this resource". */
export type Verdict =
  | { readonly answer: 'yes' }
  | { readonly answer: 'no'; readonly deviations: readonly Deviation[] }
  | {
      readonly answer: 'unknown';
      readonly why: string;
      readonly path: Path;
      /** What to write all the same: it would be right whatever the unknown turns out to be. */
      readonly either?: readonly Deviation[];
    }
  | { readonly answer: 'not-applicable' };

export const YES: Verdict = { answer: 'yes' };
export const NOT_APPLICABLE: Verdict = { answer: 'not-applicable' };
export const no = (deviations: readonly Deviation[]): Verdict =>
  deviations.length ? { answer: 'no', deviations } : YES;
export const unknown = (why: string, path: Path = []): Extract<Verdict, { answer: 'unknown' }> => ({
  answer: 'unknown',
  why,
  path,
});

/** Every leaf of a `want` on one resource. */
export function judgeWant(want: object, resource: Resource, version: ProviderVersion): Verdict {
  const deviations: Deviation[] = [];
  let unclear: Extract<Verdict, { answer: 'unknown' }> | undefined;
  for (const { path, dotted, expectation, expected } of wantedOf(want, resource, version)) {
    const here = read(resource, path, version, dotted);
    const accepted = accepts(expectation.accept, here.value);
    if (accepted === true || (expectation.orAbsent && isAbsent(here.value))) continue;
    const deviation = {
      path: expectation.inside ? [...here.path, expectation.inside] : here.path,
      found: here.value,
      expected,
      set: expectation.fresh && here.inBlock ? undefined : completed(expectation, here.value),
      ask: expectation.ask,
    };
    if (accepted instanceof Unknown) {
      const { why } = accepted;
      unclear ??= {
        ...unknown(why, here.path),
        ...(here.unset ? { either: [{ ...deviation, found: undefined }] } : {}),
      };
      continue;
    }
    deviations.push(deviation);
  }
  return deviations.length ? no(deviations) : (unclear ?? YES);
}

/** Leaves that pass only because the provider's default does: what "made explicit" would write. */
export function implicit(control: Control, resource: Resource, version: ProviderVersion): readonly Deviation[] {
  if (!control.want || !control.resources.includes(resource.type)) return [];
  return wantedOf(control.want, resource, version).flatMap(({ path, dotted, expectation, expected }) => {
    const here = read(resource, path, version, dotted);
    if (!here.byDefault || accepts(expectation.accept, here.value) !== true) return [];
    return [{ path: here.path, found: undefined, expected, set: here.value }];
  });
}

/** Values that pass by being absent, as the fix would write them: for a change that makes them matter. */
export function unset(control: Control, resource: Resource, version: ProviderVersion): readonly Deviation[] {
  const companion = control.companions?.find((each) => each.resource === resource.type);
  const want = control.resources.includes(resource.type) ? control.want : companion?.want;
  return (want ? wantedOf(want, resource, version) : []).flatMap(({ path, dotted, expectation, expected }) => {
    const here = read(resource, path, version, dotted);
    if (!expectation.orAbsent || !isAbsent(here.value) || expectation.set === undefined) return [];
    const set = completed(expectation, here.value);
    return [{ path: here.path, found: undefined, expected, ...(set === undefined ? {} : { set }) }];
  });
}

/** An attribute that is not written and has a default: what writing it out would say. */
export function unwritten(resource: Resource, name: string, version: ProviderVersion): Deviation | undefined {
  const { value, byDefault, path } = read(resource, [name], version);
  return byDefault ? { path, found: undefined, expected: 'to be written', set: value } : undefined;
}
