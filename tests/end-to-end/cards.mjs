// Every card in every state, as `cards --out DIR` writes them: held to the schema, drawn in both themes and widths and
// measured, and where somebody wants to look, put into one page of pictures, artifacts/cards/index.html. CARDS_DIR names a
// folder of cards that is there already.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { BAD_CARDS, BADLY_DRAWN_CARDS } from './bad-cards.mjs';
import { missingBrowser, openBrowser } from './browser.mjs';
import { problemsOf } from './card-rules.mjs';
import { CardStage, VARIANTS } from './card-stage.mjs';
import { expect, expectNone } from './checks.mjs';
import { drawStrip, writeGallery } from './gallery.mjs';
import { ARTIFACTS, BOT_DLL } from './paths.mjs';

const FOLDER = path.join(ARTIFACTS, 'cards');

export async function run(checks, album) {
  fs.rmSync(FOLDER, { recursive: true, force: true });
  fs.mkdirSync(FOLDER, { recursive: true });
  for (const { mistake, card, finds } of BAD_CARDS) {
    await checks.check(`the card rules notice ${mistake}`, () => expectFound(problemsOf(card), finds));
  }

  let cards = [];
  await checks.check('the bot writes one file for each card and state', async () => {
    cards = await readCards();
    expect(cards.length > 0, 'it wrote none');
  });
  for (const { name, card } of cards) {
    await checks.check(`${name}: follows the card rules`, () => expectNone(problemsOf(card)));
  }
  await draw(checks, cards, album);
}

async function readCards() {
  const folder = process.env.CARDS_DIR ?? path.join(FOLDER, 'json');
  if (!process.env.CARDS_DIR) await promisify(execFile)('dotnet', [BOT_DLL, 'cards', '--out', folder], { timeout: 60_000 });
  return fs.readdirSync(folder).filter(file => file.endsWith('.json')).sort().map(file => {
    expect(/^\d{2,}-[a-z0-9-]+\.json$/.test(file), `${file} is not named NN-kind-state.json`);
    const { title, card } = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'));
    expect(title && card, `${file} is not {title, card}`);
    return { name: path.basename(file, '.json'), title, card };
  });
}

async function draw(checks, cards, album) {
  const missing = missingBrowser();
  if (missing) return checks.skip('the cards are drawn', missing);
  const browser = await openBrowser();
  try {
    const stages = [];
    for (const variant of VARIANTS) stages.push({ variant, stage: await CardStage.open(browser, variant) });
    for (const { mistake, card, finds } of BADLY_DRAWN_CARDS) {
      await checks.check(`the drawing notices ${mistake}`, async () => expectFound(await stages[0].stage.draw(card), finds));
    }
    for (const { name, card } of cards) {
      await checks.check(`${name}: nothing is cut, too wide, nameless or refused by the renderer`, async () => {
        const problems = [];
        for (const { variant, stage } of stages) {
          problems.push(...await stage.draw(card));
          if (album.wantsGallery) await stage.picture(path.join(FOLDER, `${name}.${variant.name}.png`));
        }
        expectNone(problems);
      });
    }
    await album.keep('gallery', () => drawStrip(browser, FOLDER, 'lead-offered-channel'));
    // Cards as long as these weigh too much as a PNG.
    const long = (card, variant) => () => drawStrip(browser, FOLDER, card, { variants: [variant], screenshot: { type: 'jpeg', quality: 75 } });
    for (const variant of VARIANTS) await album.keep(`digest-${variant.name}`, long('digest', variant), 'jpg');
    await album.keep('council-pack', long('council-pack', VARIANTS[0]), 'jpg');
  } finally {
    await browser.close();
  }
  if (!album.wantsGallery) return;
  const page = writeGallery(FOLDER, cards);
  console.log(`      ${cards.length} cards are on ${pathToFileURL(page).href}`);
}

function expectFound(problems, words) {
  expect(problems.some(problem => problem.includes(words)), `nothing said "${words}"; said was: ${problems.join('; ') || 'nothing'}`);
}
