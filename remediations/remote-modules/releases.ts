import type { KnownSource } from './source';

/** The known releases that a call may get, oldest first, and how the call says which. */
export interface Admitted {
  readonly releases: readonly string[];
  /** `version ~> 0.6`, `ref v0.6.4`, or that nothing says it. */
  readonly asked: string;
}

const TERM = /^\s*(=|!=|>=|<=|>|<|~>)?\s*v?(\d+)(?:\.(\d+))?(?:\.(\d+))?\s*$/;

/** @param version the argument of the call: null where there is none, undefined where it cannot be read */
export function admitted({ module, ref }: KnownSource, version: string | null | undefined): Admitted | string {
  const [first, last] = [module.releases[0], module.releases.at(-1)];
  const known = `releases ${first} to ${last} are known, as far as they take azurerm 4.x or 5.x`;
  if (ref !== undefined)
    return ref ? ofRef(module.releases, ref, known) : { releases: module.releases, asked: 'no ref' };
  if (version === undefined) return `its version cannot be read; ${known}`;
  if (version === null) return { releases: module.releases, asked: 'no version' };
  const terms = version.split(',').map(termOf);
  const asked = `version ${version}`;
  if (terms.includes(undefined)) return `its ${asked} cannot be read; ${known}`;
  const releases = module.releases.filter((release) => terms.every((term) => term!(numbers(release))));
  return releases.length ? { releases, asked } : `its ${asked} is not known; ${known}`;
}

function ofRef(releases: readonly string[], ref: string, known: string): Admitted | string {
  const release = ref.replace(/^(?:refs\/tags\/)?v?/, '');
  return releases.includes(release)
    ? { releases: [release], asked: `ref ${ref}` }
    : `its ref ${ref} is no release that is known; ${known}`;
}

type Version = readonly number[];
const numbers = (text: string): Version => text.split('.').map(Number);

const compare = (a: Version, b: Version): number => a.map((each, i) => each - (b[i] ?? 0)).find(Boolean) ?? 0;

/** What one term of a constraint admits, as Terraform reads it. */
function termOf(text: string): ((release: Version) => boolean) | undefined {
  const [, operator = '=', ...parts] = TERM.exec(text) ?? [];
  const given = parts.filter((part) => part !== undefined).map(Number);
  if (!given.length) return undefined;
  switch (operator) {
    case '=':
      return (release) => compare(release, given) === 0;
    case '!=':
      return (release) => compare(release, given) !== 0;
    case '>':
      return (release) => compare(release, given) > 0;
    case '>=':
      return (release) => compare(release, given) >= 0;
    case '<':
      return (release) => compare(release, given) < 0;
    case '<=':
      return (release) => compare(release, given) <= 0;
    default: {
      // All but the last number that is written are fixed.
      const fixed = given.slice(0, -1);
      return (release) => compare(release, given) >= 0 && fixed.every((each, i) => release[i] === each);
    }
  }
}
