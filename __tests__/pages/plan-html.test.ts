// plan.html as a reviewer uses it.
import type { Page } from 'playwright-core';
import { violations } from './accessible';
import { drawn, needsChromium, open, openNoting, scrollsSideways, useBrowser, within } from './browser';
import { everyKind, pageOf } from './plan';

const inBrowser = needsChromium('the tests of plan.html');
useBrowser();

const html = pageOf(everyKind());
const cards = 'article.change';

interface Card {
  readonly id: string;
  readonly text: string;
  readonly facets: Readonly<Record<string, string>>;
  readonly isShown: boolean;
}

const cardsOf = (page: Page): Promise<Card[]> =>
  within(
    page,
    `[...document.querySelectorAll('${cards}')].map((card) => ({
      id: card.id, text: card.textContent, facets: { ...card.dataset }, isShown: card.checkVisibility() }))`,
  );
const statusOf = (page: Page) => page.getByRole('status').textContent();
/** The part of the address behind `#`. */
const hashOf = (page: Page) => within<string>(page, 'location.hash.slice(1)');
const choose = (page: Page, name: string, value: string) => page.locator(`select[name=${name}]`).selectOption(value);
const has = ({ facets }: Card, name: string, value: string) => facets[name].split('\n').includes(value);

/** Exactly the cards that fit are shown, some but not all; their number is said. */
async function expectShown(page: Page, fits: (card: Card) => boolean): Promise<void> {
  const all = await cardsOf(page);
  const fitting = all.filter(fits).map(({ id }) => id);
  expect(all.filter(({ isShown }) => isShown).map(({ id }) => id)).toEqual(fitting);
  expect(fitting.length).toBeGreaterThan(0);
  expect(fitting.length).toBeLessThan(all.length);
  expect(await statusOf(page)).toBe(`${fitting.length} of ${all.length} shown`);
}

async function expectAllShown(page: Page): Promise<void> {
  const all = await cardsOf(page);
  expect(all.filter(({ isShown }) => !isShown)).toEqual([]);
  expect(await statusOf(page)).toBe(`${all.length} of ${all.length} shown`);
}

inBrowser('what breaks the rules of the page is noted', async () => {
  const foreign = '<img src="https://example.com/x.png"><script>alert(1)</script><p onclick="alert(2)">';
  const { troubles } = await openNoting(html.replace('</main>', `${foreign}</main>`));
  expect(troubles).toEqual(expect.arrayContaining(Array(3).fill(expect.stringContaining('Content Security Policy'))));
  troubles.length = 0;
});

describe('filters', () => {
  inBrowser('each hides what does not fit, and shows it again', async () => {
    const page = await open(html);
    await expectAllShown(page);
    for (const [name, value] of [
      ['wave', 'wave 1, in-place'],
      ['wave', 'in CDKTF code'],
      ['wave', 'stack remediation'],
      ['section', 'storage'],
      ['level', '1'],
      ['level', 'on request'],
      ['owner', 'web & media'],
      ['owner', 'nobody named'],
      ['impact', 'disruptive'],
    ]) {
      await choose(page, name, value);
      await expectShown(page, (card) => has(card, name, value));
      await choose(page, name, '');
      await expectAllShown(page);
    }
  });

  inBrowser('every value that a change has can be chosen', async () => {
    const page = await open(html);
    const all = await cardsOf(page);
    for (const name of ['wave', 'section', 'level', 'owner', 'impact']) {
      const values = await within<string[]>(page, `[...document.forms[0].${name}.options].map(({ value }) => value)`);
      expect(values.slice(1).sort()).toEqual(
        [...new Set(all.flatMap(({ facets }) => facets[name].split('\n')))].sort(),
      );
    }
  });

  inBrowser('text: all words, in any case, also of what is folded', async () => {
    const page = await open(html);
    await page.getByLabel('Text').fill('TLS1_2  Orders ');
    await expectShown(page, ({ text }) => /tls1_2/i.test(text) && /orders/i.test(text));
    await page.getByLabel('Text').fill('no such words');
    expect(await statusOf(page)).toMatch(/^0 of \d+ shown$/);
  });

  inBrowser('together, until all is shown', async () => {
    const page = await open(html);
    await choose(page, 'section', 'storage');
    await choose(page, 'owner', 'shop');
    await page.getByLabel('Text').fill('blob');
    const storage = (card: Card) => has(card, 'section', 'storage') && has(card, 'owner', 'shop');
    await expectShown(page, (card) => storage(card) && card.text.includes('blob'));
    expect(await hashOf(page)).toBe('?section=storage&owner=shop&text=blob');
    await page.getByRole('button', { name: 'Show all' }).click();
    await expectAllShown(page);
    expect(await hashOf(page)).toBe('');
    await page.reload();
    await expectAllShown(page);
  });

  inBrowser('stand in the address, which opens as it was left', async () => {
    const page = await open(html);
    await choose(page, 'owner', 'web & media');
    await choose(page, 'level', '1');
    const left = await hashOf(page);
    const again = await open(html, { hash: left });
    await expectShown(again, (card) => has(card, 'owner', 'web & media') && has(card, 'level', '1'));
    await expect(again.locator('select[name=owner]').inputValue()).resolves.toBe('web & media');
  });

  inBrowser('from the address and from the table of sections', async () => {
    const page = await open(html, { hash: '?section=storage&level=1' });
    await expectShown(page, (card) => has(card, 'section', 'storage') && has(card, 'level', '1'));
    const follows = (value: string) => page.waitForFunction(`document.forms[0].section.value === '${value}'`);
    await page.getByRole('link', { name: 'Databases' }).click();
    await follows('databases');
    await expectShown(page, (card) => has(card, 'section', 'databases'));
    await page.goBack();
    await follows('storage');
    await expectShown(page, (card) => has(card, 'section', 'storage') && has(card, 'level', '1'));
  });

  inBrowser('a value that the plan does not have shows all', async () => {
    const page = await open(html, { hash: '?owner=gone&other=1' });
    await expectAllShown(page);
    await expect(page.locator('select[name=owner]').inputValue()).resolves.toBe('');
    expect(await within(page, 'document.forms[0].owner.selectedIndex')).toBe(0);
  });
});

