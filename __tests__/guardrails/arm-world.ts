// What Azure would have of resources in code: the other direction of what `plumbline scan` reads.
import { type ArmPlace, armType } from '../../controls/provider/arm';
import { toArm } from '../../controls/provider/conversion';
import { attributesOf } from '../../controls/provider/facts';
import { read } from '../../controls/reading';
import type { Surroundings } from '../../controls/surroundings';
import { isAbsent, isList, isObject, Reference, type Resource, Unknown, type Value } from '../../controls/value';
import { alwaysThere, besides, childrenBesides, onParent } from './arm-habits';

export interface ArmThing {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly kind?: string;
  readonly location?: string;
  readonly identity?: object;
  readonly sku?: object;
  readonly properties: Readonly<Record<string, unknown>>;
}

export const SUBSCRIPTION = '/subscriptions/5a1e0000-0000-4000-8000-000000000001';

type Mutable = Record<string, unknown>;
interface Making {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly body: Mutable;
}

/** Everything of a root module, by the address of the resource in code. */
export class World {
  readonly things: ArmThing[] = [];
  private readonly made = new Map<string, Making>();
  private readonly children = new Map<string, Making>();

  constructor(
    private readonly resources: readonly Resource[],
    private readonly around: Surroundings,
  ) {
    for (const resource of resources) if (armType(resource.type)) this.make(resource.address);
    for (const resource of resources) {
      this.patch(resource);
      this.show(resource);
    }
    for (const made of new Set(this.made.values())) this.addWhatAzureHas(made);
    for (const making of [...this.made.values(), ...this.children.values()]) this.things.push(thingOf(making));
    const known = new Set<string>();
    for (const thing of [...this.things])
      if (known.has(thing.id)) this.things.splice(this.things.indexOf(thing), 1);
      else known.add(thing.id);
  }

  of(address: string): ArmThing | undefined {
    const made = this.made.get(address);
    return made && this.things.find(({ id }) => id === made.id);
  }

  private make(address: string): Making | undefined {
    const known = this.made.get(address);
    if (known) return known;
    const resource = this.resources.find((each) => each.address === address);
    const arm = resource && armType(resource.type)?.arm;
    if (!resource || !arm) return undefined;
    const parent = this.parentOf(resource, arm);
    const name = nameOf(resource);
    const steps = arm.split('/');
    const own = parent && !isPartOf(resource.type);
    const suffix = own ? suffixTo(resource, parent.address) : '';
    const id = isPartOf(resource.type)
      ? (parent?.making.id ?? '')
      : own
        ? steps.length > 2 && arm.toLowerCase().startsWith(`${parent.making.type.toLowerCase()}/`)
          ? `${parent.making.id}/${steps.at(-1)}/${name}`
          : `${parent.making.id}${suffix}/providers/${arm}/${name}`
        : `${SUBSCRIPTION}/${resource.type.startsWith('azurerm_security_center') ? '' : 'resourceGroups/rg/'}providers/${steps[0]}/${steps
            .slice(1)
            .map((step) => `${step}/${name}`)
            .join('/')}`;
    const isTaken = [...this.made.values()].some((each) => each.id === id);
    const making: Making =
      isPartOf(resource.type) && parent
        ? parent.making
        : {
            id: isTaken ? `${id}-${this.made.size}` : id,
            type: arm,
            name,
            body: { kind: kindOf(resource), properties: {} },
          };
    this.made.set(address, making);
    this.fill(resource, making);
    return making;
  }

  /** azapi writes properties over those of a resource. */
  private patch({ type, attributes }: Resource): void {
    const { resource_id: id, body } = attributes;
    const target = type === 'azapi_update_resource' && id instanceof Reference ? this.make(id.address) : undefined;
    const properties = isObject(body) ? body.properties : undefined;
    if (target && isObject(properties))
      for (const [name, value] of Object.entries(properties)) set(target.body, `properties.${name}`, value);
  }

  /** Settings that Azure keeps in a child, and shows on their parent. */
  private show(resource: Resource): void {
    for (const value of Object.values(resource.attributes)) {
      const parent = value instanceof Reference && !isPartOf(resource.type) ? this.made.get(value.address) : undefined;
      if (!parent) continue;
      for (const [path, shown] of onParent(resource)) set(parent.body, path, shown);
      // Two kinds of children show the same settings.
      if (resource.type !== 'azurerm_mssql_server_extended_auditing_policy') continue;
      const type = 'Microsoft.Sql/servers/auditingSettings';
      const properties = { storageEndpoint: '', ...(this.made.get(resource.address)!.body.properties as object) };
      const id = `${parent.id}/auditingSettings/default`;
      this.children.set(id, { id, type, name: 'default', body: { properties } });
    }
  }

