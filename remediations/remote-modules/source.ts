import { type KnownModule, knownModules } from './modules';

/** A known module as a call names it. */
export interface KnownSource {
  /** Its address in the registry. */
  readonly name: string;
  readonly module: KnownModule;
  /** Of a source in git: the tag, branch or commit, '' for the default branch. */
  readonly ref?: string;
}

const REGISTRY = /^(?:registry\.terraform\.io\/|registry\.opentofu\.org\/)?([\w.-]+\/[\w.-]+\/[a-z0-9]+)$/i;
const GITHUB =
  /^(?:git::)?(?:(?:https|ssh|git):\/\/)?(?:git@)?(?:www\.)?github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?$/i;

let byName: Map<string, [string, KnownModule]> | undefined;
let byRepository: Map<string, [string, KnownModule]> | undefined;

/** The known module that a source leads to. Folders inside of a module (`//modules/x`) are other modules: not known. */
export function knownSource(source: string): KnownSource | undefined {
  const [, registry] = REGISTRY.exec(source) ?? [];
  if (registry) {
    byName ??= indexed(([name]) => name);
    const found = byName.get(registry.toLowerCase());
    return found && { name: found[0], module: found[1] };
  }
  const [place, query = '', more] = source.split('?');
  const [, repository] = more === undefined ? (GITHUB.exec(place) ?? []) : [];
  if (!repository) return undefined;
  byRepository ??= indexed(([, { repository: own }]) => own);
  const found = byRepository.get(repository.toLowerCase());
  const ref = query.split('&').find((each) => each.startsWith('ref='));
  return found && { name: found[0], module: found[1], ref: ref?.slice('ref='.length) ?? '' };
}

const indexed = (keyOf: (entry: [string, KnownModule]) => string) =>
  new Map(Object.entries(knownModules()).map((entry) => [keyOf(entry).toLowerCase(), entry]));
