import { tagNamed } from '../profile/patterns';
import type { ArmObject } from './arm-object';

/** Who answers for what: the tag `owner`, whatever its case, of the object, else of its group, else of its subscription. */
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
    const own = id.toLowerCase();
    const [group, subscription] = [/^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+/, /^\/subscriptions\/[^/]+/].map(
      (pattern) => pattern.exec(own)?.[0] ?? '',
    );
    return this.byId.get(own) ?? this.byId.get(group) ?? this.byId.get(subscription);
  }
}
