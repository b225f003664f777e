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

/** Pages for the tests of one `describe`; a script error or a dialog in any of them fails the test. */
export function withBrowser(): (address: string, options?: PageOptions) => Promise<Page> {
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
    page.on('dialog', (dialog) => {
      unexpected.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(address);
    return page;
  };
}