describe('links to a change', () => {
  /** Open, focused, and on the screen where nothing lies above it. */
  async function expectOpen(page: Page, id: string): Promise<void> {
    await page.locator(`#${id} details[open]`).waitFor();
    const found = await drawn(
      page,
      `((card) => {
        const { left, top } = card.querySelector('h3').getBoundingClientRect();
        return {
          isOpen: card.querySelector('details').open,
          isFocused: document.activeElement === card.querySelector('summary'),
          isSeen: card.contains(document.elementFromPoint(left + 1, top + 1)),
        };
      })(document.getElementById('${id}'))`,
    );
    expect(found).toEqual({ isOpen: true, isFocused: true, isSeen: true });
  }
  const idsIn = (text: string) => [...text.matchAll(/<article class="change" id="([^"]+)"/g)].map(([, id]) => id);

  inBrowser.each([390, 1280])('open it, %d pixels wide', async (width) => {
    const ids = idsIn(html);
    for (const id of [ids[0], ids[Math.floor(ids.length / 2)], ids[ids.length - 1]])
      await expectOpen(await open(html, { hash: id, viewport: { width, height: 700 } }), id);
  });

  inBrowser('make it visible where a filter hides it', async () => {
    const page = await open(html);
    await choose(page, 'wave', 'in CDKTF code');
    const hidden = (await cardsOf(page)).findLast(({ isShown }) => !isShown)!;
    await within(page, `void (location.hash = '${hidden.id}')`);
    await expectOpen(page, hidden.id);
    await expectAllShown(page);
  });

  inBrowser('are in every change, and no two have the same', async () => {
    const ids = idsIn(html);
    expect(new Set(ids).size).toBe(ids.length);
    const page = await open(html);
    const [first] = await cardsOf(page);
    await page.locator(`#${first.id} summary`).click();
    await page.locator(`#${first.id}`).getByRole('link', { name: 'Link to this change' }).click();
    expect(await hashOf(page)).toBe(first.id);
    await expectOpen(page, first.id);
  });

  inBrowser.each([
    '%',
    '%E0%A4%A',
    '?x=%',
    '?section=%E0%A4%A',
    '?',
    'change-0000000000',
    '"><b>',
    'filters',
    'a&b=%00',
  ])('that lead nowhere do no harm: #%s', async (hash) => {
    const page = await open(html, { hash });
    await expectAllShown(page);
  });
});

describe('for everybody', () => {
  const WAYS = (['light', 'dark'] as const).flatMap((colorScheme) =>
    [390, 1280].map((width) => ({ colorScheme, width })),
  );

  inBrowser.each(WAYS)('axe finds nothing: $colorScheme, $width pixels wide', async ({ colorScheme, width }) => {
    const page = await open(html, { colorScheme, viewport: { width, height: 800 } });
    expect(await violations(page)).toEqual([]);
    await within(page, `for (const each of document.querySelectorAll('details')) each.open = true`);
    expect(await scrollsSideways(page)).toBe(false);
    expect(await violations(page)).toEqual([]);
  });

  inBrowser('by keyboard: filters, then changes', async () => {
    const page = await open(html);
    const reached: string[] = [];
    const focused = () =>
      within<string>(
        page,
        `((at) => at.name || at.type || at.closest('article')?.id || at.tagName)(document.activeElement)`,
      );
    const [first, second] = await cardsOf(page);
    for (let i = 0; i < 60 && reached.at(-1) !== second.id; i++) {
      await page.keyboard.press('Tab');
      reached.push(await focused());
    }
    expect(reached.slice(-9)).toEqual([
      'wave',
      'section',
      'level',
      'owner',
      'impact',
      'text',
      'button',
      first.id,
      second.id,
    ]);
    const details = page.locator(`#${second.id} details`);
    await page.keyboard.press('Enter');
    expect(await details.getAttribute('open')).toBe('');
    await page.keyboard.press('Enter');
    expect(await details.getAttribute('open')).toBeNull();
  });

  inBrowser('without script all changes can be read, and there are no filters', async () => {
    const page = await open(html, { javaScriptEnabled: false });
    const summaries = page.locator(`${cards} summary`);
    expect(await page.locator('form').isVisible()).toBe(false);
    expect(await page.locator(`${cards}:visible`).count()).toBe(await page.locator(cards).count());
    const inside = page.locator(`${cards} .inside`).first();
    expect(await inside.isVisible()).toBe(false);
    await summaries.first().click();
    expect(await inside.isVisible()).toBe(true);
  });

  inBrowser('on paper: no filters, what is shown unfolded, folded again afterwards', async () => {
    const page = await open(html, { hash: '?section=storage&level=1' });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('form').isVisible()).toBe(false);
    const openOnes = () => page.locator(`${cards} details[open]`).count();
    const fitting = await page.locator(`${cards}:visible`).count();
    await within(page, `void dispatchEvent(new Event('beforeprint'))`);
    expect(await openOnes()).toBe(fitting);
    await within(page, `void dispatchEvent(new Event('afterprint'))`);
    expect(await openOnes()).toBe(0);
  });
});
