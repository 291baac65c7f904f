// As many changes as a page may have.
import { versions } from '../plan/code';
import { drawn, needsChromium, openNoting, useBrowser } from './browser';
import { owned, pageOf, planOf } from './plan';

const inBrowser = needsChromium('the tests of a large plan.html');
useBrowser();

const MOST = 5_000;
const MILLISECONDS = 2_000;

const document = planOf({
  code: Object.fromEntries(
    Array.from({ length: 70 }, (_, team) => [
      `team${team}/main.tf`,
      [
        versions(),
        ...Array.from({ length: 10 }, (_, i) => owned(`a${i}`, `team ${team}`, 'min_tls_version = "TLS1_0"')),
      ].join('\n'),
    ]),
  ),
});
const html = pageOf(document);

test('what is less urgent is left to plan.json', () => {
  const left = document.plan.changes.length - MOST;
  expect(left).toBeGreaterThan(0);
  expect(html.match(/<article /g)).toHaveLength(MOST);
  expect(html).toContain(`<p>${left} less urgent ones are in plan.json.</p>`);
});

inBrowser('5,000 changes are drawn and filtered in two seconds', async () => {
  const once = async () => {
    const { page, took } = await openNoting(html);
    const began = performance.now();
    expect(await drawn(page, `document.querySelectorAll('article.change').length`)).toBe(MOST);
    await page.locator('select[name=owner]').selectOption('team 3');
    const shown = await drawn<string>(page, `document.getElementById('shown').textContent`);
    expect(shown).toMatch(/^[1-9]\d* of 5000 shown$/);
    return took + performance.now() - began;
  };
  let best = await once();
  // Others may be at work on this machine.
  for (let again = 0; again < 3 && best >= MILLISECONDS; again++) best = Math.min(best, await once());
  expect(best).toBeLessThan(MILLISECONDS);
});
