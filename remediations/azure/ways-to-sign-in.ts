export type SignIn = 'default' | 'device-code' | 'service-principal' | 'azure-cli';

/** Ways to sign in, and what each needs. */
export const WAYS: Readonly<Record<SignIn, string>> = {
  default: 'Run az login, or set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET, or use a managed identity.',
  'device-code': 'Open the address that is shown, and enter the code.',
  'service-principal':
    'Set AZURE_TENANT_ID, AZURE_CLIENT_ID, and AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH.',
  'azure-cli': 'Run az login.',
};
