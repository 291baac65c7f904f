import { typeOf } from '../../controls/address';
import { append } from '../../controls/append';
import { armKey, armParent } from '../findings/arm-id';
import type { Snapshot } from './plan/plan-json';

/** What Terraform says it manages: a state or a plan printed by `terraform show -json`. */
export interface State {
  /** Name of the file, for people. */
  readonly source: string;
  readonly snapshot: Snapshot;
  /** Folder of the root module that it belongs to, relative to the tree; unknown where nobody said it. */
  readonly root?: string;
}

/** A resource of a state. */
export interface Owned {
  readonly address: string;
  readonly source: string;
  readonly root?: string;
}

/** Which resource of which state has an id in Azure. */
export class States {
  private readonly byId = new Map<string, Owned[]>();

  constructor(states: readonly State[]) {
    for (const { source, snapshot, root } of states)
      for (const { address, attributes } of snapshot.resources)
        if (typeof attributes.id === 'string' && attributes.id.startsWith('/'))
          append(this.byId, armKey(attributes.id), { address, source, ...(root === undefined ? {} : { root }) });
  }

  /**
   * The resources of the types with this id, else with the id of the nearest one above: scanners report a part of a resource,
   * such as the blob service of an account.
   */
  owners(armId: string, types: ReadonlySet<string>): readonly Owned[] {
    for (let id: string | undefined = armKey(armId); id?.includes('/providers/'); id = armParent(id)) {
      const owned = this.byId.get(id)?.filter(({ address }) => types.has(typeOf(address)));
      if (owned?.length) return owned;
    }
    return [];
  }
}
