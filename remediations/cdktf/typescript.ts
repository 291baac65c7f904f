import { isBlockInAny, isSingleBlockInAny } from '../../controls/provider/facts';
import { bindingName } from '../../controls/provider/names';
import { type Attributes, isList, isObject, type Path, Reference, Unknown, type Value } from '../../controls/value';

/** How code names the resource that a change is for, where it has a name for it: `logs`. */
export interface Naming {
  readonly address: string;
  readonly variable?: string;
}

const WIDTH = 80;

/** A value in TypeScript, as a config of the bindings has it. @param at path of the value in the schema of `type` */
export function valueCode(value: Value, type: string, at: string, naming?: Naming): string {
  if (value instanceof Reference) return referenceCode(value, naming);
  if (value instanceof Unknown) return `undefined /* ${value.why.replaceAll('*/', '* /')} */`;
  if (typeof value === 'string') return textCode(literal(value));
  if (isList(value)) return listCode(value, type, at, naming);
  if (!isObject(value)) return String(value);
  const object = objectCode(value, type, at, naming);
  return isBlockInAny(type, at) && !isSingleBlockInAny(type, at) ? enclosed('[', [object], ']', '') : object;
}

const objectCode = (value: Attributes, type: string, at: string, naming?: Naming): string =>
  braced(Object.entries(value).map(([name, each]) => memberCode(name, each, type, at, naming)));

/** `minTlsVersion: 'TLS1_2'` */
export function memberCode(name: string, value: Value, type: string, at: string, naming?: Naming): string {
  const path = at ? `${at}.${name}` : name;
  // What is no block may be a map, and its keys are the owner's.
  const isConfig = at === '' || isBlockInAny(type, at);
  return `${isConfig ? bindingName(name) : keyCode(name)}: ${valueCode(value, type, path, naming)}`;
}

function listCode(items: readonly Value[], type: string, at: string, naming?: Naming): string {
  const each = items.map((item) =>
    isObject(item) ? objectCode(item, type, at, naming) : valueCode(item, type, at, naming),
  );
  // The bindings take a block that stands once as an object.
  if (each.length === 1 && isSingleBlockInAny(type, at)) return each[0];
  return enclosed('[', each, ']', '');
}

/** An object literal. */
export const braced = (members: readonly string[]): string =>
  members.length ? enclosed('{', members, '}', ' ') : '{}';

/** On one line where there is room, else one line for each. */
export function enclosed(open: string, parts: readonly string[], close: string, space: string): string {
  const short = `${open}${space}${parts.join(', ')}${space}${close}`;
  if (short.length <= WIDTH && !short.includes('\n') && !short.includes('//')) return short;
  return `${open}\n${parts.map((part) => `  ${indented(part)},\n`).join('')}${close}`;
}

/** Lines behind the first one step further in. */
export const indented = (code: string): string => code.replaceAll('\n', '\n  ');

/** A path of the schema as names and indexes of the config: a block that stands once has no index there. */
export function configSteps(type: string, path: Path): (string | number)[] {
  const names: string[] = [];
  return path.flatMap((step): (string | number)[] => {
    const at = names.join('.');
    if (typeof step === 'number') return isSingleBlockInAny(type, at) ? [] : [step];
    names.push(step);
    // What is no block may be a map, and its keys are the owner's.
    return [at === '' || isBlockInAny(type, at) ? bindingName(step) : step];
  });
}

/** `networkRules.defaultAction`, `siteConfig.ipRestriction[0].action` */
export const stepsCode = (steps: readonly (string | number)[]): string =>
  steps
    .map((step, i) => {
      if (typeof step === 'number') return `[${step}]`;
      return keyCode(step) === step ? `${i ? '.' : ''}${step}` : `[${textCode(step)}]`;
    })
    .join('');

export const pathCode = (type: string, path: Path): string => stepsCode(configSteps(type, path));

/** Terraform's text for a reference is a token that cdktf passes on; code with a name for the resource reads better. */
function referenceCode({ address, attribute, suffix }: Reference, naming?: Naming): string {
  const own = !address || address === naming?.address;
  const [first, ...rest] = attribute;
  if (own && naming?.variable && typeof first === 'string' && !rest.length) {
    const read = `${naming.variable}.${bindingName(first)}`;
    return suffix ? `\`\${${read}}${suffix.replace(/[\\`]|\$\{/g, '\\$&')}\`` : read;
  }
  const steps = attribute.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`));
  return textCode(`\${${address || naming?.address}${steps.join('')}}${literal(suffix)}`);
}

/** cdktf writes texts as they are, and Terraform reads `${` in them as an expression. */
const literal = (text: string): string => text.replace(/([$%])\{/g, '$1$1{');

export const textCode = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

/** A key of an object literal. */
export const keyCode = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : textCode(name));
