// baseline.html as an auditor reads it.
import { decidedIn } from '../../remediations/baseline/decided';
import { baselineDocument } from '../../remediations/baseline/document';
import { published } from '../../remediations/baseline/published';
import { readProfile } from '../../remediations/profile/profile';
import { baselineHtml } from '../../remediations/render/baseline-html';
import { violations } from './accessible';
import { needsChromium, open, scrollsSideways, useBrowser, within } from './browser';

const inBrowser = needsChromium('the tests of baseline.html');
useBrowser();

const HOSTILE = '</td><script>alert(1)</script><img src=x onerror=alert(2)>';
const profile = readProfile(
  {
    baseline: { title: HOSTILE, owner: HOSTILE, scope: HOSTILE },
    exceptions: [
      { control: 'storage-min-tls', address: HOSTILE, reason: HOSTILE, owner: HOSTILE, until: '2027-06-30' },
    ],
    attestations: [
      { control: 'entra-guest-review', by: HOSTILE, on: '2026-11-01', evidence: HOSTILE, next: '2026-12-01' },
    ],
    off: { 'web-app-http2': HOSTILE },
  },
  'x.yaml',
);
const version = published(undefined, decidedIn(profile, 2), '2026-11-27');
const html = [...baselineHtml(baselineDocument(version, { today: '2026-11-27' }))].join('');

inBrowser.each([
  [1280, 'light'],
  [390, 'dark'],
] as const)('%d pixels wide, %s: axe finds nothing, nothing scrolls sideways', async (width, colorScheme) => {
  const page = await open(html, { colorScheme, viewport: { width, height: 800 } });
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
});

inBrowser('names stay text, and every entry of the contents leads somewhere', async () => {
  const page = await open(html);
  expect(await page.locator('script, img').count()).toBe(0);
  expect(await page.locator('h1').textContent()).toBe(HOSTILE);
  const lost = await within<string[]>(
    page,
    `[...document.querySelectorAll('nav a')].map((a) => a.hash.slice(1)).filter((id) => !document.getElementById(id))`,
  );
  expect(lost).toEqual([]);
  expect(await page.locator('nav a').count()).toBeGreaterThan(5);
});
