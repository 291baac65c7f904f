import type { TerraformStack } from 'cdktf';
import { cisNumbers, controls, controlsOf } from '../controls';
import { asksFor, type Control, type Deviation, type Level } from '../controls/control';
import { judge } from '../controls/deviations';
import { lacking } from '../controls/lacking';
import { isLasting } from '../controls/lasting';
import type { ProviderVersion } from '../controls/provider/version';
import { Surroundings } from '../controls/surroundings';
import { type Attributes, isAbsent, pathText, schemaPath, valueAt, valueText } from '../controls/value';
import type { Verdict } from '../controls/verdict';
import { type Excepted, exceptionsOf, isExpired } from './except';
import { existingOf, levelOf, marked, ownsOf } from './marks';
import type { ReadResource } from './read';

/** How a resource stands to a control that it does not plainly meet. */
export interface Judged {
  readonly outcome: 'failed' | 'excepted' | 'existing' | 'unknown';
  readonly control: string;
  /** Path of the construct. */
  readonly path: string;
  readonly message: string;
  readonly exception?: Excepted;
}

/** Judges the resources of one stack. @param around the resources of the whole app: companions may stand elsewhere */
export function judged(
  stack: TerraformStack,
  resources: readonly ReadResource[],
  around: readonly ReadResource[],
  atLeast: Level,
): Judged[] {
  const surroundings = new Surroundings(
    versionOf(around),
    around.map(({ resource }) => resource),
    marked<string>(stack, 'partial'),
  );
  const own = resources.flatMap((read) => {
    const level = Math.max(atLeast, levelOf(read.construct));
    return controlsOf(read.resource.type)
      .filter((control) => asksFor(level, control))
      .flatMap((control) => outcome(control, read, judge(control, read.resource, surroundings)));
  });
  return [...own, ...notDeclared(stack, Math.max(atLeast, levelOf(stack)) as Level, surroundings)];
}

/** What a stack that owns a subscription or the directory does not declare of it. */
function notDeclared(stack: TerraformStack, level: Level, around: Surroundings): Judged[] {
  const { path } = stack.node;
  return ownsOf(stack).flatMap((scope) =>
    lacking(controls, scope, level, around).map(({ control, deviation: { expected } }) => ({
      outcome: 'failed',
      control: control.id,
      path,
      message: `${path}: ${name(control)}: the ${scope} lacks ${expected}\n    why: ${control.why}`,
    })),
  );
}

function versionOf(resources: readonly ReadResource[]): ProviderVersion {
  const version = resources.find((each) => each.version && each.resource.type.startsWith('azurerm_'))?.version ?? '4';
  const [major, minor] = version.split('.').map(Number);
  return { major: major === 5 ? 5 : 4, minor, source: 'the CDKTF bindings' };
}

function outcome(control: Control, read: ReadResource, verdict: Verdict): Judged[] {
  const { construct, resource } = read;
  const { path } = construct.node;
  const where = { control: control.id, path };
  if (verdict.answer === 'unknown')
    return [{ ...where, outcome: 'unknown', message: `${path}: ${name(control)} cannot be told: ${verdict.why}` }];
  if (verdict.answer !== 'no') return [];
  const exception = exceptionsOf(construct).find((each) => each.control === control.id && !isExpired(each));
  if (exception) {
    const { reason, owner, until } = exception;
    return [
      {
        ...where,
        outcome: 'excepted',
        exception,
        message: `${path}: ${name(control)} until ${until} by ${owner}: ${reason}`,
      },
    ];
  }
  if (
    existingOf(construct) &&
    verdict.deviations.every((deviation) => isLeftOut(control, deviation, resource.attributes))
  )
    return [
      {
        ...where,
        outcome: 'existing',
        message: `${path}: ${name(control)} left as it is: ${control.fix?.consequences[0]}`,
      },
    ];
  return verdict.deviations.map((deviation) => ({
    ...where,
    outcome: 'failed',
    message: failure(control, read, deviation),
  }));
}

/** What `harden` leaves out of a resource that exists; a weak value that somebody wrote is no such thing. */
function isLeftOut(control: Control, { path, set, add, address }: Deviation, attributes: Attributes): boolean {
  if (add || address) return false;
  return isAbsent(valueAt(attributes, path)) && isLasting(control, schemaPath(path), set);
}

const name = (control: Control) => `${control.id} (CIS ${cisNumbers(control).join(', ') || 'none'})`;

function failure(control: Control, { construct, resource }: ReadResource, deviation: Deviation): string {
  const { path, found, expected, set, ask, add, address } = deviation;
  const local = (text: string) => text.replaceAll(resource.address.replace(/[^.]+\.[^.]+$/, ''), '');
  const place = address ? `${local(address)} ${pathText(path)}` : pathText(path);
  const difference = add ? `needs ${expected}` : `${place} is ${local(valueText(found))}, expected ${expected}`;
  const asks = [ask, ...Object.values(add?.attributes ?? {})].flatMap((each) => question(each));
  const todo =
    asks.length > 0
      ? asks.join(' ')
      : set === undefined || add
        ? undefined
        : `write ${pathText(path)} = ${valueText(set)}`;
  return [
    `${construct.node.path}: ${name(control)}: ${difference}`,
    `    why: ${control.why}`,
    ...(todo ? [`    fix: ${todo}`] : []),
    `    or accept it for a while: except(resource, '${control.id}', { reason, owner, until: 'YYYY-MM-DD' })`,
  ].join('\n  ');
}

const question = (value: unknown): string[] =>
  typeof value === 'object' && value !== null && 'question' in value ? [String(value.question)] : [];
