import { armId } from './arm-id';
import type { Subject } from './finding';
import { at, compact, integer, list, textAt } from './json';
import { forwardSlashes, lines, typeOf } from './place';

/** What a SARIF location says: file and lines of the physical one, resource of the logical ones. */
export function subjectOf(location: unknown, run: unknown): Subject {
  const physical = at(location, 'physicalLocation');
  return compact({
    ...resourceOf(location, run),
    file: fileOf(at(physical, 'artifactLocation'), run),
    lines: lines(at(physical, 'region', 'startLine'), at(physical, 'region', 'endLine')),
  });
}

/** The path of an artifact, given in place or by its number in the run's list of artifacts. */
function fileOf(artifact: unknown, run: unknown): string | undefined {
  const index = integer(at(artifact, 'index'));
  const uri =
    textAt(artifact, 'uri') ?? (index === undefined ? undefined : textAt(run, 'artifacts', index, 'location', 'uri'));
  return uri && pathOf(uri);
}

/**
 * A URI as a path. What `uriBaseId` stands for is a folder of the machine that scanned, so a relative URI stays
 * relative; `file:` becomes the absolute path it names.
 */
export function pathOf(uri: string): string | undefined {
  const path = forwardSlashes(decoded(uri));
  const absolute = /^file:(.*)$/i.exec(path)?.[1];
  if (absolute === undefined) return path || undefined;
  // file:///C:/x, file:///home/x, file://localhost/home/x, file:/home/x, file://server/share
  const local = absolute.replace(/^\/\/(?:localhost)?(?=\/)/i, '');
  return local.replace(/^\/+(?=[A-Za-z]:)/, '') || undefined;
}

/** Tools write paths unquoted too: what is no valid quoting is the path itself. */
function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

const resourceType = /^[a-z][a-z0-9]*_[a-z0-9_]+$/;
const label = /^[A-Za-z_][\w-]*(?:\[(?:\d+|"[^"]*")\])?$/;

/** The resource, as far as the logical locations name one: terrascan label and type, others address or ARM id. */
function resourceOf(location: unknown, run: unknown): Subject {
  let named: Subject = {};
  for (const each of list(at(location, 'logicalLocations'))) {
    const index = integer(at(each, 'index'));
    const logical = index === undefined ? each : (at(run, 'logicalLocations', index) ?? each);
    named = { ...resourceIn(logical), ...named };
  }
  return named;
}

function resourceIn(logical: unknown): Subject {
  const kind = textAt(logical, 'kind') ?? '';
  const name = textAt(logical, 'name');
  const full = textAt(logical, 'fullyQualifiedName');
  const inAzure = full?.startsWith('/') ? armId(full) : undefined;
  if (inAzure) return { armId: inAzure };
  for (const address of [full, name]) if (address && typeOf(address)) return { address, type: typeOf(address)! };
  if (!resourceType.test(kind)) return {};
  if (name && label.test(name)) return { address: `${kind}.${name}`, type: kind };
  return full ? { type: kind, azureName: full } : { type: kind };
}
