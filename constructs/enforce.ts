import { type App, TerraformElement, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { Level } from '../controls/control';
import { mark, marked, setLevel } from './marks';
import { byStack, type ReadResource, resourcesOf } from './read';
import { type Judged, judged } from './verdicts';

export interface EnforceOptions {
  /** Controls up to this level must hold; where `setLevel` asks for more, more. @default 1 */
  readonly level?: Level;
}

/** Everything that is not plainly met, at the moment it is asked for; after the synth that is the final tree. */
export interface EnforcementReport {
  readonly failed: readonly Judged[];
  /** Accepted by an `except` that has not expired. */
  readonly excepted: readonly Judged[];
  /** Left out because the resource exists and the fix would replace it or cannot be taken back. */
  readonly existing: readonly Judged[];
  /** Cannot be told before Terraform runs. Shown, never swallowed; it does not fail the synth. */
  readonly unknown: readonly Judged[];
}

interface Enforcement {
  level: Level;
  readonly stacks: Set<TerraformStack>;
  /** Resources of stacks already read in this synth; an app reads each of its stacks once per synth, not once per stack. */
  readonly reads: Map<TerraformStack, ReadResource[]>;
}

/**
 * Fails the synth, before anything is written, when a resource of the app does not meet a control.
 * Call it after the last stack was made: a stack made later fails as well, because nobody looks at it.
 */
export function enforce(app: App, { level = 1 }: EnforceOptions = {}): void {
  if (Reflect.get(app, 'skipValidation') === true)
    throw new Error(
      'enforce() works by validation, and the App was made with skipValidation: true: remove that option',
    );
  const before = marked<Enforcement>(app, 'enforcement');
  const enforcement: Enforcement = before ?? { level, stacks: new Set(), reads: new Map() };
  if (level > enforcement.level) enforcement.level = level;
  setLevel(app, marked<Level>(app, 'level') === 2 ? 2 : enforcement.level);
  for (const stack of stacksOf(app)) {
    if (enforcement.stacks.has(stack)) continue;
    enforcement.stacks.add(stack);
    stack.node.addValidation({ validate: () => problemsOf(stack, app, enforcement) });
  }
  if (before) return;
  mark(app, 'enforcement', enforcement);
  app.node.addValidation({ validate: () => unseen(app, enforcement) });
}

/** What `enforce` would say of the app now, and what it accepts. */
export function enforcementReport(app: App): EnforcementReport {
  const enforcement = marked<Enforcement>(app, 'enforcement');
  if (!enforcement) throw new Error('nothing is enforced in this app: call enforce(app) first');
  enforcement.reads.clear();
  const all = stacksOf(app).flatMap((stack) => judgedIn(stack, app, enforcement));
  const of = (outcome: Judged['outcome']) => all.filter((each) => each.outcome === outcome);
  return { failed: of('failed'), excepted: of('excepted'), existing: of('existing'), unknown: of('unknown') };
}

function problemsOf(stack: TerraformStack, app: App, enforcement: Enforcement): string[] {
  const failed = judgedIn(stack, app, enforcement).filter(({ outcome }) => outcome === 'failed');
  return [...unseen(app, enforcement), ...duplicates(stack), ...failed.map(({ message }) => message)];
}

function judgedIn(stack: TerraformStack, app: App, { level, reads }: Enforcement): Judged[] {
  const stacks = stacksOf(app);
  if (stack === stacks[0]) reads.clear();
  reads.set(stack, resourcesOf(stack, byStack));
  for (const other of stacks) if (!reads.has(other)) reads.set(other, resourcesOf(other, byStack));
  return judged(stack, reads.get(stack) ?? [], [...reads.values()].flat(), level);
}

const stacksOf = (app: App): TerraformStack[] => app.node.findAll().filter(TerraformStack.isStack);

function unseen(app: App, { stacks }: Enforcement): string[] {
  return stacksOf(app)
    .filter((stack) => !stacks.has(stack))
    .map(({ node }) => `the stack ${node.path} was made after enforce(app) and is not checked: call enforce(app) last`);
}

/** Terraform's JSON has one entry per address: of two elements with the same one, cdktf loses the first silently. */
function duplicates(stack: TerraformStack): string[] {
  const paths = new Map<string, string[]>();
  for (const element of elements(stack)) {
    const { terraformResourceType: type } = element as { terraformResourceType?: string };
    if (!type) continue;
    const isData = (element.toTerraform() as { data?: unknown }).data !== undefined;
    const address = `${isData ? 'data.' : ''}${type}.${element.friendlyUniqueId}`;
    paths.set(address, [...(paths.get(address) ?? []), element.node.path]);
  }
  return [...paths]
    .filter(([, all]) => all.length > 1)
    .map(
      ([address, all]) =>
        `${all.join(' and ')} are both ${address}, so one would be lost: give each a logical id of its own`,
    );
}

function elements(scope: IConstruct): TerraformElement[] {
  return scope.node.children.flatMap((child) => {
    if (TerraformStack.isStack(child)) return [];
    return [...(TerraformElement.isTerraformElement(child) ? [child] : []), ...elements(child)];
  });
}
