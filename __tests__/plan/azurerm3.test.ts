// An estate on azurerm 3.x, with a lock file: what is judged, what is changed, and what Terraform says of it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { versionText } from '../../controls/provider/version';
import { Program } from '../../remediations/cdktf/program';
import { toldConstructs } from '../../remediations/cdktf/told';
import { asReport, checkEstate, deviationText } from '../../remediations/check';
import { type Estate, readEstate } from '../../remediations/locate/hcl/estate';
import { readTree, sourceFile } from '../../remediations/locate/hcl/tree';
import { readShowJson } from '../../remediations/locate/plan/plan-json';
import { remediate } from '../../remediations/remediate';
import { planJson } from '../../remediations/render/plan-json';
import { readPlanFile } from '../../remediations/verify/plan-file';
import { readTerraformPlan } from '../../remediations/verify/terraform-plan';
import { verify } from '../../remediations/verify/verify';
import { needsTerraform } from '../stand-in/needs-terraform';
import { terraform, withStandIn } from '../stand-in/run';
import { files, type Tree, versions } from './code';

const offline = needsTerraform('the tests of an estate on azurerm 3.x');
const folder = join(__dirname, 'azurerm3');
const updating = process.env.UPDATE_GOLDEN === '1';

const treeIn = (name: string): Tree =>
  Object.fromEntries(readTree(join(folder, name)).map(({ path, text }) => [path, text]));
const before = treeIn('before');
const estateOf = (tree: Tree): Estate => readEstate(Object.entries(tree).map(([path, text]) => sourceFile(path, text)));

const ANSWERS = {
  managementNetworks: ['203.0.113.0/24'],
  securityContactEmail: 'security@example.com',
};

function planned(tree: Tree) {
  const estate = estateOf(tree);
  const own = checkEstate(estate, { level: 2 });
  const result = remediate([asReport(own)], estate, { level: 2, answers: ANSWERS, allow: new Set() });
  const after = Object.fromEntries([...result.files].map(([path, { after: text }]) => [path, text]));
  return { own, result, after: { ...tree, ...after } };
}

test('the lock file says the release', () => {
  const [root] = estateOf(before).roots;
  expect(versionText(root.version)).toBe('azurerm 3.104 (.terraform.lock.hcl)');
});

test('the patched files are the golden ones, and a second plan is empty', () => {
  const { after } = planned(before);
  for (const [path, text] of Object.entries(after)) {
    const golden = join(folder, 'after', path);
    if (updating && text !== before[path]) {
      mkdirSync(dirname(golden), { recursive: true });
      writeFileSync(golden, text);
    }
  }
  const golden = treeIn('after');
  expect(after).toEqual({ ...before, ...golden });
  expect(Object.keys(golden).filter((path) => golden[path] === before[path])).toEqual([]);
  expect(planned(after).result.plan.changes).toEqual([]);
});

test('people are told the names in their code', () => {
  const { own, result } = planned(before);
  const told = own.deviating.map(({ address, at, deviation }) => ({
    at: `${at?.file}:${at?.line}`,
    text: `${address}: ${deviation && deviationText(deviation)}`,
  }));
  const line = before['storage.tf'].split('\n').findIndex((each) => each.includes('= var.secure_transfer')) + 1;
  expect(told).toContainEqual({
    at: `storage.tf:${line}`,
    text: 'azurerm_storage_account.shared: enable_https_traffic_only is false, expected true',
  });
  const paths = result.plan.changes.map(({ path }) => path.join('.'));
  expect(paths).toContain('enable_https_traffic_only');
  expect(paths).not.toContain('https_traffic_only_enabled');
});

test('what not every release has, or 3.x says in another way, is told', () => {
  const estate = estateOf(before);
  const only = new Set(['postgresql-no-public-network', 'mysql-no-public-network']);
  const own = checkEstate(estate, { level: 2, only });
  const { plan } = remediate([asReport(own)], estate, { level: 2, only, answers: {}, allow: new Set() });
  expect(plan.changes).toEqual([]);
  expect(plan.unplanned.map(({ reason, note }) => `${reason}: ${note}`)).toEqual([
    'unsupported-provider-version: public_network_access_enabled came with azurerm 3.105; the code is for 3.104',
  ]);
});

test('a block that root modules with 3.x and with another release share gets no name of either', () => {
  const vault = `resource "azurerm_key_vault" "main" {
  name                = "kv"
  resource_group_name = "rg"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}
`;
  const root = (constraint: string) => `${versions(constraint)}\nmodule "vault" {\n  source = "../vault"\n}\n`;
  const only = new Set(['key-vault-rbac']);
  const told = (constraint: string) => {
    const tree = { 'a/main.tf': root('~> 3.100'), 'b/main.tf': root(constraint), 'vault/main.tf': vault };
    const estate = readEstate(files(tree));
    const own = asReport(checkEstate(estate, { level: 2, only }));
    const { plan } = remediate([own], estate, { level: 2, only, answers: {}, allow: new Set() });
    return [...plan.changes.map(({ path }) => path.join('.')), ...plan.unplanned.map(({ reason }) => reason)];
  };
  expect(told('~> 4.55')).toEqual(['ambiguous']);
  expect(told('~> 3.110')).toEqual(['enable_rbac_authorization']);
});

