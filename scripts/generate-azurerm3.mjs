// Writes controls/provider/azurerm3.json: how azurerm 3.x (from 3.100 on) differs from 4.55 in the types that have facts.
//
//   node scripts/generate-azurerm3.mjs [folder] [--check]
//   node scripts/generate-azurerm3.mjs --fetch
//
// The folder holds two releases of the CDKTF bindings, unpacked as `<version>/package`: the first for 3.100 and the last for
// 3.x (`RELEASES`). --fetch gets them with npm into a temporary folder. Which names exist is read off them; a name counts
// only where both have it. What bindings cannot say stands in azurerm3-differences.mjs, with its source.
// Without the folder nothing can be written, and --check says so and passes.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { differing, LAST, late, renames, seen } from './azurerm3-differences.mjs';
import { types } from './generate-facts.mjs';
import { attributesFromBindings } from './read-bindings.mjs';

/** The releases of @cdktf/provider-azurerm at both ends of the range: made of azurerm 3.100.0 and 3.116.0. */
export const RELEASES = ['12.13.0', '12.27.0'];

const repository = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(repository, 'controls/provider/azurerm3.json');

const moduleOf = (type) => type.slice('azurerm_'.length).replaceAll('_', '-');

/** Attributes of a type in both releases; undefined where one does not have it. */
export function bindingsOf(folder, type) {
  const folders = RELEASES.map((release) => join(folder, release, 'package/lib', moduleOf(type)));
  return folders.every(existsSync) ? folders.map((each) => attributesFromBindings(each).attributes) : undefined;
}

const FLAGS = ['required', 'optional'];
const isSet = (facts) => facts !== undefined && FLAGS.some((flag) => facts[flag]);
const parentOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('.')));
const ancestorsOf = (path) => (parentOf(path) ? [parentOf(path), ...ancestorsOf(parentOf(path))] : []);

/** What both releases say of an attribute that 4.x does not have; undefined where one of them cannot set it. */
const only3 = (first, last) => {
  if (!isSet(first) || !isSet(last)) return undefined;
  const { type, elem, required, optional, maxItems } = first;
  return { type, elem, required, optional, maxItems };
};

/** The first name that all of 3.x has for an attribute of 4.x; its last step. */
const formerName = (type, path) => {
  const own = Object.entries(renames[type] ?? {}).find(
    ([old, { is }]) => parentOf(old) === parentOf(path) && is === path.slice(parentOf(path).length).replace('.', ''),
  );
  return own?.[0].split('.').at(-1);
};

/**
 * What 3.x says otherwise of an attribute of 4.x: null where it has none, else what differs. `former`: the name to write,
 * where not all of 3.x has that of 4.x; `since`: the release that brought it, where it had no other name.
 */
function difference(type, path, facts, [first, last], isAsBlock) {
  const changes = differing[type]?.[path];
  if (!isSet(first)) {
    const former = formerName(type, path);
    if (former) return { former, ...(isSet(last) ? { since: seen[`${type}.${path}`] ?? LAST } : {}), ...changes };
    return isSet(last) ? { since: seen[`${type}.${path}`] ?? LAST, ...changes } : null;
  }
  const flags = {};
  // Blocks that are attributes at the same time are optional to the bindings in all their parts.
  for (const flag of FLAGS)
    if (!isAsBlock && Boolean(facts[flag]) !== Boolean(last[flag])) flags[flag] = last[flag] ?? null;
  // What has to be written is never Azure's choice.
  if (flags.required && facts.computed) flags.computed = null;
  const all = { ...flags, ...changes };
  return Object.keys(all).length ? all : undefined;
}

