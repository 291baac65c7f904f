import { append } from '../../controls/append';
import type { Value } from '../../controls/value';
import { blockContent, hclText } from '../edit/hcl-text';
import { subscriptionOf } from '../findings/arm-id';
import { type Content, renderContent } from '../hcl/render';
import type { LedgerEntry } from '../overlay/ledger';
import type { Backend } from '../profile/backend';

const STYLE = { indent: '', unit: '  ', lineEnding: '\n' } as const;
type Item = Content[number];

/** The remediation stacks as HCL, for teams without CDKTF: a root module in a folder for each. */
export function stackFiles(ledger: readonly LedgerEntry[], backend?: Backend): Map<string, string> {
  const stacks = new Map<string, LedgerEntry[]>();
  for (const entry of ledger) append(stacks, entry.overlay.stack ?? 'remediation', entry);
  return new Map([...stacks].map(([name, entries]) => [`${name}/main.tf`, stackText(name, entries, backend)]));
}

function stackText(name: string, entries: readonly LedgerEntry[], backend: Backend | undefined): string {
  const held = entries.filter(({ released }) => !released);
  const blocks: Item[] = [
    { name: 'terraform', value: settings(name, held, backend) },
    { name: 'provider "azurerm"', value: provider(entries) },
    ...entries.flatMap((entry) => (entry.released ? [letGo(entry)] : [...importOf(entry), resource(entry, held)])),
  ];
  const head =
    '# Made by plumbline plan, which keeps what stands here: what it no longer held, Terraform would destroy.\n\n';
  return `${head}${renderContent(blocks, STYLE)}\n`;
}

const attribute = (name: string, value: Value): Item => ({ name, value: hclText(value) });

function settings(name: string, entries: readonly LedgerEntry[], backend: Backend | undefined): Content {
  const azapi = entries.some(({ overlay }) => overlay.strategy === 'azapi');
  const source = (from: string, version: string) => hclText({ source: from, version });
  const providers: Item[] = [
    ...(azapi ? [{ name: 'azapi', value: source('Azure/azapi', '~> 2.0') }] : []),
    { name: 'azurerm', value: source('hashicorp/azurerm', '~> 4.55') },
  ];
  const { key_prefix: prefix = '', ...kept } = backend ?? {};
  const where = Object.entries({ ...kept, key: `${prefix}${name}.tfstate` });
  return [
    { name: 'required_providers', value: providers },
    ...(backend ? [{ name: 'backend "azurerm"', value: where.map(([key, value]) => attribute(key, value)) }] : []),
  ];
}

/** An account may admit neither keys nor whoever runs Terraform: azurerm leaves its data alone, and signs in. */
function provider(entries: readonly LedgerEntry[]): Content {
  const subscription = entries.map(({ overlay }) => subscriptionOf(overlay.armId)).find((id) => id !== '');
  const storage = entries.some(({ overlay }) => overlay.type.startsWith('azurerm_storage_'));
  const features: Content = storage ? [{ name: 'storage', value: [attribute('data_plane_available', false)] }] : [];
  return [
    ...(subscription ? [attribute('subscription_id', subscription)] : []),
    ...(storage ? [attribute('storage_use_azuread', true)] : []),
    { name: 'features', value: features },
  ];
}

const addressOf = ({ overlay: { type, name } }: LedgerEntry) => `${type}.${name}`;

const letGo = (entry: LedgerEntry): Item => ({
  name: 'removed',
  value: [
    { name: 'from', value: addressOf(entry) },
    { name: 'lifecycle', value: [attribute('destroy', false)] },
  ],
});

const importOf = (entry: LedgerEntry): Item[] =>
  entry.overlay.importId === undefined
    ? []
    : [
        {
          name: 'import',
          value: [{ name: 'to', value: addressOf(entry) }, attribute('id', entry.overlay.importId)],
        },
      ];

function resource(entry: LedgerEntry, all: readonly LedgerEntry[]): Item {
  const { overlay } = entry;
  const content = blockContent(overlay.type, '', overlay.attributes as Record<string, Value>);
  const lifecycle: Content = [
    attribute('prevent_destroy', true),
    { name: 'ignore_changes', value: `[${overlay.ignore.join(', ')}]` },
  ];
  // azapi sends back all that it reads: what azurerm does to the same resource comes first.
  const before = overlay.strategy === 'azapi' ? all.filter((other) => isSame(entry, other)).map(addressOf) : [];
  return {
    name: `resource "${overlay.type}" "${overlay.name}"`,
    value: [
      ...content,
      ...(before.length ? [{ name: 'depends_on', value: `[${before.join(', ')}]` }] : []),
      ...(overlay.strategy === 'import' ? [{ name: 'lifecycle', value: lifecycle }] : []),
    ],
  };
}

const isSame = ({ overlay: { armId } }: LedgerEntry, { overlay: other }: LedgerEntry) =>
  other.strategy === 'import' && other.armId.toLowerCase() === armId.toLowerCase();
