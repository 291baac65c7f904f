import type { Judged, Owned } from '../check';
import { exceptionsIn } from '../profile/exceptions';
import { tagNamed } from '../profile/patterns';
import type { Profile } from '../profile/profile';
import { type Part, type Standing, standing, type Whole } from '../score';
import { readCode, readLive } from './input';

interface Counted {
  readonly code?: string;
  readonly live?: string;
  readonly owns?: readonly Owned[];
  readonly today?: string;
}

/** Counts code, live resources, or both, by the profile. */
export function standingOf({ code, live, owns = [], today }: Counted, profile: Profile, chosen: 1 | 2): Standing {
  const { on, off, environments, provider } = profile;
  const roots = code === undefined ? [] : readCode(code, { environments, version: provider }).roots;
  const read = live === undefined ? undefined : readLive(live);
  const { groups = [], owners } = read ?? {};
  const wholes: Whole[] = [
    ...(roots.length ? owns.map((scope) => ({ groups: roots, scope, name: 'code' })) : []),
    ...groups
      .filter(({ isWhole }) => isWhole)
      .map((group) => ({
        groups: [group],
        scope: 'subscription' as const,
        name: group.subscription,
        owner: owners?.of(`/subscriptions/${group.subscription}`),
      })),
  ];
  const how = { level: chosen, on, off, exceptions: exceptionsIn(profile), ...(today ? { today } : {}) };
  const parts: Part[] = [
    ...roots.map((root) => ({
      name: [root.dir, root.environment].filter(Boolean).join(' '),
      group: root,
      ownerOf: ({ attributes }: Judged) => tagNamed(attributes.tags, 'owner'),
    })),
    // What stands inside of another resource has a mark behind its id.
    ...groups.map((group) => ({
      name: '',
      group,
      ownerOf: ({ address }: Judged) => owners?.of(address.replace(/#.*/, '')),
    })),
  ];
  return standing(parts, how, wholes);
}
