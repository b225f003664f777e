import type { Browser, Page } from 'playwright-core';
import { CHROMIUM_CURE, findChromium, launchChromium } from '../../tools/chromium';

/** Like `describe`; where there is no Chromium, its tests are counted as skipped and say why. */
export function describeInBrowser(what: string, tests: () => void): void {
  if (findChromium() === undefined) describe.skip(`${what} (skipped: no Chromium. ${CHROMIUM_CURE})`, tests);
  else describe(what, tests);
}

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly touch?: boolean;
}

/**
 * Pages for the tests of one `describe`. A script error or a browser's dialog in any of them fails the test, and so does a block that cannot
 * be drawn.
 *
 * @param unknown the type of block that may turn up all the same
 */
export function withBrowser(unknown?: string): (address: string, options?: PageOptions) => Promise<Page> {
  let browser: Browser | undefined;
  const unexpected: string[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  }, 30_000);
  afterEach(async () => {
    await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
    expect(unexpected.splice(0)).toEqual([]);
  });
  afterAll(() => browser?.close());

  return async (address, { width = 1400, height = 900, colorScheme = 'light', touch = false } = {}) => {
    if (!browser) throw new Error('The browser did not start.');
    const context = await browser.newContext({ viewport: { width, height }, colorScheme, hasTouch: touch, locale: 'en-GB' });
    const page = await context.newPage();
    page.on('pageerror', ({ message }) => unexpected.push(message));
    page.on('console', (line) => {
      const isOfBlock = line.type() === 'error' && line.text().includes('cannot be shown');
      if (isOfBlock && !(unknown !== undefined && line.text().includes(unknown))) unexpected.push(line.text());
    });
    page.on('dialog', (dialog) => {
      unexpected.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(address);
    return page;
  };
}
