// Nothing that code, reports, Azure or a history names becomes markup or script.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Scan } from '../../remediations/azure/arm-object';
import { reportHtml } from '../../remediations/render/report-html';
import { account, finding, versions } from '../plan/code';
import { needsChromium, open, useBrowser, within } from './browser';
import { everyKind, owned, pageOf, planOf } from './plan';

const inBrowser = needsChromium('the tests of hostile names');
useBrowser();

const NASTY = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg onload=alert(1)>",
  '</script><script>alert(1)</script>',
  '</style><b>',
  '--><b>',
  'javascript:alert(1)',
  '&lt;b&gt;&#60;b&#62;',
  '\u202Egnp.exe\u2066',
  'a\u0000b',
  'a\nb\u2028c',
];
/** As it may be shown: without what a page must not have. */
const SHOWN = NASTY.slice(0, 8);

const INVISIBLE = /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/u;

/** Names of elements and of attributes, and where links lead. */
const madeOf = (page: Page) =>
  within<{ tags: string[]; attributes: string[]; links: string[]; scripts: number; text: string }>(
    page,
    `(() => {
      const all = [...document.querySelectorAll('*')];
      const distinct = (values) => [...new Set(values)].sort();
      return {
        tags: distinct(all.map((each) => each.localName)),
        attributes: distinct(all.flatMap((each) => each.getAttributeNames())),
        links: distinct(all.flatMap((each) => each.getAttribute('href') ?? []).map((href) => href.slice(0, 1))),
        scripts: document.scripts.length,
        text: document.documentElement.textContent,
      };
    })()`,
  );

const quoted = (text: string) => JSON.stringify(text).replaceAll('${', '$${');

inBrowser('names in plan.html', async () => {
  const scan = readFileSync(join(__dirname, '../../examples/azure/scan.json'), 'utf8');
  const document = planOf({
    code: Object.fromEntries([
      ...NASTY.flatMap((name, i) => {
        const folder = `${i} ${name.replaceAll('/', '∕')}`;
        return [
          [`${folder}/versions.tf`, versions()],
          [
            `${folder}/${name.replaceAll('/', '∕')}.tf`,
            `${owned('a', name, `min_tls_version = "TLS1_0"\naccess_tier = "Hot" # ${name.replace(/\n.*/s, '')}`)}
${account('each', `for_each = toset([${quoted(name)}])\nmin_tls_version = "TLS1_0"`)}`,
          ],
        ];
      }),
    ]),
    app: `${versions()}\n${NASTY.map((name, i) => account(`x${i}`, `min_tls_version = ${quoted(name)}`)).join('\n')}`,
    live: JSON.parse(scan.replaceAll('team-shop', JSON.stringify(NASTY.join(' ')).slice(1, -1))) as Scan,
    findings: NASTY.flatMap((name) => [
      finding(name, { address: name, file: name }),
      finding('CKV_AZURE_44', { address: name, file: name, lines: [1, 2] }),
      { ...finding('CKV_AZURE_190', 'azurerm_storage_account.a'), message: name },
      finding('CKV_AZURE_1', { armId: `/subscriptions/s/resourceGroups/rg/providers/Microsoft.X/y/${name}` }),
    ]),
  });
  const named = { ...document, sources: NASTY, provider: NASTY, notes: NASTY };
  const html = pageOf(named);
  expect(html).not.toMatch(INVISIBLE);
  const page = await open(html);
  const [found, usual] = [await madeOf(page), await madeOf(await open(pageOf(everyKind())))];
  expect(usual).toMatchObject({ tags: expect.arrayContaining(found.tags), scripts: 1, links: ['#'] });
  expect(found).toMatchObject({ scripts: 1, links: ['#'] });
  expect(found.attributes.filter((each) => !usual.attributes.includes(each))).toEqual([]);
  for (const name of SHOWN) expect(found.text.split(name).length).toBeGreaterThan(6);
  for (const name of SHOWN) {
    await page.locator('select[name=owner]').selectOption(name);
    expect(await page.locator('article.change:visible').count()).toBeGreaterThan(0);
  }
  await page.locator('article.change:visible summary').first().click();
});

inBrowser('names in report.html', async () => {
  const counts = { compliant: 1, excepted: 0, unknown: 0, deviating: 1 };
  const entries = (of: string) =>
    ['2027-01-01', '2027-02-01'].map((day, i) => ({
      day,
      of,
      level: 1 as const,
      total: counts,
      sections: { storage: counts, [of]: counts },
      controls: { [of]: counts },
      levels: { [of]: counts },
      owners: { [of]: counts },
      attested: { done: 1, of: 1, sections: { [of]: { done: 1, of: 1 } }, controls: [of] },
      open: i ? [`${of}:0123456789`] : [],
    }));
  const usual = await madeOf(await open(reportHtml(entries('shop'))));
  const html = reportHtml(NASTY.flatMap(entries));
  expect(html).not.toMatch(INVISIBLE);
  const page = await open(html);
  const found = await madeOf(page);
  expect(found).toMatchObject({ ...usual, text: expect.anything() });
  for (const name of SHOWN) expect(found.text.split(name).length).toBeGreaterThan(2);
});
