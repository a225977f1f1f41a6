// Draws the app's two icons from their one source: node icons.mjs
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBrowser, openContext } from './browser.mjs';
import { ROOT } from './paths.mjs';

const folder = path.join(ROOT, 'manifest');
const browser = await openBrowser();
try {
  const page = await (await openContext(browser, { viewport: { width: 240, height: 192 } })).newPage();
  await page.goto(pathToFileURL(path.join(folder, 'icons.svg')).href);
  for (const [name, clip] of Object.entries({
    color: { x: 0, y: 0, width: 192, height: 192 },
    outline: { x: 200, y: 0, width: 32, height: 32 },
  })) {
    const file = path.join(folder, `${name}.png`);
    await page.screenshot({ path: file, clip, omitBackground: true });
    console.log(`drew ${path.relative(ROOT, file)}`);
  }
} finally {
  await browser.close();
}
