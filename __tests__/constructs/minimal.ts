// The least a config must say for a resource type, made up from the provider facts.
import { type AttributeFacts, attributesOf } from '../../controls/provider/facts';

const camel = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** Required arguments of a type or block, and one of each group of which one is needed. */
export function minimalConfig(type: string, at = ''): Record<string, unknown> {
  const prefix = at ? `${at}.` : '';
  const inside = [...attributesOf(type, 4)].filter(
    ([path]) => path.startsWith(prefix) && !path.slice(prefix.length).includes('.'),
  );
  const needed = inside.filter(([path, facts]) => facts.required || isFirstOfGroup(path, facts));
  return Object.fromEntries(
    needed.map(([path, facts]) => [camel(path.slice(prefix.length)), valueFor(type, path, facts)]),
  );
}

const isFirstOfGroup = (path: string, { exactlyOneOf, atLeastOneOf }: AttributeFacts): boolean =>
  [exactlyOneOf, atLeastOneOf].some((group) => group?.[0] === path);

function valueFor(type: string, path: string, facts: AttributeFacts): unknown {
  if (facts.elem === 'object') {
    const block = minimalConfig(type, path);
    return facts.maxItems === 1 ? block : [block];
  }
  const one = scalar(facts, facts.type === 'List' || facts.type === 'Set' ? facts.elem : facts.type, path);
  if (facts.type === 'List' || facts.type === 'Set') return [one];
  return facts.type === 'Map' ? { key: 'value' } : one;
}

function scalar({ enum: accepted, range }: AttributeFacts, kind: string | undefined, path: string): unknown {
  if (kind === 'Bool') return true;
  if (kind === 'Int' || kind === 'Float') return Number(accepted?.[0] ?? range?.split(' - ')[0] ?? 1);
  return accepted?.[0] ?? `a-${path.split('.').pop()}`;
}
