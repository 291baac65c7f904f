import { append } from '../../controls/append';
import type { Control } from '../../controls/control';
import type { Scan } from '../azure/arm-object';
import { type LiveGroup, liveGroups } from '../azure/check-scan';
import type { LiveResource } from '../azure/live-resources';
import { Owners } from '../azure/owners';
import { Policies } from '../azure/policies';
import { armKey, armParent, subscriptionOf } from '../findings/arm-id';

/** A live resource and what stands around it. */
export interface Live {
  readonly resource: LiveResource;
  readonly group: LiveGroup;
}

/** What a scan read, by id. */
export class LiveEstate {
  readonly groups: readonly LiveGroup[];
  readonly policies: Policies;
  readonly owners: Owners;
  private readonly byId = new Map<string, Live[]>();

  constructor(scan: Pick<Scan, 'objects' | 'unread' | 'complete'>) {
    this.groups = liveGroups(scan);
    this.policies = new Policies(scan);
    this.owners = new Owners(scan.objects);
    for (const group of this.groups)
      for (const resource of group.resources)
        append(this.byId, armKey(String(resource.attributes.id ?? resource.address)), { resource, group });
  }

  /**
   * What a finding is about: the resource with the id that the control judges, else the nearest one above it; of a whole
   * subscription everything in it that the control judges.
   */
  about(id: string, control: Control): readonly Live[] {
    for (let at: string | undefined = id; at?.toLowerCase().includes('/providers/'); at = armParent(at)) {
      const found = (this.byId.get(armKey(at)) ?? []).filter(({ resource }) =>
        control.resources.includes(resource.type),
      );
      if (found.length) return found;
    }
    const group = this.whole(id);
    if (!group) return [];
    return group.resources
      .filter(({ type }) => control.resources.includes(type))
      .map((resource) => ({ resource, group }));
  }

  /** What was read of a subscription, where the id is its own. */
  whole(id: string): LiveGroup | undefined {
    if (!/^\/subscriptions\/[^/]+\/?$/i.test(id)) return undefined;
    return this.groups.find(({ subscription }) => subscription === subscriptionOf(id));
  }

  /** Whether anything of the subscription of an id was read. */
  knows(id: string): boolean {
    return this.groups.some(({ subscription }) => subscription === subscriptionOf(id));
  }
}

const addresses = new WeakMap<LiveGroup, ReadonlyMap<string, LiveResource>>();

/** The live resource that a deviation names: a companion of the one judged. */
export function liveAt(group: LiveGroup, address: string): LiveResource | undefined {
  let known = addresses.get(group);
  if (!known) {
    // Of several with one address the first.
    known = new Map([...group.resources].reverse().map((resource) => [resource.address, resource]));
    addresses.set(group, known);
  }
  return known.get(address);
}
