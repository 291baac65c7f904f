// node bench/scan.mjs [resources]: calls, seconds and memory of `plumbline scan` of a made-up estate, against a server on
// this machine that answers at once. What Azure itself takes comes on top. Needs `npm run build`.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'plumbline-bench-scan-'));
const resources = Number(process.argv[2] ?? 1000);
const SUBSCRIPTION = '5a1e0000-0000-4000-8000-000000000001';
const TENANT = '7e4a0000-0000-4000-8000-000000000009';
const AN_HOUR = 3600;

/** Of a hundred resources of an estate. */
const MIX = Object.entries({
  'Microsoft.Storage/storageAccounts': 8,
  'Microsoft.KeyVault/vaults': 3,
  'Microsoft.Sql/servers': 3,
  'Microsoft.DBforPostgreSQL/flexibleServers': 2,
  'Microsoft.DBforMySQL/flexibleServers': 1,
  'Microsoft.Web/sites': 5,
  'Microsoft.Network/networkSecurityGroups': 10,
  'Microsoft.Network/publicIPAddresses': 8,
  'Microsoft.Network/networkInterfaces': 15,
  'Microsoft.Network/virtualNetworks': 3,
  'Microsoft.Compute/virtualMachines': 15,
  'Microsoft.Compute/disks': 20,
  'Microsoft.Insights/actionGroups': 7,
}).flatMap(([type, count]) => Array(count).fill(type));
const properties = {
  provisioningState: 'Succeeded',
  description: 'x'.repeat(800),
  values: Array.from({ length: 20 }, (_, i) => ({ name: `setting-${i}`, enabled: true })),
};
const resource = (i) => {
  const type = MIX[i % MIX.length];
  const id = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-${i % 500}/providers/${type}/resource-${i}`;
  return {
    id,
    name: `resource-${i}`,
    type,
    location: 'westeurope',
    subscriptionId: SUBSCRIPTION,
    tags: { n: `${i}` },
    properties,
  };
};

let calls = 0;
/** A list has one entry, everything else is there. */
function answer(method, path, body) {
  if (path.startsWith(`/${TENANT}/`))
    return method === 'GET'
      ? {
          issuer: `${endpoint()}/${TENANT}/v2.0`,
          authorization_endpoint: `${endpoint()}/a`,
          token_endpoint: `${endpoint()}/${TENANT}/token`,
          jwks_uri: `${endpoint()}/k`,
        }
      : { token_type: 'Bearer', expires_in: AN_HOUR, access_token: 'token' };
  calls++;
  if (method === 'POST') {
    const { $top, $skipToken = '0' } = JSON.parse(body).options;
    const start = Number($skipToken);
    const end = Math.min(start + $top, resources);
    return {
      data: Array.from({ length: end - start }, (_, i) => resource(start + i)),
      resultTruncated: 'false',
      ...(end < resources ? { $skipToken: String(end) } : {}),
    };
  }
  const behind = path.split('/providers/').at(-1).split('/');
  const isList = path.includes('/providers/') && behind.length % 2 === 0;
  const entry = { id: `${path}/one`, name: 'one', properties };
  return isList ? { value: [entry] } : { ...entry, id: path, displayName: 'bench' };
}

await build({
  entryPoints: [join(here, '../__tests__/azure/certificate.ts')],
  outfile: join(scratch, 'certificate.mjs'),
  bundle: true,
  platform: 'node',
  format: 'esm',
});
const { key, cert } = (await import(join(scratch, 'certificate.mjs'))).certificate();
writeFileSync(join(scratch, 'ca.pem'), cert);
const server = createServer({ key, cert }, (request, response) => {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer(request.method, decodeURIComponent(request.url.split('?')[0]), body)));
  });
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const endpoint = () => `https://localhost:${server.address().port}`;

const out = join(scratch, 'out');
const started = Date.now();
const child = spawn(
  process.execPath,
  [
    join(here, '../dist/plumbline.js'),
    'scan',
    '--subscription',
    SUBSCRIPTION,
    '--cloud',
    'custom',
    '--out',
    out,
    '--sign-in',
    'service-principal',
  ],
  {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_EXTRA_CA_CERTS: join(scratch, 'ca.pem'),
      ARM_RESOURCE_MANAGER_ENDPOINT: endpoint(),
      ARM_ACTIVE_DIRECTORY_AUTHORITY_HOST: endpoint(),
      AZURE_TENANT_ID: TENANT,
      AZURE_CLIENT_ID: SUBSCRIPTION,
      AZURE_CLIENT_SECRET: 'secret',
    },
  },
);
let memory = 0;
const watch = setInterval(() => {
  try {
    memory = Math.max(
      memory,
      Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0),
    );
  } catch {
    // The process has ended, or the system has no such file.
  }
}, 50);
const code = await new Promise((resolve) => child.on('close', resolve));
clearInterval(watch);
const seconds = (Date.now() - started) / 1000;
if (code === 0) {
  console.log(`${resources} resources: ${calls} calls, ${((calls / resources) * 1000).toFixed(0)} for each 1,000`);
  console.log(`${seconds.toFixed(1)} s, ${((seconds / resources) * 1000).toFixed(2)} s for each 1,000`);
  console.log(
    `${(memory / 1024).toFixed(0)} MiB at most, scan.json ${(statSync(join(out, 'scan.json')).size / 2 ** 20).toFixed(0)} MiB`,
  );
}
server.closeAllConnections();
server.close();
rmSync(scratch, { recursive: true, force: true });
process.exitCode = code ?? 1;
