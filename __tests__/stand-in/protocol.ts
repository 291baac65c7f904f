// The messages of Terraform's plugin protocol 6 that a provider of resources needs, as tables of fields.
import type { Field, FieldType, Message } from './protobuf';

const one = (name: string, type: FieldType): Field => ({ name, type });
const many = (name: string, message: Message): Field => ({ name, type: { message }, repeated: true });

const dynamic: Message = { 1: one('msgpack', 'bytes'), 2: one('json', 'bytes') };
const value = (name: string): Field => one(name, { message: dynamic });
const step: Message = {
  1: one('attribute_name', 'string'),
  2: one('element_key_string', 'string'),
  3: one('element_key_int', 'int'),
};
const path: Message = { 1: many('steps', step) };
const diagnostic: Message = {
  1: one('severity', 'int'),
  2: one('summary', 'string'),
  3: one('detail', 'string'),
  4: one('attribute', { message: path }),
};
const diagnostics = many('diagnostics', diagnostic);

const attribute: Message = {
  1: one('name', 'string'),
  2: one('type', 'bytes'),
  4: one('required', 'bool'),
  5: one('optional', 'bool'),
  6: one('computed', 'bool'),
  7: one('sensitive', 'bool'),
  9: one('deprecated', 'bool'),
  11: one('write_only', 'bool'),
};
const block: Message = { 2: many('attributes', attribute) };
const nested: Message = {
  1: one('type_name', 'string'),
  2: one('block', { message: block }),
  3: one('nesting', 'int'),
  4: one('min_items', 'int'),
  5: one('max_items', 'int'),
};
block[3] = many('block_types', nested);
const schema: Message = { 1: one('version', 'int'), 2: one('block', { message: block }) };

const typeName = one('type_name', 'string');
const named: Message = { 1: typeName };
const capabilities = one('server_capabilities', { message: { 1: one('plan_destroy', 'bool') } });
const imported: Message = { 1: typeName, 2: value('state'), 3: one('private', 'bytes') };

/** Request and response of each call, by its name. */
export const calls: Readonly<Record<string, { request: Message; response: Message }>> = {
  GetMetadata: {
    request: {},
    response: { 1: capabilities, 2: diagnostics, 3: many('data_sources', named), 4: many('resources', named) },
  },
  GetProviderSchema: {
    request: {},
    response: {
      1: one('provider', { message: schema }),
      2: one('resource_schemas', { map: schema }),
      3: one('data_source_schemas', { map: schema }),
      4: diagnostics,
      6: capabilities,
    },
  },
  ValidateProviderConfig: { request: { 1: value('config') }, response: { 2: diagnostics } },
  ConfigureProvider: { request: { 2: value('config') }, response: { 1: diagnostics } },
  StopProvider: { request: {}, response: { 1: one('error', 'string') } },
  ValidateResourceConfig: { request: { 1: typeName, 2: value('config') }, response: { 1: diagnostics } },
  ValidateDataResourceConfig: { request: { 1: typeName, 2: value('config') }, response: { 1: diagnostics } },
  UpgradeResourceState: {
    request: { 1: typeName, 2: one('version', 'int'), 3: one('raw_state', { message: { 1: one('json', 'bytes') } }) },
    response: { 1: value('upgraded_state'), 2: diagnostics },
  },
  ReadResource: {
    request: { 1: typeName, 2: value('current_state'), 3: one('private', 'bytes') },
    response: { 1: value('new_state'), 2: diagnostics, 3: one('private', 'bytes') },
  },
  PlanResourceChange: {
    request: { 1: typeName, 2: value('prior_state'), 3: value('proposed_new_state'), 4: value('config') },
    response: {
      1: value('planned_state'),
      2: many('requires_replace', path),
      3: one('planned_private', 'bytes'),
      4: diagnostics,
      5: one('legacy_type_system', 'bool'),
    },
  },
  ApplyResourceChange: {
    request: { 1: typeName, 2: value('prior_state'), 3: value('planned_state'), 4: value('config') },
    response: {
      1: value('new_state'),
      2: one('private', 'bytes'),
      3: diagnostics,
      4: one('legacy_type_system', 'bool'),
    },
  },
  ImportResourceState: {
    request: { 1: typeName, 2: one('id', 'string') },
    response: { 1: many('imported_resources', imported), 2: diagnostics },
  },
  ReadDataSource: {
    request: { 1: typeName, 2: value('config') },
    response: { 1: value('state'), 2: diagnostics },
  },
};

/** What a provider answers with when the input is wrong. Severity 1 is an error, 2 a warning. */
export interface Diagnostic {
  readonly severity: 1 | 2;
  readonly summary: string;
  readonly detail?: string;
  readonly attribute?: ProtocolPath;
}
export interface ProtocolPath {
  readonly steps: readonly ({ attribute_name: string } | { element_key_int: number })[];
}

/** ['a', 0, 'b'] → the protocol's steps. A set's elements have no address: stop before them. */
export function protocolPath(path: readonly (string | number)[]): ProtocolPath {
  return {
    steps: path.map((part) => (typeof part === 'number' ? { element_key_int: part } : { attribute_name: part })),
  };
}
