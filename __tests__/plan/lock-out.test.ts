// What a change would take away from others is seen in the code around it.
import { controlById } from '../../controls/index';
import { lockOut } from '../../remediations/lock-out';
import { estateOf, resourcesOf } from '../controls/harness';

const warnings = (id: string, text: string): string[] => {
  const control = controlById(id)!;
  return resourcesOf(estateOf(text))
    .filter(({ type }) => control.resources.includes(type))
    .flatMap((resource) => lockOut(control, resource));
};

const app = (body: string) => `resource "azurerm_linux_web_app" "shop" {
  name                = "app-shop"
  resource_group_name = "rg-web"
  location            = "westeurope"
  service_plan_id     = "/subscriptions/0/resourceGroups/rg-web/providers/Microsoft.Web/serverFarms/plan-web"
${body}
}
`;

test('whoever publishes with a password is named', () => {
  const id = 'web-app-no-basic-publishing';
  expect(warnings(id, app('  site_config {}'))).toEqual([]);
  expect(warnings(id, app('  site_config {\n    ftps_state = "Disabled"\n  }'))).toEqual([]);
  expect(
    warnings(id, app('  zip_deploy_file = "shop.zip"\n  site_config {\n    ftps_state = "FtpsOnly"\n  }')),
  ).toEqual([
    'Terraform itself publishes zip_deploy_file with the password that stops working',
    'ftps_state lets somebody upload by FTPS, which ends with it',
  ]);
});

test('certificates that HTTP/2 cannot ask for are named', () => {
  expect(warnings('web-app-http2', app('  site_config {}'))).toEqual([]);
  expect(warnings('web-app-http2', app('  client_certificate_exclusion_paths = "/health"\n  site_config {}'))).toEqual([
    'client_certificate_exclusion_paths do not work over HTTP/2: clients with a certificate may be turned away',
  ]);
});

test('a new site_config block decides more than HTTP/2', () => {
  const older = (body: string) => app(body).replace('azurerm_linux_web_app', 'azurerm_function_app');
  expect(warnings('web-app-http2', older('  site_config {}'))).toEqual([]);
  for (const id of ['web-app-http2', 'web-app-no-plain-ftp'])
    expect(warnings(id, older(''))).toEqual([
      'the new site_config block decides all its settings: what was set outside Terraform goes back to the default',
    ]);
});

const disk = (option: string) => `resource "azurerm_managed_disk" "data" {
  name                 = "disk-data"
  resource_group_name  = "rg-compute"
  location             = "westeurope"
  storage_account_type = "Premium_LRS"
  create_option        = "${option}"
}
`;
const link = `resource "azurerm_managed_disk_sas_token" "copy" {
  managed_disk_id     = azurerm_managed_disk.data.id
  duration_in_seconds = 3600
  access_level        = "Read"
}
`;

test.each(['managed-disk-no-public-network', 'managed-disk-export-authentication'])('links to a disk: %s', (id) => {
  expect(warnings(id, disk('Empty'))).toEqual([]);
  expect(warnings(id, disk('Upload') + link)).toEqual([
    'azurerm_managed_disk_sas_token.copy is a link to this disk: whoever uses it is refused',
    'create_option is Upload: finish the upload of its content first',
  ]);
});

test('what runs from an account that is closed, or mounts its shares, is named', () => {
  const account = `resource "azurerm_storage_account" "code" {
  name                     = "stcode"
  resource_group_name      = "rg-web"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}
`;
  const functions = `resource "azurerm_linux_function_app" "jobs" {
  name                       = "func-jobs"
  resource_group_name        = "rg-web"
  location                   = "westeurope"
  service_plan_id            = "/subscriptions/0/serverFarms/plan"
  storage_account_name       = azurerm_storage_account.code.name
  storage_account_access_key = azurerm_storage_account.code.primary_access_key

  site_config {}
}
`;
  for (const id of ['storage-no-public-network', 'storage-firewall-deny']) {
    expect(warnings(id, account)).toEqual([]);
    expect(warnings(id, account + functions)).toEqual([
      'azurerm_linux_function_app.jobs stops without this account: give it a private way in, or admit it first',
    ]);
  }
  expect(warnings('storage-strong-smb', account)).toEqual([]);
  expect(warnings('storage-strong-smb', account + functions)).toEqual([
    'azurerm_linux_function_app.jobs may mount shares of this account: see first that it speaks SMB 3.1.1 with AES-256-GCM',
  ]);
  expect(warnings('storage-no-shared-keys', account)).toEqual([]);
  const share = `resource "azurerm_storage_share" "jobs" {
  name               = "jobs"
  storage_account_id = azurerm_storage_account.code.id
  quota              = 5
}
`;
  expect(warnings('storage-no-shared-keys', account + functions + share)).toEqual([
    'Terraform reaches azurerm_storage_share.jobs as whoever runs it: give that identity a role for their data first',
    'azurerm_linux_function_app.jobs may use a key of this account: give it an identity and a role first',
  ]);
});