function differencesOf(type, facts, [first, last]) {
  const attributes = {};
  const has4 = (path) => facts[path] !== undefined && facts[path].in5 !== 'added';
  const paths = new Set([...Object.keys(facts).filter(has4), ...Object.keys(first), ...Object.keys(last)]);
  for (const path of [...paths].sort()) {
    const above = ancestorsOf(path);
    if (!has4(path)) {
      const own = only3(first[path], last[path]);
      if (own) attributes[path] = own;
    } else if (isSet(facts[path]) && !above.some((each) => attributes[each] === null || attributes[each]?.since)) {
      const isAsBlock = above.some((each) => facts[each]?.attributeAsBlock);
      const found = difference(type, path, facts[path], [first[path], last[path]], isAsBlock);
      if (found !== undefined) attributes[path] = found;
    }
  }
  for (const path of Object.keys(differing[type] ?? {}))
    if (!has4(path)) throw new Error(`${type}.${path} is not in the facts of 4.x`);
  for (const [path, { is }] of Object.entries(renames[type] ?? {})) {
    const at = path.includes('.') ? `${parentOf(path)}.` : '';
    if (!isSet(first[path]) || !isSet(last[path])) throw new Error(`${type}.${path} is not in all of 3.100 to 3.x`);
    const outer = Object.entries(renames[type]).find(([name]) => `${name}.` === at);
    if (!has4(`${outer ? `${outer[1].is}.` : at}${is}`)) throw new Error(`${type}.${is} is not in the facts of 4.x`);
  }
  return attributes;
}

/** The file as text. Throws where a rename is not what the releases say. */
export function azurerm3Text(folder) {
  const facts = JSON.parse(readFileSync(join(repository, 'controls/provider/azurerm.json'), 'utf8')).types;
  const versions = RELEASES.map(
    (release) => JSON.parse(readFileSync(join(folder, release, 'package/package.json'), 'utf8')).cdktf.provider.version,
  );
  const lines = types.flatMap((type) => {
    const bindings = bindingsOf(folder, type);
    if (!bindings) return [`    "${type}": ${JSON.stringify({ since: late[type] ?? null })}`];
    const attributes = differencesOf(type, facts[type].attributes, bindings);
    const entries = (of) => Object.entries(of).map(([path, each]) => `        "${path}": ${JSON.stringify(each)}`);
    const parts = [
      ['names', renames[type] ?? {}],
      ['attributes', attributes],
    ].filter(([, each]) => Object.keys(each).length);
    if (!parts.length) return [];
    const texts = parts.map(([name, each]) => `      "${name}": {\n${entries(each).join(',\n')}\n      }`);
    return [`    "${type}": {\n${texts.join(',\n')}\n    }`];
  });
  return `{\n  "versions": ${JSON.stringify(versions)},\n  "types": {\n${lines.join(',\n')}\n  }\n}\n`;
}

/** What is needed of both releases, in a temporary folder. */
function fetched() {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-azurerm3-'));
  const needed = new Set(['package/package.json', ...types.map((type) => `package/lib/${moduleOf(type)}/index.js`)]);
  for (const release of RELEASES) {
    const cwd = join(folder, release);
    mkdirSync(cwd);
    const run = (command, ...args) => execFileSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 26 });
    const packed = run('npm', 'pack', `@cdktf/provider-azurerm@${release}`, '--silent').trim();
    const there = run('tar', 'tzf', packed).split('\n');
    writeFileSync(join(cwd, 'needed.txt'), there.filter((name) => needed.has(name)).join('\n'));
    run('tar', 'xzf', packed, '-T', 'needed.txt');
    rmSync(join(cwd, packed));
  }
  return folder;
}

/** Writes or, with --check, compares. Returns the exit code. */
export function generateAzurerm3(args) {
  const check = args.includes('--check');
  const given = args.find((argument) => !argument.startsWith('--')) ?? process.env.PLUMBLINE_AZURERM3;
  const temporary = args.includes('--fetch') ? fetched() : undefined;
  const folder = temporary ?? (given && resolve(given));
  if (!folder || !existsSync(join(folder, RELEASES[0]))) {
    const missing = 'the differences of azurerm 3.x have no source folder here (argument or PLUMBLINE_AZURERM3)';
    if (!check) throw new Error(`${missing}: nothing written`);
    console.log(`skipped: ${missing}`);
    return 0;
  }
  try {
    const text = azurerm3Text(folder);
    if (!check) writeFileSync(target, text);
    else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
      console.error('controls/provider/azurerm3.json is not what its source says: node scripts/generate-azurerm3.mjs');
      return 1;
    }
    return 0;
  } finally {
    if (temporary) rmSync(temporary, { recursive: true, force: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    process.exitCode = generateAzurerm3(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}
