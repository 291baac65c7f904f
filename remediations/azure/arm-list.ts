import { at, list, textAt } from '../findings/json';
import { type Arm, listed, Unreadable } from './arm';
import type { ArmObject, Unread } from './arm-object';
import { apiVersion } from './arm-types';
import { armObject } from './objects';
import { inParallel } from './pool';

const VERSION = '2021-04-01';

/** Resources of a subscription without Resource Graph: a list tells their ids, then each is read by itself. */
export async function readArmList(
  arm: Arm,
  subscription: string,
  most: number,
  told: (count: number) => void,
): Promise<{ readonly objects: ArmObject[]; readonly unread: Unread[] }> {
  const entries = await listed(arm, `/subscriptions/${subscription}/resources`, { 'api-version': VERSION });
  const objects: ArmObject[] = [];
  const unread: Unread[] = [];
  const versions = new Versions(arm, subscription);
  await inParallel([...entries].reverse(), most, async (entry) => {
    const [id, type] = [textAt(entry, 'id'), textAt(entry, 'type')];
    if (id === undefined || type === undefined) return;
    try {
      const object = armObject(await arm.get(id, { 'api-version': await versions.of(type) }), type);
      if (object) objects.push(object);
      else unread.push({ id, why: 'the answer has no id' });
      if (objects.length % 100 === 0) told(objects.length);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      if (!error.isAbsent) unread.push({ id, why: error.why });
    }
  });
  return { objects, unread };
}

/** API versions of types that we know none for: the newest that is no preview, as the subscription lists them. */
class Versions {
  private readonly found = new Map<string, Promise<ReadonlyMap<string, string>>>();

  constructor(
    private readonly arm: Arm,
    private readonly subscription: string,
  ) {}

  async of(type: string): Promise<string> {
    const known = apiVersion(type);
    if (known) return known;
    const [namespace] = type.toLowerCase().split('/', 1);
    let ofProvider = this.found.get(namespace);
    if (!ofProvider) {
      ofProvider = this.read(namespace);
      this.found.set(namespace, ofProvider);
    }
    const version = (await ofProvider).get(type.toLowerCase());
    if (version === undefined) throw new Unreadable('no API version of the type is known');
    return version;
  }

  private async read(namespace: string): Promise<ReadonlyMap<string, string>> {
    const answer = await this.arm.get(`/subscriptions/${this.subscription}/providers/${namespace}`, {
      'api-version': VERSION,
    });
    return new Map(
      list(at(answer, 'resourceTypes')).flatMap((each): [string, string][] => {
        const versions = list(at(each, 'apiVersions')).filter((one) => typeof one === 'string');
        const stable = versions.filter((version) => !/preview|alpha|beta/i.test(version));
        const version = (stable.length ? stable : versions).sort().at(-1);
        return version ? [[`${namespace}/${textAt(each, 'resourceType')}`.toLowerCase(), version]] : [];
      }),
    );
  }
}
