// Headless Chromium as Debian installs it; every request that would leave this machine is cut off.
import fs from 'node:fs';
import { chromium } from 'playwright-core';

/** Where the person at the screen is. */
export const TIME_ZONE = 'Europe/Berlin';

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Why no browser can be started here, as one sentence, or null when one can. */
export function missingBrowser() {
  return fs.existsSync(EXECUTABLE) ? null : `Chromium is not at ${EXECUTABLE}; install it, or name its path in CHROMIUM`;
}

/** A browser; the caller closes it. */
export async function openBrowser() {
  return chromium.launch({
    executablePath: EXECUTABLE,
    args: [
      // The test machine may be a container run as root, where Chromium's own sandbox cannot start.
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
      // The same picture on every machine.
      '--font-render-hinting=none', '--force-color-profile=srgb',
    ],
  });
}

/** A context in which pages load only from this machine. */
export async function openContext(browser, options = {}) {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: TIME_ZONE, ...options });
  await context.route('**/*', route => isLocal(route.request().url()) ? route.continue() : route.abort());
  return context;
}

function isLocal(address) {
  const { protocol, hostname } = new URL(address);
  return ['file:', 'data:', 'blob:', 'about:'].includes(protocol) || ['127.0.0.1', 'localhost'].includes(hostname);
}
