import { append } from '../../controls/append';
import type { Asset, Inventory } from '../azure/inventory';
import { type Block, heading, paragraph, tabled } from './blocks';

/** Types and owners that are listed; inventory.json has them all. */
const MOST = 25;

/** What stands in Azure: how much of which type, whose, in Terraform or not. */
export function inventoryBlocks({ assets, readAt, total, subscriptions }: Inventory): Block[] {
  const known = assets.some(({ terraform }) => terraform !== undefined);
  const head = ['Assets', 'Deviating controls', 'Critical', ...(known ? ['In Terraform'] : [])];
  const unread = total.unread ? ` ${total.unread} things could not be read: the list may have gaps.` : '';
  return [
    heading('inventory', 'Inventory'),
    paragraph(
      `Read on ${readAt.slice(0, 10)}: ${total.assets} assets in ${subscriptions.length} ${subscriptions.length === 1 ? 'subscription' : 'subscriptions'}.${unread} inventory.json of plumbline scan lists each.`,
    ),
    tabled(
      'Assets by type',
      ['Type', ...head],
      rowsOf(assets, ({ type }) => type, known),
      [1, 2, 3, 4],
    ),
    tabled(
      'Assets by owner',
      ['Owner', ...head],
      rowsOf(assets, ({ owner }) => owner ?? 'nobody named', known),
      [1, 2, 3, 4],
    ),
  ];
}

function rowsOf(assets: readonly Asset[], nameOf: (asset: Asset) => string, isKnown: boolean) {
  const groups = new Map<string, Asset[]>();
  for (const asset of assets) append(groups, nameOf(asset), asset);
  const sorted = [...groups].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  const rows = sorted.slice(0, MOST).map(([name, own]) => rowOf(name, own, isKnown));
  const rest = sorted.slice(MOST).flatMap(([, own]) => own);
  return rest.length ? [...rows, rowOf(`${sorted.length - MOST} more`, rest, isKnown)] : rows;
}

const rowOf = (name: string, own: readonly Asset[], isKnown: boolean): string[] => [
  name,
  String(own.length),
  String(own.reduce((sum, { controls }) => sum + (controls?.deviating.length ?? 0), 0)),
  String(own.filter(({ criticality }) => criticality === 'high').length),
  ...(isKnown ? [String(own.filter(({ terraform }) => terraform).length)] : []),
];
