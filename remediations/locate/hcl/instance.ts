import { isList, isObject, isScalar, Reference, Unknown, type Value } from '../../../controls/value';
import type { Attribute, Block, Expression } from '../../hcl/ast';
import type { Environment } from './environments';
import { descend, entriesOf, evaluate, type Scope, type Step } from './evaluate';
import { attributeOf, calledFolder, type Module, type Placed } from './module';
import { withTypeDefaults } from './variable-type';

/** Where a variable of a module instance gets its value. */
export type VariableSource =
  | { readonly from: 'tfvars'; readonly value: Expression; readonly placed: Placed<Attribute> }
  | { readonly from: 'argument'; readonly value: Expression; readonly placed: Placed<Attribute>; readonly scope: Scope }
  | { readonly from: 'default'; readonly value: Expression; readonly placed: Placed<Attribute> }
  | { readonly from: 'nowhere' };

/** One expansion of a block by `count` or `for_each`: the key as it stands in the address, and the names it brings. */
export interface Expansion {
  readonly key: string;
  readonly names: Readonly<Record<string, Value>>;
}

interface Caller {
  readonly instance: ModuleInstance;
  readonly call: Placed<Block>;
  readonly names: Readonly<Record<string, Value>>;
}

const MOST_INSTANCES = 1000;
const META = new Set(['source', 'version', 'providers', 'count', 'for_each', 'depends_on']);

/** A module with values: a root in one environment, or one call of a local module. */
export class ModuleInstance {
  readonly scope: Scope;
  private readonly values = new Map<string, Value>();
  private readonly called = new Map<string, ReadonlyMap<string, ModuleInstance> | undefined>();

  constructor(
    readonly module: Module,
    private readonly all: ReadonlyMap<string, Module>,
    readonly environment: Environment,
    /** Prefix of addresses: '' or `module.logs["eu"].` */
    readonly prefix = '',
    readonly caller?: Caller,
  ) {
    this.scope = { instance: this, names: {} };
  }

  /** Instances of the local modules called here, by call name and instance key. */
  children(): ModuleInstance[] {
    return [...this.module.calls.keys()].flatMap((name) => [...(this.childrenOf(name)?.values() ?? [])]);
  }

  private childrenOf(name: string): ReadonlyMap<string, ModuleInstance> | undefined {
    if (this.called.has(name)) return this.called.get(name);
    this.called.set(name, undefined);
    const call = this.module.calls.get(name);
    const dir = call && calledFolder(this.module, call.node);
    const module = dir === undefined ? undefined : this.all.get(dir);
    if (!call || !module || this.isInside(module)) return undefined;
    const instances = new Map(
      expansions(call.node, this.scope).map(({ key, names }) => [
        key,
        new ModuleInstance(module, this.all, this.environment, `${this.prefix}module.${name}${key}.`, {
          instance: this,
          call,
          names,
        }),
      ]),
    );
    this.called.set(name, instances);
    return instances;
  }

  /** Terraform refuses a module that calls itself; a tree that holds one must not make us loop. */
  private isInside(module: Module): boolean {
    return this.module === module || (this.caller?.instance.isInside(module) ?? false);
  }

  /** The value of a traversal that starts with a name of the module itself. */
  resolve(root: string, steps: readonly Step[]): Value {
    const [first, ...rest] = steps;
    switch (root) {
      case 'var':
        return typeof first === 'string' ? descend(this.variable(first), rest) : new Unknown('var');
      case 'local':
        return typeof first === 'string' ? descend(this.local(first), rest) : new Unknown('local');
      case 'module':
        return this.output(steps);
      case 'each':
      case 'count':
      case 'self':
        return new Unknown(`${root} is not known here`);
      case 'path':
      case 'terraform':
        return new Unknown(`${root}.${String(first)}`);
      case 'data':
        return this.subscription(steps) ?? new Unknown(`data source ${steps.slice(0, 2).join('.')}`);
      default:
        return this.resourceReference(root, steps);
    }
  }

  /** Which subscription it is does not matter to a control that asks for a whole one; what else is read does. */
  private subscription([type, name, ...rest]: readonly Step[]): Reference | undefined {
    const [attribute] = rest.slice(-1);
    const isId = attribute === 'subscription_id' || (attribute === 'id' && type === 'azurerm_subscription');
    const isCurrent = type === 'azurerm_subscription' || type === 'azurerm_client_config';
    const value = isId && isCurrent ? this.resourceReference(String(type), [name, ...rest]) : undefined;
    if (!(value instanceof Reference)) return undefined;
    const local = value.address.slice(this.prefix.length);
    return new Reference(`${this.prefix}data.${local}`, value.attribute);
  }

  private resourceReference(type: string, [name, ...rest]: readonly Step[]): Value {
    if (typeof name !== 'string') return new Unknown(`${type} without a name`);
    const [key] = rest;
    let address = `${this.prefix}${type}.${name}`;
    let attribute = rest;
    if (typeof key === 'number' || (typeof key === 'string' && this.isKeyed(type, name))) {
      address += typeof key === 'number' ? `[${key}]` : `[${JSON.stringify(key)}]`;
      attribute = rest.slice(1);
    }
    const blind = attribute.find((step) => step instanceof Unknown || step === '*');
    if (blind) return blind instanceof Unknown ? blind : new Unknown(`all instances of ${address}`);
    return new Reference(address, attribute as (string | number)[]);
  }

