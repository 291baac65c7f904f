// Attributes of one resource from its compiled CDKTF bindings, read as text: nothing of them is run.
// The bindings do not say what replaces a resource, what is accepted, or what a default is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const KINDS = {
  getStringAttribute: { type: 'String' },
  getNumberAttribute: { type: 'Int' },
  getBooleanAttribute: { type: 'Bool' },
  getListAttribute: { type: 'List', elem: 'String' },
  getNumberListAttribute: { type: 'List', elem: 'Int' },
  getStringMapAttribute: { type: 'Map', elem: 'String' },
};

function classesIn(source) {
  const found = {};
  for (const [, name, base, body] of source.matchAll(/^class (\w+) extends cdktf\.(\w+) \{([\s\S]*?)^\}/gm))
    found[name] = { base, body };
  return found;
}

const capital = (name) => name[0].toUpperCase() + name.slice(1);

function plainAttributes(body) {
  return [...body.matchAll(/^ {4}get (\w+)\(\) \{\s*return ([^;]+);\s*\}/gm)].flatMap(([, name, expression]) => {
    const call = /this\.(get\w+Attribute)\('([^']+)'\)/.exec(expression);
    if (!call) return [];
    const kind = KINDS[call[1]];
    if (!kind) throw new Error(`${call[2]}: ${call[1]} is not known`);
    const type = expression.startsWith('cdktf.Fn.tolist') ? 'Set' : kind.type;
    const settable = new RegExp(`^ {4}set ${name}\\(`, 'm').test(body);
    const optional = new RegExp(`^ {4}reset${capital(name)}\\(`, 'm').test(body);
    const flags = !settable ? { computed: true } : optional ? { optional: true } : { required: true };
    return [[call[2], { ...kind, type, ...flags }]];
  });
}

function nestedBlocks(classes, body, at, into) {
  const complex =
    /\/\/ (\w+) - computed: (\w+), optional: (\w+), required: (\w+)\s+this\._\w+ = new (\w+)\(this, "\w+"(?:, (\w+))?\)/g;
  for (const [, name, , optional, required, kind, isSet] of body.matchAll(complex)) {
    if (name === 'timeouts') continue;
    const list = classes[kind].base === 'ComplexList';
    const element = list ? /new (\w+)\(this\.terraformResource/.exec(classes[kind].body)[1] : kind;
    into.set(`${at}${name}`, {
      type: isSet === 'true' ? 'Set' : 'List',
      elem: 'object',
      ...(required === 'true' ? { required: true } : optional === 'true' ? { optional: true } : { computed: true }),
      ...(list ? {} : { maxItems: 1 }),
    });
    take(classes, element, `${at}${name}.`, into);
  }
}

function take(classes, name, at, into) {
  const { body } = classes[name];
  for (const [attribute, facts] of plainAttributes(body)) into.set(at + attribute, facts);
  nestedBlocks(classes, body, at, into);
}

/** @param folder the resource's folder in `lib/` of the bindings @returns attributes by dotted path, sorted */
export function attributesFromBindings(folder) {
  const source = readFileSync(join(folder, 'index.js'), 'utf8').replace(/\/\/# sourceMappingURL[\s\S]*$/, '');
  const classes = classesIn(source);
  const main = Object.keys(classes).find((name) => classes[name].base === 'TerraformResource');
  const type = /tfResourceType = "(\w+)"/.exec(source)[1];
  const attributes = new Map();
  take(classes, main, '', attributes);
  attributes.set('id', { type: 'String', computed: true });
  return { type, attributes: Object.fromEntries([...attributes].sort(([a], [b]) => (a < b ? -1 : 1))) };
}
