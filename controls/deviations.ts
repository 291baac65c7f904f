import { companionsAmong, judgeCompanions } from './companions';
import type { Control } from './control';
import { attributeFacts, type Major, majorsOf } from './provider/facts';
import { renamedIn5 } from './provider/former-names';
import type { ProviderVersion } from './provider/version';
import { type Wanted, wantedOf } from './reading';
import type { Surroundings } from './surroundings';
import { type Resource, Unknown } from './value';
import { judgeWant, NOT_APPLICABLE, no, unknown, type Verdict } from './verdict';

/** Does `resource` meet `control`? Looks at the resource, at the provider's defaults and at what refers to it. */
export function judge(control: Control, resource: Resource, around: Surroundings): Verdict {
  if (control.manual || !control.resources.includes(resource.type)) return NOT_APPLICABLE;
  if (control.when) {
    const condition = judgeWant(control.when, resource, around.version);
    if (condition.answer === 'no') return NOT_APPLICABLE;
    if (condition.answer === 'unknown') return condition;
  }
  const isAbout = control.about?.(resource, around) ?? true;
  if (isAbout instanceof Unknown) return unknown(isAbout.why);
  if (!isAbout) return NOT_APPLICABLE;
  if (control.inspect) {
    const found = control.inspect(resource, around);
    return found instanceof Unknown ? unknown(found.why) : no(found);
  }
  const own = control.want && admitted(control.want, resource, around.version);
  const inline = own ? judgeWant(own, resource, around.version) : undefined;
  const { companions } = control;
  if (!companions) return inline ?? NOT_APPLICABLE;
  // A "yes" that rests on nothing being said here holds only where nothing is said elsewhere.
  const isSaid =
    own !== undefined &&
    wantedOf(own, resource, around.version).some(({ path }) => resource.attributes[path[0]] !== undefined);
  const elsewhere = () => companions.some((companion) => companionsAmong(companion, resource, around).links.length);
  if (inline?.answer === 'yes' && (isSaid || !elsewhere())) return inline;
  return judgeCompanions(companions, inline, isSaid, resource, around);
}

/** A `want` counts only where the provider in use has its attributes, or the code shows that it has. */
function admitted(want: object, resource: Resource, version: ProviderVersion): object | undefined {
  const has = ({ path, dotted }: Wanted) => {
    if (resource.attributes[path[0]] !== undefined) return true;
    return majorsOf(resource.type, version).every((major) => existsIn(resource.type, dotted, major));
  };
  return wantedOf(want, resource, version).every(has) ? want : undefined;
}

function existsIn(type: string, path: string, major: Major): boolean {
  const renamed = major === 5 ? renamedIn5(type, path)?.path : undefined;
  return attributeFacts(type, renamed ?? path, major) !== undefined;
}
