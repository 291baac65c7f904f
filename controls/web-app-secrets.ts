import type { Deviation } from './control';
import { isAbsent, isObject, Reference, type Resource, Unknown, type Value } from './value';
import { anyApp } from './web-app-types';

// Only the end of a name tells: DB_PASSWORD is a secret, PASSWORD_MIN_LENGTH and SECRET_NAME are none.
const SECRET_NAME =
  /(password|passwd|pwd|secret|token|credentials?|connection_?string|(api|access|account|admin|encryption|master|private|secret|shared|signing|storage)_?key)$/i;
/** Names what Application Insights accepts from anybody; Microsoft does not count it as a secret. */
const NO_SECRET = /^APPLICATIONINSIGHTS_CONNECTION_STRING$/i;
/** A connection string with a password or a key in it, whatever the setting is called. */
const SECRET_TEXT = /\b(password|pwd|accountkey|sharedaccesskey|sharedaccesssignature)\s*=\s*[^;\s]/i;
const VAULT = /^@Microsoft\.KeyVault\(/i;
/** Says whether there is a secret rather than what it is. */
const SWITCH = /^(true|false|)$/i;

/** Whether a setting holds a secret in plain text. */
function isPlainSecret(name: string, value: Value): boolean | Unknown {
  const isNamed = SECRET_NAME.test(name) && !NO_SECRET.test(name);
  if (isAbsent(value)) return false;
  if (value instanceof Unknown) return isNamed && !VAULT.test(value.start) ? value : false;
  // What another resource hands over is written into the setting as it is.
  if (value instanceof Reference) return isNamed;
  const text = String(value);
  if (VAULT.test(text)) return false;
  return SECRET_TEXT.test(text) || (isNamed && !SWITCH.test(text));
}

function plainSecrets({ attributes }: Resource): readonly Deviation[] | Unknown {
  const settings = attributes.app_settings;
  if (settings instanceof Unknown) return settings;
  if (settings instanceof Reference) return new Unknown(`taken from ${settings.address}`);
  const judged = Object.entries(isObject(settings) ? settings : {}).map(([name, value]) => ({
    name,
    answer: isPlainSecret(name, value),
  }));
  const plain = judged.filter(({ answer }) => answer === true);
  if (plain.length)
    return plain.map(({ name }) => ({
      path: ['app_settings', name],
      // The secret itself is shown to nobody.
      found: '(not shown)',
      expected: 'a reference to a secret of Key Vault: "@Microsoft.KeyVault(…)"',
    }));
  const unclear = judged.find(({ answer }) => answer instanceof Unknown);
  return unclear?.answer instanceof Unknown ? unclear.answer : [];
}

export const webAppSecrets = [
  anyApp({
    id: 'web-app-secrets-in-key-vault',
    title: 'Settings of an app that look like secrets refer to Key Vault',
    why: 'A plain setting is read by everybody who may look at the app, at the state of Terraform or at this code.',
    severity: 'high',
    level: 2,
    cis: { 'v3.0.0': '9.11' },
    inspect: plainSecrets,
    fix: {
      impact: 'disruptive',
      consequences: ['If the app may not read the vault, it starts with the reference itself in place of the secret.'],
      advice:
        'Put the secret into a vault, give the identity of the app the role Key Vault Secrets User, set key_vault_reference_identity_id if that identity is user-assigned, write "@Microsoft.KeyVault(SecretUri=…)" into the setting, and replace the secret: the old one is in the history.',
      restores: 'no',
    },
    aliases: { powerpipe: ['cis_v300_9_11'] },
  }),
];
