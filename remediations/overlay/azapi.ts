import { armType } from '../../controls/provider/arm';
import { partOf, SITE_CONFIG } from '../../controls/provider/arm-parts';
import { toArm } from '../../controls/provider/conversion';
import { type Path, schemaPath, Unknown, type Value } from '../../controls/value';
import type { LiveResource } from '../azure/live-resources';
import { literal } from './live-value';

/** Properties that azapi writes over what a live object has. */
export interface Patched {
  /** `Microsoft.Web/sites/config@2023-12-01` */
  readonly type: string;
  readonly resourceId: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Types of Azure that cannot be written back as they were read, and why. */
const NOT_WRITTEN_BACK: Readonly<Record<string, string>> = {
  'Microsoft.KeyVault/vaults/keys':
    'Azure Resource Manager makes keys and never changes one: change it through the vault (az keyvault key)',
  'Microsoft.KeyVault/vaults/secrets':
    'a secret is written with its value, which is not read: change it through the vault (az keyvault secret set-attributes)',
  'Microsoft.Sql/servers/vulnerabilityAssessments':
    'it is written with a key of its storage account, which Azure does not tell: change it in the portal, or move to the express configuration',
};

/**
 * One setting as properties of Azure.
 * @returns why not, in words
 */
export function patched({ type, attributes }: LiveResource, path: Path, value: Value): Patched | string {
  const dotted = schemaPath(path);
  const known = armType(type);
  const place = known?.attributes.get(dotted);
  if (!known || !place || path.some((step) => typeof step === 'number'))
    return `where Azure keeps ${dotted} is not known here`;
  const kept = NOT_WRITTEN_BACK[known.arm];
  if (kept) return kept;
  const id = String(attributes.id);
  const [arm] = place.paths;
  if (arm.includes('[]')) return `${dotted} stands in a list of Azure, which has to be written whole`;
  const raw = rawFor(place.conversion, place.paths, value);
  if (raw === undefined) return `how Azure says ${dotted} is not known here`;
  const part = place.at && partOf(place.at, dotted);
  if (place.at && !part) return `${dotted} is told only to who may write`;
  if (part) return { type: `${place.at}@${known.api}`, resourceId: `${id}/${part}`, body: bodyOf(raw) };
  if (!arm.startsWith(SITE_CONFIG)) return { type: `${known.arm}@${known.api}`, resourceId: id, body: bodyOf(raw) };
  // What an app says of its configuration is nearly empty: it is written to the child that has it.
  const own = raw.map(([at, each]) => [`properties.${at.slice(SITE_CONFIG.length)}`, each] as const);
  return { type: `${known.arm}/config@${known.api}`, resourceId: `${id}/config/web`, body: bodyOf(own) };
}

type Raw = readonly (readonly [path: string, value: unknown])[];

/** What stands at each path in Azure. */
function rawFor(conversion: string, paths: readonly string[], value: Value): Raw | undefined {
  if (value instanceof Unknown) return undefined;
  if (conversion === 'presence_days' && typeof value === 'number')
    return [
      [paths[0], true],
      [paths[1], value],
    ];
  if (paths.length > 1) return undefined;
  const known = literal(value);
  const raw = known === undefined ? undefined : toArm(conversion, known as Value);
  return raw === undefined ? undefined : [[paths[0], raw]];
}

function bodyOf(raw: Raw): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [path, value] of raw) {
    const steps = path.split('.');
    let at = body;
    for (const step of steps.slice(0, -1)) {
      at[step] ??= {};
      at = at[step] as Record<string, unknown>;
    }
    at[steps.at(-1)!] = value;
  }
  return body;
}

/** One body with all that several want; undefined where two want different values of one property. */
export function mergedBody(one: unknown, other: unknown): unknown {
  if (!isPlain(one) || !isPlain(other)) return JSON.stringify(one) === JSON.stringify(other) ? one : undefined;
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  const merged: Record<string, unknown> = {};
  for (const name of names) {
    const value = !(name in one) ? other[name] : !(name in other) ? one[name] : mergedBody(one[name], other[name]);
    if (value === undefined) return undefined;
    merged[name] = value;
  }
  return merged;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
