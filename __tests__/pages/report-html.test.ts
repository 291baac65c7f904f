// report.html as somebody reads it who answers for a baseline.
import type { Page } from 'playwright-core';
import type { Snapshot } from '../../remediations/history';
import { reportHtml } from '../../remediations/render/report-html';
import { violations } from './accessible';
import { needsChromium, open, scrollsSideways, useBrowser } from './browser';

const inBrowser = needsChromium('the tests of report.html');
useBrowser();

const counts = (compliant: number, deviating: number) => ({ compliant, deviating, excepted: 1, unknown: 2 });

const snapshot = (of: string, day: string, better: number): Snapshot => ({
  day,
  of,
  level: 2,
  total: counts(10 + better, 20 - better),
  sections: { storage: counts(10 + better, 5), databases: counts(0, 15 - better) },
  controls: {
    'sql-no-public-network': counts(0, 5),
    'storage-min-tls': counts(10, 5),
    'storage-https-only': counts(0, 9),
  },
  levels: { 1: counts(10, 15), 2: counts(0, 5), 'on request': counts(0, 0) },
  owners: { '': counts(1, 6), shop: counts(2, 3), 'web & media': counts(3, 11) },
  attested: {
    done: 1,
    of: 5,
    sections: { identity: { done: 1, of: 4 }, storage: { done: 0, of: 1 } },
    levels: { 1: { done: 1, of: 3 }, 2: { done: 0, of: 2 } },
    controls: ['entra-guest-review'],
  },
  open: Array.from({ length: 20 - better }, (_, i) => `storage-min-tls:${String(i).padStart(10, '0')}`),
});

const html = reportHtml([
  snapshot('shop', '2027-01-01', 0),
  snapshot('shop', '2027-02-01', 4),
  snapshot('shop', '2027-04-01', 6),
  snapshot('a-subscription-with-a-name-that-is-long-and-has-no-blank-to-break-it-at', '2027-01-01', 0),
]);

/** Rows of a table of the first series, cell by cell. */
const rowsOf = async (page: Page, caption: string): Promise<string[][]> => {
  const table = page.getByRole('table', { name: caption }).first();
  const rows = await table.locator('tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allTextContents()));
};

inBrowser('tables by section, level, owner and control, what has most open first', async () => {
  const page = await open(html);
  expect(await rowsOf(page, 'Section by section')).toEqual([
    ['Identity', 'nothing to tell', '0', '0', '0', '0', '1 of 4'],
    ['Storage accounts', expect.stringMatching(/^ ?\d+ %$/), '16', '5', '1', '2', '0 of 1'],
    ['Databases', expect.stringMatching(/^ ?0 %$/), '0', '9', '1', '2', '–'],
  ]);
  expect((await rowsOf(page, 'Level by level')).map(([name, , , , , , attested]) => [name, attested])).toEqual([
    ['Level 1', '1 of 3'],
    ['Level 2', '0 of 2'],
    ['On request', '–'],
  ]);
  expect((await rowsOf(page, 'Owners, who has most open first')).map(([name, , , open]) => [name, open])).toEqual([
    ['web & media', '11'],
    ['nobody named', '6'],
    ['shop', '3'],
  ]);
  expect((await rowsOf(page, 'Controls, those with most open first')).map(([name]) => name)).toEqual([
    'storage-https-only',
    'sql-no-public-network',
    'storage-min-tls',
  ]);
  expect(await page.getByText('Attested by a person').first().textContent()).toBe(
    'Attested by a person: 1 of 5: entra-guest-review.',
  );
});

inBrowser('the trend has a name that says what it shows', async () => {
  const page = await open(html);
  const trend = page.getByRole('img');
  expect(await trend.count()).toBe(1);
  expect(await trend.getAttribute('aria-label')).toBe(
    'Score of shop, level 2 over time: 2027-01-01: 32 %, 2027-02-01: 45 %, 2027-04-01: 51 %',
  );
});

const WAYS = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [390, 1280].map((width) => ({ colorScheme, width })),
);

inBrowser.each(WAYS)('axe finds nothing: $colorScheme, $width pixels wide', async ({ colorScheme, width }) => {
  const page = await open(html, { colorScheme, viewport: { width, height: 800 } });
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
});

inBrowser('it is the same without script', async () => {
  const page = await open(html, { javaScriptEnabled: false });
  expect(await page.getByRole('table').count()).toBe(8);
});
