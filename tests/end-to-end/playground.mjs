// A real Teams client that is not ours, in a real browser: what a salesperson sees and presses, word by word.
import path from 'node:path';
import { missingPlayground, readConfiguration, startPlayground } from './agents-playground.mjs';
import { missingBrowser, openBrowser } from './browser.mjs';
import { expect } from './checks.mjs';
import { DemoBot } from './demo-bot.mjs';
import { ARTIFACTS } from './paths.mjs';
import { until } from './processes.mjs';
import { TeamsClient } from './teams-client.mjs';

const FOLDER = path.join(ARTIFACTS, 'end-to-end');

export async function run(checks) {
  const missing = missingPlayground() ?? missingBrowser();
  if (missing) return checks.skip('a person works with leads in a real Teams client', missing);
  console.log('      (Microsoft 365 Agents Playground, under its "Microsoft pre-release software license terms")');

  const bot = await DemoBot.start({ folder: path.join(FOLDER, 'playground'), log: path.join(FOLDER, 'bot.log') });
  const playground = await startPlayground({ folder: bot.folder, botPort: bot.port, log: path.join(FOLDER, 'playground.log') });
  const browser = await openBrowser();
  try {
    const client = await TeamsClient.open(browser, playground.address, FOLDER);
    const me = readConfiguration(bot.folder, 'currentUser', 'name');
    const name = readConfiguration(bot.folder, 'bot', 'name');
    let pictures = 0;
    const person = (sentence, act) => checks.check(sentence, async () => {
      await act();
      await client.screenshot(`${String(++pictures).padStart(2, '0')}-${sentence.replaceAll(/\W+/g, '-').slice(0, 60)}`);
    }, { onFailure: () => client.screenshot(`FAILED-${sentence.replaceAll(/\W+/g, '-').slice(0, 60)}`) });

    await inThePersonalChat(person, client, name);
    await inTheSalesChannel(person, client, bot, { me, name });
  } finally {
    await browser.close();
  }
}

async function inThePersonalChat(person, client, name) {
  await person('the welcome says who the bot is and how to begin', async () => {
    const welcome = await client.hears(name);
    expect(/help/i.test(welcome), `it names no way to help: ${welcome}`);
  });
  for (const words of ['help', 'Hi!', 'HELP please']) {
    await person(`"${words}" is answered with what one can do`, async () => {
      await client.say(words);
      await client.hears(/my leads/i);
    });
  }
  await person('a sentence that means nothing gets a way forward', async () => {
    await client.say('fnord quux');
    await client.hears(/help/i);
  });
  await person('"my leads" says that there is none yet', async () => {
    await client.say('my leads');
    await client.hears(/\bno\b|nothing|none/i);
  });
}

async function inTheSalesChannel(person, client, bot, { me, name }) {
  await client.select(/ - sales$/i);
  const lead = facts => bot.bringLead({ department: 'sales', segment: 'hot', ...facts });
  let first, second;

  await person('a lead arrives in the channel with Accept, Reject and Details', async () => {
    first = await lead({ externalId: 'e2e-1', name: 'Ada Okonkwo', company: 'Blue Kite Logistics', email: 'ada@bluekite.example' });
    const card = client.card('Blue Kite Logistics');
    await client.sees(card, 'Ada Okonkwo');
    const buttons = await client.buttons(card);
    for (const title of ['Accept', 'Reject', 'Details']) expect(buttons.includes(title), `no ${title} among: ${buttons.join(', ')}`);
  });
  await person('a stranger\'s text stands on the card as it was written', async () => {
    await lead({ externalId: 'e2e-2', name: '[Click](https://evil.example) **now** <at>all</at>', company: 'Needle & Thread' });
    await client.sees(client.card('Needle & Thread'), '[Click](https://evil.example) **now** <at>all</at>');
  });
  await person('Accept makes one person the owner, on the card and in the database', async () => {
    const card = client.card('Blue Kite Logistics');
    await client.press(card, 'Accept');
    await client.sees(card, me);
    await until('Accept to be gone', async () => !(await client.buttons(card)).includes('Accept'));
    const { state, owner } = await bot.lead(first.no);
    expect(state === 'accepted' && owner?.name === me, `the database says ${state}, owner ${owner?.name}`);
  });
  await person('"lead" with its number shows the lead to whoever asks', async () => {
    await client.reply('Blue Kite Logistics', `lead ${first.no}`, { mention: name });
    await client.hears('Blue Kite Logistics');
  });
  await person('Reject asks for the reason, and nothing is rejected without one', async () => {
    second = await lead({ externalId: 'e2e-3', name: 'Jun Park', company: 'Harbour Bakery' });
    const card = client.card('Harbour Bakery');
    await client.press(card, 'Reject');
    await client.sees(card, 'Reason');
    const { state } = await bot.lead(second.no);
    expect(state === 'offered', `the database says ${state} before a reason was given`);
  });
  await person('with a reason the lead is rejected, and Undo is offered', async () => {
    const card = client.card('Harbour Bakery');
    const reason = await client.choose(card, 'Reason');
    await client.press(card, 'Reject');
    await until('Undo', async () => (await client.buttons(card)).includes('Undo'));
    const { state, ledger } = await bot.lead(second.no);
    expect(state === 'rejected' && ledger.some(entry => entry.reason), `the database says ${state}; no reason "${reason}" in the ledger`);
  });
  await person('Undo brings the lead back with its Accept', async () => {
    const card = client.card('Harbour Bakery');
    await client.press(card, 'Undo');
    await until('Accept', async () => (await client.buttons(card)).includes('Accept'));
  });
  await person('the owner finds the lead under "my leads"', async () => {
    await client.select('Personal Chat');
    await client.say('my leads');
    await client.hears('Blue Kite Logistics');
  });
}