  private addWhatAzureHas({ id, type, body }: Making): void {
    for (const { type: child, name, properties } of alwaysThere(type, body)) {
      const key = `${id}/${child.split('/').at(-1)}/${name}`;
      const isThere = [...this.made.values(), ...this.children.values()].some(
        (each) => each.id.toLowerCase() === key.toLowerCase(),
      );
      if (!isThere) this.children.set(key, { id: key, type: child, name, body: { properties } });
    }
  }

  private fill(resource: Resource, making: Making): void {
    const { type } = resource;
    const facts = attributesOf(type, 4);
    for (const [path, place] of armType(type)!.attributes) {
      if (path.includes('.') && isRepeated(type, path)) continue;
      const { value } = read(resource, path.split('.'), this.around.version, path);
      const given = this.resolved(value);
      if (isAbsent(given) || given instanceof Unknown) continue;
      if (place.conversion.startsWith('presence')) {
        for (const [i, each] of place.paths.entries()) this.put(making, place, each, i === 0 ? true : given, path);
        continue;
      }
      const said = facts.get(path)?.type === 'Bool' && typeof given === 'string' ? given === 'true' : given;
      const isSplit = place.paths.length > 1 && place.conversion !== 'id';
      if (!isSplit) this.put(making, place, place.paths[0], toArm(place.conversion, said), path);
    }
    for (const [path, each] of facts)
      if (each.elem === 'object' && each.maxItems !== 1 && !path.includes('.')) this.fillList(resource, making, path);
    this.fillSpecial(resource, making);
  }

  /** Blocks that may stand several times. */
  private fillList(resource: Resource, making: Making, name: string): void {
    const blocks = resource.attributes[name];
    for (const block of isList(blocks) ? blocks : isObject(blocks) ? [blocks] : []) {
      if (!isObject(block)) continue;
      const element: Mutable = {};
      let list: string | undefined;
      for (const [path, place] of armType(resource.type)!.attributes) {
        if (!path.startsWith(`${name}.`) || place.paths.length !== 1 || !place.paths[0].includes('[]')) continue;
        const value = this.resolved(block[path.slice(name.length + 1)]);
        const [before, after] = place.paths[0].split('[]');
        list = before;
        if (!isAbsent(value) && !(value instanceof Unknown) && after) set(element, after.slice(1), value);
      }
      if (name === 'enabled_log') element.enabled = true;
      if (name === 'extension') element.isEnabled = 'True';
      if (list) set(making.body, list, [...((valueAt(making.body, list) as unknown[] | undefined) ?? []), element]);
    }
  }

  private fillSpecial(resource: Resource, making: Making): void {
    if (resource.type === 'azurerm_private_endpoint') this.connect(resource.attributes.private_service_connection);
    for (const [path, value] of besides(resource)) set(making.body, path, value);
    for (const { type, name, properties } of childrenBesides(resource, making.type)) {
      const key = `${making.id}/${type.split('/').at(-1)}/${name}`;
      const child = this.children.get(key) ?? { id: key, type, name, body: { properties: {} } };
      Object.assign(child.body.properties as Mutable, properties);
      this.children.set(key, child);
    }
  }

  /** The service on the other side has the connection too. */
  private connect(connection: Value | undefined): void {
    const block = isList(connection) ? connection[0] : connection;
    const to = isObject(block) ? block.private_connection_resource_id : undefined;
    const service = to instanceof Reference ? this.make(to.address) : undefined;
    if (!service) return;
    const properties = { privateLinkServiceConnectionState: { status: 'Approved' } };
    const list = 'properties.privateEndpointConnections';
    set(service.body, list, [...((valueAt(service.body, list) as unknown[] | undefined) ?? []), { properties }]);
    const [id, type] = [`${service.id}/privateEndpointConnections/one`, `${service.type}/privateEndpointConnections`];
    this.children.set(id, { id, type, name: 'one', body: { properties } });
  }

