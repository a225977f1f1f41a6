// What a salesperson does in the chat with the bot.
import { expect } from './checks.mjs';
import { until } from './processes.mjs';
import { FOR_ME } from './in-sales-channel.mjs';

/** The first minutes: hello, and what can I say to you? */
export async function askingTheBot({ person, client, name }) {
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
    await client.hears(/no open leads/i);
  });
}

/** A lead that was offered to the person by name: accepted, contacted and put on hold without leaving the chat. */
export async function leadsInTheChat({ person, client, bot, album, me }) {
  const card = () => client.card(FOR_ME.company);
  const lead = async () => bot.lead((await card().innerText()).match(/L-\d+/)[0]);

  await person('the offer stands in the chat of the person it is for', async () => {
    await client.sees(card(), `Offered to ${me}`);
    const buttons = await client.buttons(card());
    for (const title of ['Accept', 'Reject', 'Details']) expect(buttons.includes(title), `no ${title} among: ${buttons.join(', ')}`);
  });
  await person('a reject can be taken back: Undo brings the offer back', async () => {
    await client.press(card(), 'Reject');
    await client.choose(card(), 'Reason', 'Looked around, needs nothing');
    await client.press(card(), 'Reject');
    // The presser's card stays as it is only here: the client knows no views of one's own in a channel, and shows the edit.
    await until('Undo', async () => (await client.buttons(card())).includes('Undo'));
    expect((await lead()).state === 'rejected', 'the database does not say that it is rejected');
    await client.press(card(), 'Undo');
    await until('Accept', async () => (await client.buttons(card())).includes('Accept'));
    expect((await lead()).state === 'offered', 'the database does not say that it is offered again');
  });
  await person('Accept in the chat makes the person the owner', async () => {
    await client.press(card(), 'Accept');
    await client.sees(card(), `${me} has it`);
    await until('Contacted', async () => (await client.buttons(card())).includes('Contacted'));
    await album.keep('owner-card', () => client.picture(card()));
  });
  await person('Contacted writes down the first contact', async () => {
    await client.press(card(), 'Contacted');
    await client.sees(card(), /First contact (?!due)/);
    const { ledger } = await lead();
    expect(ledger.some(entry => entry.kind === 'lead.contacted'), 'the ledger knows of no contact');
  });
  await person('Hold asks what for and until which day, and says so afterwards', async () => {
    await client.press(card(), 'Hold');
    const reason = await client.choose(card(), 'Reason', 'The buyer asked to be called later');
    await client.chooseDay(card(), 'Until', 3);
    await client.press(card(), 'Hold');
    await client.sees(card(), /holds it until/);
    await client.sees(card(), reason);
  });
  await person('the owner finds the leads under "my leads"', async () => {
    await client.say('my leads');
    const list = await client.hears('Blue Kite Logistics');
    expect(list.includes(FOR_ME.company) && /on hold until/.test(list), `the lead on hold is not told of: ${list}`);
    await album.keep('my-leads', () => client.picture(client.card('Your leads')));
  });
}
