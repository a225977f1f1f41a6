// The app package as the program makes it: valid by Microsoft's own schemas, complete, and asking for no more than it needs.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import Ajv from 'ajv-draft-04';
import { missingBrowser, openBrowser, openContext } from './browser.mjs';
import { expect, expectNone } from './checks.mjs';
import { ARTIFACTS, BOT_DLL, ROOT } from './paths.mjs';
import { unzip } from './zip.mjs';

const require = createRequire(import.meta.url);
// The package ships the schemas; its own validator is left alone because it needs a package that it does not name.
const SCHEMAS = path.join(path.dirname(require.resolve('@microsoft/app-manifest')), 'json-schemas', 'teams');
const BOT_ID = '3d1f7a52-8c1e-4a55-9d0b-6f1f6a0b7c11';
const HOST = 'bot.contoso.com';

export async function run(checks) {
  let files, manifest;
  await checks.check('app package writes a zip whose four files lie at its root', async () => {
    files = await pack();
    const names = [...files.keys()].sort().join(', ');
    expect(names === 'color.png, de.json, manifest.json, outline.png', `the zip holds: ${names}`);
    manifest = JSON.parse(files.get('manifest.json'));
  });
  if (!manifest) return;

  const validate = validator(manifest, 'MicrosoftTeams.schema.json');
  await checks.check(`the manifest is valid against Teams schema ${manifest.manifestVersion}`, () => expectNone(validate(manifest)));
  await checks.check('the schema check notices a manifest that is wrong', () => {
    const problems = validate({ ...manifest, accentColor: 'blue', bots: [{ ...manifest.bots[0], scopes: ['everywhere'] }] });
    for (const place of ['/accentColor', '/bots/0/scopes/0']) {
      expect(problems.some(problem => problem.startsWith(place)), `the mistake at ${place} was not found`);
    }
  });
  for (const { languageTag, file } of manifest.localizationInfo.additionalLanguages) {
    await checks.check(`the ${languageTag} texts are valid and fit the manifest`, () => checkLanguage(manifest, JSON.parse(files.get(file))));
  }
  await checks.check('the commands are few, described, unlike each other and without a slash', () => checkCommands(manifest));
  await checks.check('the search box finds numbers, for the same bot, where messages are written', () => {
    const [{ botId, commands: [search, ...more] }, ...others] = manifest.composeExtensions;
    expect(botId === BOT_ID && more.length + others.length === 0, 'there is another extension, or another command');
    expect(search.type === 'query' && search.context.join() === 'compose,commandBox', `it is a ${search.type} in ${search.context.join()}`);
    // The bot takes whatever parameter comes as the question.
    expect(search.parameters.length === 1, `it has ${search.parameters.length} parameters`);
  });
  await checks.check('the app asks for no permission and no foreign domain', () => {
    // Rosters and channels come from the Bot Connector; resource-specific consent would only frighten the administrator.
    expect(!manifest.authorization && !manifest.webApplicationInfo, 'the manifest asks for permissions that no feature uses');
    expect(manifest.validDomains.join() === HOST, `validDomains names more than the bot's host: ${manifest.validDomains.join(', ')}`);
  });
  await checks.check('icons.svg, the drawing the icons come from, is not shipped', () => {
    expect(fs.existsSync(path.join(ROOT, 'manifest/icons.svg')) && !files.has('icons.svg'), 'the drawing is missing, or in the package');
  });
  await checkIcons(checks, files);
}

async function pack() {
  const zip = path.join(ARTIFACTS, 'app-package.zip');
  fs.rmSync(zip, { force: true });
  await promisify(execFile)('dotnet', [BOT_DLL, 'app', 'package', '--bot-id', BOT_ID, '--host', HOST, '--out', zip], { timeout: 60_000 });
  return unzip(fs.readFileSync(zip));
}

