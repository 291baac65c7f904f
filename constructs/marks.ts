import type { IConstruct } from 'constructs';
import type { Level } from '../controls/control';

/** What is remembered on constructs. Registered symbols, so that two copies of this module see the same marks. */
export type Mark = 'level' | 'existing' | 'exceptions' | 'enforcement' | 'partial' | 'separate' | 'owns';

/** Remembers `value` on a construct; it takes no part in what is synthesized. */
export function mark(construct: IConstruct, name: Mark, value: unknown): void {
  Object.defineProperty(construct, Symbol.for(`azure-plumbline/${name}`), { value, configurable: true });
}

/** What `mark` remembered on this very construct. */
export function marked<T>(construct: IConstruct, name: Mark): T | undefined {
  return Reflect.get(construct, Symbol.for(`azure-plumbline/${name}`)) as T | undefined;
}

/** Asks for a level from `scope` downwards: an app, a stack or any construct. Call it before adding resources. */
export function setLevel(scope: IConstruct, level: Level): void {
  if (level !== 1 && level !== 2)
    throw new Error(`the level is ${JSON.stringify(level)}, but the benchmark has levels 1 and 2: pass one of them`);
  mark(scope, 'level', level);
}

/** The level that holds at `scope`: the strictest of its own and those above it; 1 where none is set. */
export function levelOf(scope: IConstruct): Level {
  for (let at: IConstruct | undefined = scope; at; at = at.node.scope) if (marked<Level>(at, 'level') === 2) return 2;
  return 1;
}

/** Says that a stack is all there is of the subscription or of the directory: what it does not declare deviates. */
export function setOwns(stack: IConstruct, scope: 'subscription' | 'tenant'): void {
  mark(stack, 'owns', [...ownsOf(stack), scope]);
}
export const ownsOf = (stack: IConstruct): readonly ('subscription' | 'tenant')[] => marked(stack, 'owns') ?? [];

/** Says that everything from `scope` downwards is deployed already: nothing is hardened that would replace it. */
export function setExisting(scope: IConstruct, existing = true): void {
  mark(scope, 'existing', existing);
}

/** Whether `scope` is deployed already; the nearest answer counts. */
export function existingOf(scope: IConstruct): boolean {
  for (let at: IConstruct | undefined = scope; at; at = at.node.scope) {
    const existing = marked<boolean>(at, 'existing');
    if (existing !== undefined) return existing;
  }
  return false;
}
