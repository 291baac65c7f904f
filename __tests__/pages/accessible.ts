import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { within } from './browser';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What axe finds wrong, rule by rule with the first elements. */
export async function violations(page: Page): Promise<string[]> {
  await within(page, `${axe.source};undefined`);
  const found = await within<Violation[]>(page, 'axe.run().then(({ violations }) => violations)');
  return found.map(
    ({ id, nodes }) => `${id} ×${nodes.length}: ${nodes[0].html.slice(0, 200)}\n${nodes[0].failureSummary}`,
  );
}
