// Pages as they are opened from a folder, in a browser without a screen.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const onPath = (process.env.PATH ?? '')
  .split(delimiter)
  .flatMap((dir) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(dir, name)));
const executable = [process.env.CHROME, ...onPath].find((path) => path && existsSync(path));

/** `test`, or `test.skip` with one line that says why where no browser is installed. `what`: "the tests of plan.html". */
export function needsChromium(what: string): jest.It {
  if (executable) return test;
  process.stderr.write(`skipped: ${what} need Chromium on the PATH or named by CHROME\n`);
  return test.skip;
}

let browser: Browser;
let folder: string;
let opened: Opened[] = [];

interface Opened {
  readonly page: Page;
  /** Errors, warnings, and requests for anything but the page. */
  readonly troubles: string[];
  /** Until it was loaded, in milliseconds. */
  readonly took: number;
}

/** One browser for the tests of a file. A page that a test leaves behind with troubles fails it. */
export function useBrowser(): void {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pages-'));
    if (executable) browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] });
  });
  afterEach(async () => {
    const troubles = opened.flatMap((each) => each.troubles);
    await Promise.all(opened.map(({ page }) => page.context().close()));
    opened = [];
    expect(troubles).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
}

export interface How extends BrowserContextOptions {
  /** What follows `#` in the address. */
  readonly hash?: string;
}

/** The page, loaded. */
export const open = async (html: string, how: How = {}): Promise<Page> => (await openNoting(html, how)).page;

export async function openNoting(html: string, { hash, ...options }: How = {}): Promise<Opened> {
  const file = join(folder, `${opened.length}.html`);
  writeFileSync(file, html);
  const url = pathToFileURL(file).href;
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  context.setDefaultTimeout(5_000);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url().replace(/#.*/, '') !== url) troubles.push(`request: ${request.url()}`);
  });
  const began = performance.now();
  await page.goto(hash === undefined ? url : `${url}#${hash}`);
  const made = { page, troubles, took: performance.now() - began };
  opened.push(made);
  return made;
}

/** What a script of the page would give; tests are compiled without the types of a browser. */
export const within = <T>(page: Page, expression: string): Promise<T> => page.evaluate<T>(expression);

/** What an expression gives after the next frame is drawn. */
export const drawn = <T>(page: Page, expression: string): Promise<T> =>
  within(page, `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(${expression}))))`);

/** Whether the page itself, not a table in it, can be scrolled sideways. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  within(page, 'document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth');