test('of an app for azurerm 3.x the properties of its bindings are told, and none of our classes', () => {
  const vault = { name: 'kv', resource_group_name: 'rg', location: 'w', tenant_id: 't', sku_name: 'standard' };
  const metadata = (path: string) => ({ '//': { metadata: { path, uniqueId: path.split('/').at(-1) } } });
  const stack = {
    '//': { metadata: { backend: 'local', stackName: 'shop', version: '0.20.0' } },
    terraform: { required_providers: { azurerm: { source: 'hashicorp/azurerm', version: '~> 3.100' } } },
    resource: { azurerm_key_vault: { main: { ...vault, ...metadata('shop/main') } } },
  };
  const path = 'cdktf.out/stacks/shop/cdk.tf.json';
  const estate = readEstate([sourceFile(path, JSON.stringify(stack, null, 2))]);
  const only = new Set(['key-vault-rbac']);
  const own = asReport(checkEstate(estate, { level: 2, only }));
  const { plan } = remediate([own], estate, { level: 2, only, answers: {}, allow: new Set() });
  const [told] = toldConstructs(plan.told, estate, new Map([[path, new Program([])]]));
  expect(told.code).toContain('enableRbacAuthorization: true');
  expect(told.swap).toBeUndefined();
});

test('a plan or state that names no version is known by names that only 3.x has', () => {
  const values = { enable_https_traffic_only: false, https_traffic_only_enabled: false, min_tls_version: 'TLS1_2' };
  const shown = (more: object) => {
    const resource = { address: 'azurerm_storage_account.a', mode: 'managed', type: 'azurerm_storage_account' };
    const root_module = { resources: [{ ...resource, values: { ...values, ...more } }] };
    return readShowJson({ format_version: '1.0', values: { root_module } });
  };
  const { version, resources } = shown({});
  expect(version.major).toBe(3);
  expect(resources[0].attributes).toMatchObject({ https_traffic_only_enabled: false });
  expect(shown({ provisioned_billing_model_version: 'V2' }).version.major).toBeUndefined();
});

/** The tree in a folder with Terraform and a stand-in for 3.x; the last of the trees is what stands there then. */
async function inTerraform(
  use: (run: (...args: string[]) => Promise<string>, write: (tree: Tree) => void) => Promise<void>,
) {
  const at = mkdtempSync(join(tmpdir(), 'plumbline-azurerm3-'));
  const write = (tree: Tree) => {
    for (const [path, text] of Object.entries(tree).filter(([name]) => !name.endsWith('.lock.hcl'))) {
      mkdirSync(dirname(join(at, path)), { recursive: true });
      writeFileSync(join(at, path), text);
    }
  };
  try {
    await withStandIn({ version: 3 }, async (env) => {
      const run = async (...args: string[]) => {
        const { code, stdout, stderr } = await terraform(at, [...args, '-no-color'], env);
        if (code !== 0) throw new Error(stderr || stdout);
        return stdout;
      };
      await use(run, write);
    });
  } finally {
    rmSync(at, { recursive: true, force: true });
  }
}

offline('Terraform takes the code before and after, and its plan holds every change and nothing else', async () => {
  const { result, after } = planned(before);
  const notes = { notes: [], provider: [], level: 2 as const, sources: [] };
  const against = readPlanFile(JSON.parse([...planJson({ ...result, ...notes })].join('')), 'plan.json');
  await inTerraform(async (run, write) => {
    const plan = async (tree: Tree) => {
      write(tree);
      await run('plan', '-out=tfplan', '-input=false', '-var', 'password=x');
      return readTerraformPlan(JSON.parse(await run('show', '-json', 'tfplan')), 'tfplan.json');
    };
    write(before);
    await run('init', '-input=false');
    const older = await plan(before);
    const shown = await plan(after);
    expect(shown.planned.version.major).toBe(3);
    const { isProven, outcomes, controls, losses, others } = verify(shown, { against, before: older });
    expect(
      outcomes.filter(({ match }) => match === 'no').map(({ address, path, planned: value }) => [address, path, value]),
    ).toEqual([]);
    expect(controls.filter(({ answer }) => answer === 'no')).toEqual([]);
    expect([losses, others]).toEqual([[], []]);
    expect(isProven).toBe(true);
  });
});