// Answers a function that lists what is wrong with a document, each with its place in it.
function validator(manifest, name) {
  const schema = JSON.parse(fs.readFileSync(path.join(SCHEMAS, `v${manifest.manifestVersion}`, name), 'utf8'));
  // Microsoft's patterns are not written for the u flag; its only format, uri, stands on "$schema" alone.
  const validate = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats: { uri: true } }).compile(schema);
  return document => validate(document) ? [] : validate.errors.map(error => `${error.instancePath || '/'} ${error.message}`);
}

function checkLanguage(manifest, texts) {
  expectNone(validator(manifest, 'MicrosoftTeams.Localization.schema.json')(texts));
  const homeless = Object.keys(texts).filter(key => key !== '$schema' && typeof at(manifest, key) !== 'string');
  expectNone(homeless.map(key => `"${key}" translates nothing in the manifest`));
}

function at(value, key) {
  return key.split(/[.[\]]+/).filter(Boolean).reduce((part, name) => part?.[name], value);
}

function checkCommands(manifest) {
  const problems = [];
  const lists = manifest.bots[0].commandLists;
  for (const { scopes, commands } of lists) {
    const titles = commands.map(command => command.title.toLowerCase());
    if (commands.length > 10) problems.push(`${scopes.join()}: ${commands.length} commands, Teams shows 10`);
    if (new Set(titles).size < titles.length) problems.push(`${scopes.join()}: a command stands twice: ${titles.join(', ')}`);
    if (!titles.includes('help')) problems.push(`${scopes.join()}: there is no help`);
    for (const { title, description } of commands) {
      if (title.startsWith('/')) problems.push(`"${title}" starts with a slash`);
      if (!description || description.toLowerCase() === title.toLowerCase()) problems.push(`"${title}" is not described`);
    }
  }
  const missing = manifest.bots[0].scopes.filter(scope => !lists.some(list => list.scopes.includes(scope)));
  expectNone([...problems, ...missing.map(scope => `no commands for ${scope}`)]);
}

async function checkIcons(checks, files) {
  const missing = missingBrowser();
  if (missing) return checks.skip('the icons have the sizes and colours that Teams asks for', missing);
  const browser = await openBrowser();
  try {
    const page = await (await openContext(browser)).newPage();
    await checks.check('the colour icon is 192 x 192 and fills its square', async () => {
      const icon = await pixels(page, files.get('color.png'));
      expect(icon.width === 192 && icon.height === 192, `it is ${icon.width} x ${icon.height}`);
      expect(icon.clear === 0, `${icon.clear} of its pixels can be seen through`);
    });
    await checks.check('the outline icon is 32 x 32, white, on transparent ground', async () => {
      const icon = await pixels(page, files.get('outline.png'));
      expect(icon.width === 32 && icon.height === 32, `it is ${icon.width} x ${icon.height}`);
      expect(icon.coloured === 0, `${icon.coloured} of its visible pixels are not white`);
      expect(icon.clear > 400 && icon.opaque > 60, `${icon.clear} clear and ${icon.opaque} white pixels make no outline`);
    });
  } finally {
    await browser.close();
  }
}

function pixels(page, png) {
  return page.evaluate(async address => {
    const image = new Image();
    image.src = address;
    await image.decode();
    const { width, height } = image;
    const canvas = new OffscreenCanvas(width, height).getContext('2d');
    canvas.drawImage(image, 0, 0);
    const { data } = canvas.getImageData(0, 0, width, height);
    const counts = { width, height, clear: 0, opaque: 0, coloured: 0 };
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] === 0) counts.clear++;
      else if (data[i + 3] === 255) counts.opaque++;
      // A faint pixel's colour is rounded when the browser multiplies it with its opacity.
      if (data[i + 3] > 32 && Math.min(data[i], data[i + 1], data[i + 2]) < 245) counts.coloured++;
    }
    return counts;
  }, `data:image/png;base64,${png.toString('base64')}`);
}
