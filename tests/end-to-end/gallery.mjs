// One page with the pictures of every card, for a person to look through.
import fs from 'node:fs';
import path from 'node:path';
import { VARIANTS } from './card-stage.mjs';

/** Writes index.html beside the pictures and answers its path. */
export function writeGallery(folder, cards) {
  const file = path.join(folder, 'index.html');
  fs.writeFileSync(file, `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>AccountabilityBot: every card in every state</title>
<style>
  body { margin: 24px; background: #ebebeb; color: #242424; font: 14px/20px "Segoe UI", "Noto Sans", sans-serif; }
  nav { columns: 3 240px; }
  section { margin-top: 32px; border-top: 1px solid #c7c7c7; }
  .variants { display: flex; flex-wrap: wrap; gap: 16px; align-items: start; }
  figure { margin: 0; }
  img { display: block; }
</style>
<h1>Every card in every state</h1>
<p>Drawn with Microsoft's JavaScript renderer in a host configuration near to Teams. Elements of Teams' own appear as their fallback.</p>
<nav>${cards.map(({ name, title }) => `<a href="#${name}">${escape(title)}</a><br>`).join('')}</nav>
${cards.map(section).join('\n')}
</html>
`);
  return file;
}

/** One card in its four ways side by side, as PNG. */
export async function drawStrip(browser, folder, name, { variants = VARIANTS, screenshot = {} } = {}) {
  const file = fs.readdirSync(folder).find(picture => picture.endsWith(`-${name}.${VARIANTS[0].name}.png`));
  const page = await browser.newPage({ viewport: { width: 1800, height: 600 } });
  try {
    const pictures = variants.map(variant => {
      const data = fs.readFileSync(path.join(folder, file.replace(VARIANTS[0].name, variant.name))).toString('base64');
      return `<img alt="${variant.name}" src="data:image/png;base64,${data}" style="zoom: 0.5">`;
    });
    await page.setContent(`<div id="strip" style="display: inline-flex; align-items: start; gap: 8px">${pictures.join('')}</div>`);
    return await page.locator('#strip').screenshot(screenshot);
  } finally {
    await page.close();
  }
}

function section({ name, title, card }) {
  const pictures = VARIANTS.map(variant => `<figure><img alt="${escape(title)}, ${variant.theme}, ${variant.width}" src="${name}.${variant.name}.png" style="zoom: 0.5">
    <figcaption>${variant.theme}, ${variant.width}</figcaption></figure>`);
  return `<section id="${name}"><h2>${escape(title)}</h2><div class="variants">${pictures.join('')}</div>
  <details><summary>JSON, ${Buffer.byteLength(JSON.stringify(card))} bytes</summary><pre>${escape(JSON.stringify(card, null, 2))}</pre></details></section>`;
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