  /** The instance keys of a resource of this module, `["eu"]`; undefined when they are not known. */
  instanceKeys({ address, attribute }: Reference): readonly string[] | undefined {
    if (attribute.length || !address.startsWith(this.prefix)) return undefined;
    const local = address.slice(this.prefix.length);
    const block = this.module.resources.find((each) => `${each.type}.${each.name}` === local);
    const keys = block && expansions(block.node, this.scope).map(({ key }) => key);
    return keys?.includes('') ? undefined : keys;
  }

  private isKeyed(type: string, name: string): boolean {
    const block = this.module.resources.find((each) => each.type === type && each.name === name);
    return block !== undefined && attributeOf(block.node, 'for_each') !== undefined;
  }

  private output([call, ...rest]: readonly Step[]): Value {
    if (typeof call !== 'string') return new Unknown('a module output');
    const children = this.childrenOf(call);
    if (!children) return new Unknown(`an output of module.${call}, which is not in this tree`);
    const keyed = !children.has('');
    const key = keyed ? rest[0] : '';
    const name = rest[keyed ? 1 : 0];
    const child = children.get(typeof key === 'number' ? `[${key}]` : key === '' ? '' : `[${JSON.stringify(key)}]`);
    const output = typeof name === 'string' ? child?.module.outputs.get(name) : undefined;
    const value = output && attributeOf(output.node, 'value')?.value;
    if (!child || !value) return new Unknown(`an output of module.${call}`);
    return descend(
      this.once(`output ${call} ${String(key)} ${String(name)}`, () => evaluate(value, child.scope)),
      rest.slice(keyed ? 2 : 1),
    );
  }

  variable(name: string): Value {
    return this.once(`var ${name}`, () => {
      const source = this.sourceOf(name);
      if (source.from === 'nowhere')
        return new Unknown(
          this.module.variables.has(name) ? `var.${name} has no value in this tree` : `var.${name} is not declared`,
        );
      const value = evaluate(source.value, source.from === 'argument' ? source.scope : this.scope);
      const declared = this.module.variables.get(name);
      const type = declared && attributeOf(declared.node, 'type')?.value;
      return type ? withTypeDefaults(type, value, this.scope) : value;
    });
  }

  /** Where the value of a variable comes from, without following it further. */
  sourceOf(name: string): VariableSource {
    if (this.caller) {
      const argument = META.has(name) ? undefined : attributeOf(this.caller.call.node, name);
      if (argument) {
        const scope = { instance: this.caller.instance, names: this.caller.names };
        return {
          from: 'argument',
          value: argument.value,
          placed: { file: this.caller.call.file, node: argument },
          scope,
        };
      }
    } else {
      const given = this.environment.values.get(name);
      if (given && this.module.variables.has(name)) return { from: 'tfvars', value: given.node.value, placed: given };
    }
    const declared = this.module.variables.get(name);
    const fallback = declared && attributeOf(declared.node, 'default');
    if (!declared || !fallback) return { from: 'nowhere' };
    return { from: 'default', value: fallback.value, placed: { file: declared.file, node: fallback } };
  }

  local(name: string): Value {
    return this.once(`local ${name}`, () => {
      const definition = this.module.locals.get(name);
      return definition ? evaluate(definition.node.value, this.scope) : new Unknown(`local.${name} is not defined`);
    });
  }

  private once(key: string, compute: () => Value): Value {
    const known = this.values.get(key);
    if (known !== undefined) return known;
    this.values.set(key, new Unknown(`${key.replace(' ', '.')} refers to itself`));
    let value: Value;
    try {
      value = compute();
    } catch (error) {
      // A chain of thousands of names is longer than the stack is deep.
      if (!(error instanceof RangeError)) throw error;
      value = new Unknown(`${key.replace(' ', '.')} goes through too many names`);
    }
    this.values.set(key, value);
    return value;
  }
}

/** `for_each = azurerm_x.y`: one element for each instance of the other resource. */
function chained(value: Value, { instance }: Scope): Value {
  const keys = value instanceof Reference ? instance.instanceKeys(value) : undefined;
  if (!keys) return value;
  const { address } = value as Reference;
  return Object.fromEntries(keys.map((key) => [JSON.parse(key.slice(1, -1)), new Reference(address + key, [])]));
}

/**
 * What `count` or `for_each` makes of a block. A literal 0 or an empty map gives none; what cannot be known gives one
 * instance without a key, whose `each` and `count` are unknown.
 */
export function expansions(block: Block, scope: Scope): readonly Expansion[] {
  const count = attributeOf(block, 'count');
  const forEach = attributeOf(block, 'for_each');
  if (count) {
    const value = evaluate(count.value, scope);
    if (typeof value === 'number' && value <= MOST_INSTANCES)
      return Array.from({ length: Math.max(0, Math.floor(value)) }, (_, i) => ({
        key: `[${i}]`,
        names: { count: { index: i } },
      }));
    return [{ key: '', names: { count: { index: new Unknown('count.index') } } }];
  }
  if (!forEach) return [{ key: '', names: {} }];
  const value = chained(evaluate(forEach.value, scope), scope);
  const entries = isList(value)
    ? value.map((item): [Value, Value] => [item, item])
    : isObject(value)
      ? entriesOf(value)
      : undefined;
  if (!entries || entries.length > MOST_INSTANCES || !entries.every(([key]) => isScalar(key))) {
    const blind = new Unknown('each, because for_each is not known');
    return [{ key: '', names: { each: { key: blind, value: blind } } }];
  }
  return entries.map(([key, each]) => ({
    key: `[${JSON.stringify(String(key))}]`,
    names: { each: { key: String(key), value: each } },
  }));
}
