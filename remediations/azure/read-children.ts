import { type Arm, listed, type Query, Unreadable } from './arm';
import type { ArmObject, Unread } from './arm-object';
import { apiVersion } from './arm-types';
import { type Child, childrenOf } from './children';
import { armObject } from './objects';
import { inParallel } from './pool';

/** What one part of a scan found. */
export interface Part {
  readonly objects: ArmObject[];
  readonly complete: string[];
  readonly unread: Unread[];
}

export const emptyPart = (): Part => ({ objects: [], complete: [], unread: [] });

/** Reads one child or one list below an id, empty for the tenant. What cannot be read is told; only other errors get out. */
export async function readChild(arm: Arm, parent: string, child: Child, part: Part): Promise<readonly ArmObject[]> {
  const id = `${parent}/${child.path}`;
  const query: Query = { 'api-version': apiVersion(child.type)!, ...(child.filter ? { $filter: child.filter } : {}) };
  try {
    const answers = child.list ? await listed(arm, id, query) : [await arm.get(id, query)];
    if (child.list) part.complete.push(id.toLowerCase());
    return answers.flatMap((answer) => {
      const object = armObject(answer, child.type);
      if (!object) part.unread.push({ id, why: 'an entry has no id' });
      return object && (!child.names || child.names.has(object.name.toLowerCase())) ? object : [];
    });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    if (!child.list && error.isAbsent) part.complete.push(id.toLowerCase());
    else part.unread.push({ id, why: error.why });
    return [];
  }
}

/** Reads an object that a list told no more than the id of; the entry itself is no substitute. */
async function readWhole(arm: Arm, { id, type }: ArmObject, part: Part): Promise<ArmObject | undefined> {
  try {
    const object = armObject(await arm.get(id, { 'api-version': apiVersion(type)! }), type);
    if (object) return object;
    part.unread.push({ id, why: 'the answer has no id' });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    // Gone since the list was read.
    if (!error.isAbsent) part.unread.push({ id, why: error.why });
  }
  return undefined;
}

/** Everything below these objects, and below what is found there. */
export async function readChildren(arm: Arm, parents: readonly ArmObject[], most: number): Promise<Part> {
  const part = emptyPart();
  type Work = () => Promise<readonly ArmObject[]>;
  const workBelow = (parent: ArmObject): Work[] =>
    childrenOf(parent).map((child) => async () => {
      const found = await readChild(arm, parent.id, child, part);
      if (!child.each) return found;
      const whole = await Promise.all(found.map((entry) => readWhole(arm, entry, part)));
      return whole.filter((each) => each !== undefined);
    });
  await inParallel(parents.flatMap(workBelow).reverse(), most, async (work, more) => {
    for (const object of await work()) {
      part.objects.push(object);
      for (const each of workBelow(object)) more(each);
    }
  });
  return part;
}