  private put({ id, type, body }: Making, place: ArmPlace, path: string, value: unknown, terraform: string): void {
    if (value === undefined) return;
    const site = 'properties.siteConfig.';
    if (!place.at && !path.startsWith(site)) {
      set(body, path, value);
      return;
    }
    const [childType, name, inner] = place.at
      ? [place.at, childName(place.at, terraform), path]
      : [`${type}/config`, 'web', `properties.${path.slice(site.length)}`];
    const key = `${id}/${childType.split('/').at(-1)}/${name}`;
    const child = this.children.get(key) ?? { id: key, type: childType, name, body: { properties: {} } };
    this.children.set(key, child);
    set(child.body, inner, value);
  }

  private resolved(value: Value | undefined): Value | undefined {
    if (value instanceof Reference) {
      const to = this.make(value.address);
      return to ? `${to.id}${value.suffix}` : `/somewhere/${value.address}`;
    }
    return isList(value) ? value.map((each) => this.resolved(each) ?? null) : value;
  }

  private serverNamed(name: string, arm: string): Reference | undefined {
    const server = this.resources.find(
      ({ type, attributes }) => attributes.name === name && arm.startsWith(`${armType(type)?.arm}/`),
    );
    return server && new Reference(server.address, ['id']);
  }

  /** The resource that the id of this one stands below. */
  private parentOf(resource: Resource, arm: string): { making: Making; address: string } | undefined {
    for (const [name, given] of Object.entries(resource.attributes)) {
      const value = name === 'server_name' && typeof given === 'string' ? this.serverNamed(given, arm) : given;
      if (!(value instanceof Reference)) continue;
      const target = this.resources.find(({ address }) => address === value.address);
      const of = target && armType(target.type)?.arm;
      const isParent =
        of &&
        (arm.toLowerCase().startsWith(`${of.toLowerCase()}/`) ||
          EXTENDS.has(resource.type) ||
          (of === arm && isPartOf(resource.type)));
      const making = isParent && target !== resource ? this.make(value.address) : undefined;
      if (making && !(EXTENDS.has(resource.type) && name !== 'target_resource_id'))
        return { making, address: value.address };
    }
    return undefined;
  }
}

/** Resources that Azure keeps as settings of another one. */
const PARTS = new Set(['azurerm_storage_account_network_rules', 'azurerm_storage_account_customer_managed_key']);
const isPartOf = (type: string): boolean => PARTS.has(type);
/** Resources that can stand below anything. */
const EXTENDS = new Set(['azurerm_monitor_diagnostic_setting']);

const suffixTo = ({ attributes }: Resource, address: string): string =>
  Object.values(attributes).find((each): each is Reference => each instanceof Reference && each.address === address)
    ?.suffix ?? '';

function nameOf({ attributes, address, type }: Resource): string {
  const { name, resource_type: plan, setting_name: setting } = attributes;
  const given = type.startsWith('azurerm_security_center') ? (plan ?? setting ?? 'default') : name;
  return typeof given === 'string' ? given : address.replace(/\W+/g, '-');
}

function kindOf({ type }: Resource): string | undefined {
  if (!/_(web|function)_app(_slot)?$/.test(type)) return type === 'azurerm_mssql_server' ? 'v12.0' : undefined;
  const os = type.includes('linux') ? ',linux' : '';
  return type.includes('function') ? `functionapp${os}` : `app${os}`;
}

const childName = (at: string, path: string): string =>
  at.endsWith('/basicPublishingCredentialsPolicies')
    ? path.startsWith('ftp_')
      ? 'ftp'
      : 'scm'
    : at.endsWith('/transparentDataEncryption')
      ? 'current'
      : at.endsWith('/config')
        ? 'authsettingsV2'
        : 'default';

/** Whether a path goes through blocks that may stand several times. */
function isRepeated(type: string, path: string): boolean {
  const steps = path.split('.');
  return steps.slice(0, -1).some((_, i) => {
    const facts = attributesOf(type, 4).get(steps.slice(0, i + 1).join('.'));
    return facts?.elem === 'object' && facts.maxItems !== 1;
  });
}

function set(body: Mutable, path: string, value: unknown): void {
  const steps = path.replace(/\[\].*$/, '').split('.');
  let at = body;
  for (const step of steps.slice(0, -1)) {
    at[step] ??= {};
    at = at[step] as Mutable;
  }
  at[steps[steps.length - 1]] = value;
}

const valueAt = (body: Mutable, path: string): unknown =>
  path.split('.').reduce<unknown>((from, step) => (from as Mutable | undefined)?.[step], body);

const thingOf = ({ id, type, name, body }: Making): ArmThing =>
  ({ id, type, name, location: 'westeurope', ...body }) as unknown as ArmThing;
