import { UserError } from '../errors';

export const CLOUDS = ['public', 'usgovernment', 'china', 'custom'] as const;
export type CloudName = (typeof CLOUDS)[number];

/** Where Azure Resource Manager is and who signs in to it. All are addresses without a slash at the end. */
export interface Cloud {
  readonly name: CloudName;
  readonly endpoint: string;
  readonly authorityHost: string;
  /** What a token is asked for. */
  readonly audience: string;
}

const known = (name: CloudName, endpoint: string, authorityHost: string): Cloud => ({
  name,
  endpoint,
  authorityHost,
  audience: endpoint,
});

const CLOUD: Readonly<Record<Exclude<CloudName, 'custom'>, Cloud>> = {
  public: known('public', 'https://management.azure.com', 'https://login.microsoftonline.com'),
  usgovernment: known('usgovernment', 'https://management.usgovcloudapi.net', 'https://login.microsoftonline.us'),
  china: known('china', 'https://management.chinacloudapi.cn', 'https://login.chinacloudapi.cn'),
};

/** What `--cloud custom` is made of; each may also stand in the environment, under the names that azurerm and azapi read. */
export interface CustomCloud {
  readonly armEndpoint?: string;
  readonly authorityHost?: string;
  readonly audience?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function cloudOf(name: CloudName, custom: CustomCloud, environment: Environment): Cloud {
  if (name !== 'custom') {
    const flag = Object.entries(FLAGS).find(([key]) => custom[key as keyof CustomCloud] !== undefined)?.[1].flag;
    if (flag) throw new UserError(`${flag} belongs to --cloud custom, not to --cloud ${name}`);
    return CLOUD[name];
  }
  const endpoint = address('armEndpoint', custom, environment);
  const authorityHost = address('authorityHost', custom, environment);
  if (!endpoint || !authorityHost)
    throw new UserError(
      '--cloud custom: it is not said where Azure Resource Manager is, or who signs in',
      `Give ${named('armEndpoint')} and ${named('authorityHost')}.`,
    );
  return { name, endpoint, authorityHost, audience: address('audience', custom, environment) ?? endpoint };
}

const FLAGS: Readonly<Record<keyof CustomCloud, { readonly flag: string; readonly variable: string }>> = {
  armEndpoint: { flag: '--arm-endpoint', variable: 'ARM_RESOURCE_MANAGER_ENDPOINT' },
  authorityHost: { flag: '--authority-host', variable: 'ARM_ACTIVE_DIRECTORY_AUTHORITY_HOST' },
  audience: { flag: '--audience', variable: 'ARM_RESOURCE_MANAGER_AUDIENCE' },
};

const named = (key: keyof CustomCloud) => `${FLAGS[key].flag} (or ${FLAGS[key].variable})`;

/** An address by flag, else by the environment; undefined where neither says one. */
function address(key: keyof CustomCloud, custom: CustomCloud, environment: Environment): string | undefined {
  const { flag, variable } = FLAGS[key];
  const given = custom[key] ?? environment[variable];
  if (!given) return undefined;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  // A token must not go over a line that others can read. Only an audience is a name and nothing that is called.
  if (key !== 'audience' && url?.protocol !== 'https:')
    throw new UserError(
      `${custom[key] === undefined ? variable : flag} ${given}: not an https address`,
      'Write it as https://management.example.com.',
    );
  return given.replace(/\/+$/, '');
}
