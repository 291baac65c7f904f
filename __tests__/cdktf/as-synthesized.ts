// HCL as JSON of a stack, so that fixtures serve both.
import { isSingleBlock } from '../../controls/provider/facts';
import { parse } from '../../remediations/hcl/parse';
import { toJson } from '../hcl/to-json';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const isRecord = (value: Json | undefined): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Settings, variables and locals stand once under their names. */
function single(value: Json): Json {
  if (Array.isArray(value)) return value.length === 1 && isRecord(value[0]) ? single(value[0]) : value;
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, single(each)]))
    : value;
}

/** Blocks that stand once as objects, as the bindings write them. */
function asBindings(value: Json, type: string, at: string): Json {
  if (Array.isArray(value)) {
    const items = value.map((each) => asBindings(each, type, at));
    return items.length === 1 && isSingleBlock(type, at, 4) ? items[0] : items;
  }
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, asBindings(each, type, at ? `${at}.${name}` : name)]),
  );
}

/** The document that cdktf would write for HCL. */
export function synthesizedFrom(text: string): string {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const { resource, ...rest } = toJson(parsed.file) as Record<string, Json>;
  const types = isRecord(resource) ? resource : {};
  const written = Object.entries(types).map(([type, named]) => [
    type,
    Object.fromEntries(
      Object.entries(isRecord(named) ? named : {}).map(([name, blocks]) => {
        const [block] = Array.isArray(blocks) ? blocks : [];
        const metadata = { '//': { metadata: { path: `test/${name}`, uniqueId: name } } };
        return [name, { ...(asBindings(block, type, '') as object), ...metadata }];
      }),
    ),
  ]);
  const { terraform = {}, variable = {}, locals = {} } = rest;
  const named = Object.entries(variable ?? {}).map(([name, each]) => [name, Array.isArray(each) ? each[0] : each]);
  const own = {
    terraform: single(terraform),
    variable: Object.fromEntries(named),
    locals: Array.isArray(locals) ? Object.assign({}, ...locals) : locals,
  };
  const metadata = { metadata: { backend: 'local', stackName: 'test', version: '0.21.0' }, outputs: {} };
  return JSON.stringify({ '//': metadata, ...rest, ...own, resource: Object.fromEntries(written) }, null, 2);
}
