/** The parts of a resource address. */
export interface AddressParts {
  /** As given, quotes normalised. */
  readonly full: string;
  /** `module.a["x"].` or ''. */
  readonly module: string;
  readonly type: string;
  readonly name: string;
  /** `["eu"]`, `[0]` or ''. */
  readonly key: string;
}

const SEGMENT = /([^.[\]]+)((?:\[(?:"(?:[^"\\]|\\.)*"|[^\]]*)\])*)(?:\.|$)/y;

/** Splits `module.a["x.y"].azurerm_storage_account.main[0]`; undefined when it names no managed resource. */
export function parseAddress(address: string): AddressParts | undefined {
  const full = address.trim().replaceAll("'", '"');
  const segments: { name: string; key: string; start: number }[] = [];
  SEGMENT.lastIndex = 0;
  while (SEGMENT.lastIndex < full.length) {
    const start = SEGMENT.lastIndex;
    const match = SEGMENT.exec(full);
    if (!match) return undefined;
    segments.push({ name: match[1], key: match[2], start });
  }
  const [type, last] = segments.slice(-2);
  if (!type || !last || type.key || !/^[a-z][a-z0-9]*_[a-z0-9_]+$/.test(type.name)) return undefined;
  if (segments.length % 2 !== 0 || segments.slice(0, -2).some((segment, i) => i % 2 === 0 && segment.name !== 'module'))
    return undefined;
  return { full, module: full.slice(0, type.start), type: type.name, name: last.name, key: last.key };
}

/** Whether a resource is in a module, or in one called from there; a module without a key stands for all its instances. */
export const isInModule = (address: string, module: string | undefined): boolean =>
  !module || address.startsWith(`${module}.`) || address.startsWith(`${module}[`);

/** Names of the modules on the way to a resource: `module.a["x"].module.b` is a, b. */
export const moduleNames = (module: string): readonly string[] =>
  [...module.matchAll(/(?:^|\.)module\.([^.[\]]+)/g)].map(([, name]) => name);
