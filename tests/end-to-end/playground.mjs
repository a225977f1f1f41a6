// A real Teams client that is not ours, in a real browser: what a salesperson sees and presses, word by word.
import fs from 'node:fs';
import path from 'node:path';
import { missingPlayground, readConfiguration, startPlayground } from './agents-playground.mjs';
import { askingForNumbers } from './asking.mjs';
import { missingBrowser, openBrowser } from './browser.mjs';
import { DemoBot } from './demo-bot.mjs';
import { ENDING_SPEED, endingModel, toTheEnd } from './ending-leads.mjs';
import { askingTheBot, leadsInTheChat } from './in-personal-chat.mjs';
import { answeringLeads, leadsOfOthers, settingUp } from './in-sales-channel.mjs';
import { manyLeadsAtOnce, smallDesk } from './many-leads.mjs';
import { ladderModel, leftAlone, SPEED } from './on-the-ladder.mjs';
import { ARTIFACTS } from './paths.mjs';
import { SAMPLE_LEADS } from './sample-models.mjs';
import { TeamsClient } from './teams-client.mjs';

const FOLDER = path.join(ARTIFACTS, 'end-to-end');

export async function run(checks, album) {
  const missing = missingPlayground() ?? missingBrowser();
  if (missing) return checks.skip('a person works with leads in a real Teams client', missing);
  console.log('      (Microsoft 365 Agents Playground, under its "Microsoft pre-release software license terms")');

  // Pictures of an older run would tell of checks that this run did not make.
  fs.rmSync(FOLDER, { recursive: true, force: true });
  fs.mkdirSync(FOLDER, { recursive: true });
  const browser = await openBrowser();
  const play = (title, setting, scene) => act(checks, browser, album, title, setting, scene);
  // Two stages at once: on the ladder, most of the time is waiting.
  const stages = [
    async () => {
      await play('one-by-one', {}, inChannelAndChat);
      await play('to-the-end', { options: ['--speed', ENDING_SPEED], environment: { Model__Path: endingModel(FOLDER) } }, toTheEnd);
      await play('all-at-once', { options: ['--leads', SAMPLE_LEADS], environment: { Model__Path: smallDesk(FOLDER) } }, manyLeadsAtOnce);
    },
    () => play('on-the-ladder', { options: ['--speed', SPEED], environment: { Model__Path: ladderModel(FOLDER) } }, leftAlone),
  ];
  // Each to its end, whatever becomes of the other; what broke a stage is then told.
  const ended = await Promise.allSettled(stages.map(stage => stage()));
  await browser.close();
  for (const { reason } of ended.filter(one => one.status === 'rejected')) throw reason;
}

async function inChannelAndChat(stage) {
  await askingTheBot(stage);
  await askingForNumbers(stage);
  await stage.client.select(/ - sales$/i);
  await settingUp(stage);
  await answeringLeads(stage);
  await leadsOfOthers(stage);
  await stage.client.select('Personal Chat');
  await leadsInTheChat(stage);
}

/** Starts a bot and a Playground, opens the page, plays one act on them, and ends both. */
async function act(checks, browser, album, title, { options, environment }, play) {
  const folder = path.join(FOLDER, title);
  const bot = await DemoBot.start({ folder, log: path.join(FOLDER, `${title}-bot.log`), options, environment });
  const playground = await startPlayground({ folder, botPort: bot.port, log: path.join(FOLDER, `${title}-playground.log`) });
  const name = readConfiguration(folder, 'bot', 'name');
  const client = await TeamsClient.open(browser, playground.address, FOLDER, { bot: name, sharp: album.isWanted });
  let pictures = 0;
  const file = sentence => `${title}-${String(++pictures).padStart(2, '0')}-${sentence.replaceAll(/\W+/g, '-').slice(0, 60)}`;
  const person = (sentence, check) => checks.check(sentence, async () => {
    await check();
    await client.screenshot(file(sentence));
  }, { onFailure: () => client.screenshot(`FAILED-${file(sentence)}`) });

  await play({ person, client, bot, album, me: readConfiguration(folder, 'currentUser', 'name'), name });
  await client.close();
  playground.stop();
  bot.stop();
}
