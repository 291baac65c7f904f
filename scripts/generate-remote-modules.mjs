// Writes remediations/remote-modules/modules.json: for modules of the Terraform registry, which input carries which
// attribute of which resource, in which releases. Read off main.tf and variables.tf of every tagged release; what an
// expression does not surely say is marked as not known. The modules are large and not part of this repository: a
// folder (argument, PLUMBLINE_MODULES, or ../shared/modules) holds clones of them as OWNER/NAME, with their tags.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadHcl } from './bundle.mjs';
import { constraintsOf } from './remote-modules/inputs.mjs';
import { entryOf, registryName } from './remote-modules/table.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '../remediations/remote-modules/modules.json');

/** Modules by their repository: those of Azure, and older ones that much code calls. */
const repositories = [
  'Azure/terraform-azurerm-avm-res-compute-disk',
  'Azure/terraform-azurerm-avm-res-compute-virtualmachine',
  'Azure/terraform-azurerm-avm-res-dbformysql-flexibleserver',
  'Azure/terraform-azurerm-avm-res-dbforpostgresql-flexibleserver',
  'Azure/terraform-azurerm-avm-res-documentdb-databaseaccount',
  'Azure/terraform-azurerm-avm-res-insights-component',
  'Azure/terraform-azurerm-avm-res-keyvault-vault',
  'Azure/terraform-azurerm-avm-res-network-applicationgateway',
  'Azure/terraform-azurerm-avm-res-network-bastionhost',
  'Azure/terraform-azurerm-avm-res-network-networkinterface',
  'Azure/terraform-azurerm-avm-res-network-networksecuritygroup',
  'Azure/terraform-azurerm-avm-res-network-publicipaddress',
  'Azure/terraform-azurerm-avm-res-network-virtualnetwork',
  'Azure/terraform-azurerm-avm-res-operationalinsights-workspace',
  'Azure/terraform-azurerm-avm-res-sql-server',
  'Azure/terraform-azurerm-avm-res-storage-storageaccount',
  'Azure/terraform-azurerm-avm-res-web-site',
  'Azure/terraform-azurerm-network-security-group',
  'Azure/terraform-azurerm-postgresql',
  'claranet/terraform-azurerm-cosmos-db',
  'claranet/terraform-azurerm-db-mysql-flexible',
  'claranet/terraform-azurerm-db-postgresql-flexible',
  'claranet/terraform-azurerm-db-sql',
  'claranet/terraform-azurerm-function-app',
  'claranet/terraform-azurerm-keyvault',
  'claranet/terraform-azurerm-linux-vm',
  'claranet/terraform-azurerm-nsg',
  'claranet/terraform-azurerm-storage-account',
  'claranet/terraform-azurerm-windows-vm',
];

const git = (repository, args, input) =>
  execFileSync('git', ['-C', repository, ...args], { input, maxBuffer: 512 << 20 });

const byVersion = (a, b) => {
  const [one, two] = [a, b].map((each) => each.version.split('.').map(Number));
  return one[0] - two[0] || one[1] - two[1] || one[2] - two[2];
};

/** Releases of a clone, oldest first; those whose files do not all parse are left out. */
function releasesOf(folder, parse) {
  const tags = git(folder, ['tag']).toString().split('\n');
  const versions = tags.flatMap((tag) => {
    const [, version] = /^v?(\d+\.\d+\.\d+)$/.exec(tag) ?? [];
    return version ? [{ tag, version }] : [];
  });
  const once = [...new Map(versions.map((each) => [each.version, each])).values()].sort(byVersion);
  const trees = once.map(({ tag, version }) => ({ version, blobs: filesOf(folder, tag) }));
  const ids = trees.flatMap(({ blobs }) => blobs.map(({ id }) => id));
  const parsed = new Map(textsOf(folder, [...new Set(ids)], parse));
  return trees.flatMap(({ version, blobs }) => {
    const files = blobs.map(({ id, path }) => ({ path, ...parsed.get(id) }));
    const filesIn = (isOwn) => files.filter(({ path }) => path.includes('/') !== isOwn).map(({ file }) => file);
    const isWhole = files.length > 0 && files.every(({ ok }) => ok);
    return isWhole ? [{ version, files: filesIn(true), inner: filesIn(false) }] : [];
  });
}

/** Files of Terraform at the top of a tree, and those of modules that it holds for itself. */
const filesOf = (folder, tag) =>
  git(folder, ['ls-tree', '-r', tag])
    .toString()
    .split('\n')
    .flatMap((line) => {
      const [, id, path] = /^\d+ blob (\w+)\t((?:modules\/.*)?[^/]*\.tf)$/.exec(line) ?? [];
      return id && !/\/(examples|tests)\//.test(path) ? [{ id, path }] : [];
    });

/** Each file once, however many releases have it. */
function textsOf(folder, ids, parse) {
  const out = git(folder, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  let at = 0;
  return ids.map((id) => {
    const start = out.indexOf('\n', at) + 1;
    const size = Number(out.toString('utf8', at, start).trim().split(' ')[2]);
    at = start + size + 1;
    return [id, parse(out.toString('utf8', start, start + size))];
  });
}

/** What is judged by where it leads is of no use without the resources around it; slots are made by for_each throughout. */
const isSubject = (type) =>
  /^azurerm_/.test(type) && !/_slot$/.test(type) && !/^azurerm_(monitor_diagnostic_setting|resource_group)$/.test(type);

async function tableText(folder) {
  const { parse, controls, attributesOf, knownTypes, fromConstraint } = await loadHcl();
  const judged = new Set(controls.flatMap(({ manual, resources }) => (manual ? [] : resources.filter(isSubject))));
  const knows = (type, path) => [4, 5].some((major) => attributesOf(type, major).has(path));
  const isForKnown = ({ files }) =>
    constraintsOf(files).every((constraint) => {
      const { unsupported, major } = fromConstraint(constraint, '');
      return !unsupported && major !== 3;
    });
  const known = { types: new Set(knownTypes()), judged, knows };
  const entries = repositories.flatMap((repository) => {
    const releases = releasesOf(join(folder, repository), parse).filter(isForKnown);
    const entry = releases.length ? entryOf(repository, releases, known) : { resources: {} };
    return Object.keys(entry.resources).length ? [[registryName(repository), entry]] : [];
  });
  return `${lines(Object.fromEntries(entries), 5)}\n`;
}

/** JSON with one line for each fact: `depth` levels are broken, what is below stands on one line. */
function lines(value, depth, indent = '') {
  const isList = Array.isArray(value);
  const isPlain = typeof value !== 'object' || value === null || isList;
  if (isPlain || !depth || !Object.keys(value).length) return JSON.stringify(value);
  const inner = `${indent} `;
  const items = Object.entries(value).map(
    ([name, each]) => `${inner}${JSON.stringify(name)}: ${lines(each, depth - 1, inner)}`,
  );
  return `{\n${items.join(',\n')}\n${indent}}`;
}

/** Writes the file, or with `--check` compares it. Returns the exit code. */
export async function generateRemoteModules(args) {
  const given = args.find((each) => !each.startsWith('--')) ?? process.env.PLUMBLINE_MODULES;
  const folder = given ?? join(here, '../../shared/modules');
  if (!repositories.every((repository) => existsSync(join(folder, repository)))) {
    console.log('remediations/remote-modules/modules.json: skipped, its source is not here');
    return 0;
  }
  const text = await tableText(folder);
  if (!args.includes('--check')) writeFileSync(target, text);
  else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error('remediations/remote-modules/modules.json differs from its source: npm run generate');
    return 1;
  }
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = await generateRemoteModules(process.argv.slice(2));
