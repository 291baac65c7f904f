import { armParent } from '../findings/arm-id';
import { tagNamed } from '../profile/patterns';
import type { ArmObject } from './arm-object';

/** Who answers for what: the tag `owner`, whatever its case, of the object, else of what it is part of, up to the subscription. */
export class Owners {
  private readonly byId: ReadonlyMap<string, string>;

  constructor(objects: readonly Pick<ArmObject, 'id' | 'tags'>[]) {
    this.byId = new Map(
      objects.flatMap(({ id, tags }) => {
        const owner = tagNamed(tags, 'owner');
        return owner ? [[id.toLowerCase(), owner] as const] : [];
      }),
    );
  }

  of(id: string): string | undefined {
    for (let at: string | undefined = id.toLowerCase(); at; at = armParent(at)) {
      const owner = this.byId.get(at);
      if (owner) return owner;
    }
    return undefined;
  }
}
