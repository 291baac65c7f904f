import { record } from '../findings/json';

/** What stands in the place of a secret. */
export const SECRET = '<secret>';

/** Names of properties whose value is a secret, by how they end. What is empty, a flag or a number is none. */
const NAME = new RegExp(
  `(${[
    'password|passwd|pwd|passphrase|(client|shared|app)secret|secretvalue|securevalue|securestring',
    '(access|account|storage|shared|primary|secondary|master|api|auth|authorization|private|instrumentation)key',
    '(function|host|symmetric|workspace)key|accesskeys',
    'connectionstring|connection-string(-\\d+)?|sas(token|url|uri|key)',
    'customdata|userdata|protectedsettings|commandtoexecute',
    'callbackurl|serviceuri|webhook(uri|url)',
  ].join('|')})$`,
);
/** The same, where they are no more than this. */
const WHOLE: ReadonlySet<string> = new Set(['secret', 'pfxblob', 'token', 'accesstoken', 'refreshtoken', 'credential']);
/** Lists or maps of settings, whose values are secret though their names are not. */
const SETTINGS: ReadonlySet<string> = new Set([
  'appsettings',
  'connectionstrings',
  'environmentvariables',
  'secureenvironmentvariables',
]);
/** Of an entry of such a list: what tells it from the others. */
const KEPT_OF_SETTING: ReadonlySet<string> = new Set(['name', 'type', 'slotsetting']);

const VALUES: readonly RegExp[] = [
  /\b(AccountKey|SharedAccessKey|SharedAccessSignature|SharedSecret|SharedSecretValue|InstrumentationKey|EndpointKey|ClientSecret)\s*=/i,
  /\b(password|pwd)\s*=\s*[^;\s]/i,
  /[?&;](sig|code|token|api[-_]?key|key|secret|access_token)=[^&\s]/i,
  /\beyJ[\w-]{8,}\.[\w-]{4,}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  // User and password in an address.
  /^[a-z][a-z\d+.-]*:\/\/[^/\s:@]+:[^/\s@]+@/i,
  /\bBearer\s+[\w.~+/-]{16,}/i,
];

/** Whether a text gives a secret away by its own form. */
export const isSecretText = (text: string): boolean => VALUES.some((pattern) => pattern.test(text));

/** The same value without its secrets. What is no secret is the same object, not a copy. */
export function withoutSecrets(value: unknown): unknown {
  if (typeof value === 'string') return isSecretText(value) ? SECRET : value;
  if (Array.isArray(value)) return mapped(value, withoutSecrets);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, each]): [string, unknown] => [name, keptOf(name, each)]);
  return entries.every(([name, each]) => each === value[name]) ? value : Object.fromEntries(entries);
}

function keptOf(name: string, value: unknown): unknown {
  const lower = name.toLowerCase();
  if (SETTINGS.has(lower)) return settings(value);
  if (NAME.test(lower) || WHOLE.has(lower)) return hidden(value);
  return withoutSecrets(value);
}

/** A list of name and value, or a map: names are kept. */
function settings(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => (isObject(each) ? setting(each) : hidden(each)));
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, hidden(each)]));
  return hidden(value);
}

const setting = (entry: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(entry).map(([name, each]) => [
      name,
      KEPT_OF_SETTING.has(name.toLowerCase()) ? withoutSecrets(each) : hidden(each),
    ]),
  );

/** What is empty stays: that there is none is no secret. */
function hidden(value: unknown): unknown {
  if (value === null || value === undefined || value === '' || typeof value === 'boolean' || typeof value === 'number')
    return value;
  if (Array.isArray(value)) return value.length ? SECRET : value;
  return isObject(value) && Object.keys(value).length === 0 ? value : SECRET;
}

function mapped(list: readonly unknown[], change: (value: unknown) => unknown): unknown {
  const changed = list.map(change);
  return changed.every((each, i) => each === list[i]) ? list : changed;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => record(value) !== undefined;
