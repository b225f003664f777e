import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** How a Chromium gets here, for whoever misses it. */
export const CHROMIUM_CURE = 'Install Chromium (on Debian: apt-get install chromium), or name one: CHROMIUM=/path/to/it';

/** @returns the Chromium of this machine: the one that CHROMIUM names, else one in the usual places; undefined when there is none */
export function findChromium(): string | undefined {
  return [process.env.CHROMIUM ?? '', ...PATHS].find((path) => path !== '' && existsSync(path));
}

/** Starts a browser without a window. @throws when there is no Chromium on this machine */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(`There is no Chromium on this machine. ${CHROMIUM_CURE}`);
  // Chromium's own sandbox does not work for root, which is who runs things in a container.
  return chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
}
