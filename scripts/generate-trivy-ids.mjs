// Writes controls/trivy-ids.json: the current id of every Azure check of Trivy by the other ids that reports of Trivy and
// tfsec give it. `AVD-` before an id is left out. A short name that two checks have tells nothing and is left out too.
// Reads trivy-id-aliases.json, made from aquasecurity/trivy-checks@80e53822, MIT (folder as argument, PLUMBLINE_MAPS, or
// ../shared/maps).
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '../controls/trivy-ids.json');

/** The ids of tfsec before 0.58: aquasecurity/tfsec@1ade1215, internal/pkg/legacy/map.go, MIT. */
const legacy = {
  AZU001: 'azure-network-no-public-ingress',
  AZU002: 'azure-network-no-public-egress',
  AZU003: 'azure-compute-enable-disk-encryption',
  AZU004: 'azure-datalake-enable-at-rest-encryption',
  AZU006: 'azure-container-configured-network-policy',
  AZU007: 'azure-container-use-rbac-permissions',
  AZU008: 'azure-container-limit-authorized-ips',
  AZU009: 'azure-container-logging',
  AZU011: 'azure-storage-no-public-access',
  AZU012: 'azure-storage-default-action-deny',
  AZU013: 'azure-storage-allow-microsoft-service-bypass',
  AZU014: 'azure-storage-enforce-https',
  AZU015: 'azure-storage-use-secure-tls-policy',
  AZU016: 'azure-storage-queue-services-logging-enabled',
  AZU017: 'azure-network-ssh-blocked-from-internet',
  AZU018: 'azure-database-enable-audit',
  AZU019: 'azure-database-retention-period-set',
  AZU020: 'azure-keyvault-specify-network-acl',
  AZU021: 'azure-keyvault-no-purge',
  AZU022: 'azure-keyvault-content-type-for-secret',
  AZU023: 'azure-keyvault-ensure-secret-expiry',
  AZU024: 'azure-network-disable-rdp-from-internet',
  AZU025: 'azure-datafactory-no-public-access',
  AZU026: 'azure-keyvault-ensure-key-expiry',
  AZU027: 'azure-synapse-virtual-network-enabled',
  AZU028: 'azure-appservice-enforce-https',
};

/** One line for each id, in lower case, sorted. */
export function trivyIdsText(folder) {
  const checks = JSON.parse(readFileSync(join(folder, 'trivy-id-aliases.json'), 'utf8'));
  const ids = new Map();
  for (const [id, { aliases, long_id }] of Object.entries(checks))
    for (const alias of new Set([...aliases, long_id]))
      if (alias.startsWith('azure-')) {
        if (ids.has(alias) && ids.get(alias) !== id) throw new Error(`${alias} is ${ids.get(alias)} and ${id}`);
        ids.set(alias, id);
      }
  for (const [old, long] of Object.entries(legacy)) {
    if (!ids.has(long)) throw new Error(`${old} was ${long}, which Trivy does not have`);
    ids.set(old.toLowerCase(), ids.get(long));
  }
  const lines = [...ids]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([alias, id]) => `  "${alias}": "${id.toLowerCase()}"`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** Writes the file, or with `--check` compares it. Returns the exit code. */
export function generateTrivyIds(args) {
  const given = args.find((each) => !each.startsWith('--')) ?? process.env.PLUMBLINE_MAPS;
  const folder = given ?? join(here, '../../shared/maps');
  if (!existsSync(join(folder, 'trivy-id-aliases.json'))) {
    console.log('controls/trivy-ids.json: skipped, its source is not here');
    return 0;
  }
  const text = trivyIdsText(folder);
  if (!args.includes('--check')) writeFileSync(target, text);
  else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error('controls/trivy-ids.json differs from its source: npm run generate');
    return 1;
  }
  return 0;
}
