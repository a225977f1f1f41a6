// What becomes of leads: the owner says it in two presses, up to won; the sender of a rejected one answers; neighbours hand over
// by hand and speak about what they were handed. A minute is a second.
import { readUser } from './agents-playground.mjs';
import { expect } from './checks.mjs';
import { pressBy } from './presses.mjs';
import { until } from './processes.mjs';
import { changedModel } from './sample-models.mjs';

export const ENDING_SPEED = '60';
const ME = 'leyla.aydin@coldworks.example';

const DEAL = {
  externalId: 'e2e-deal', segment: 'warm', name: 'Marta Kowalczyk', company: 'Cedar Cold Stores', phone: '+48 22 555 0199', value: 24500, currency: 'EUR', source: 'fair',
  campaign: 'Spring fair', fields: { interest: 'Cold store monitoring' },
};
const MINE = {
  externalId: 'e2e-mine', segment: 'hot', name: 'Rosa Weil', company: 'Weil Flowers', email: 'rosa@weil.example', source: 'webinar',
  from: { department: 'marketing', person: ME },
};

/** Sales works round the clock, so that the check does so too, and no ladder ends before it does. */
export function endingModel(folder) {
  return changedModel(folder, 'ending-leads', [
    [/(  sales:\n    name: Sales\n    calendar:\n      hours: )\{[^}]*\}/, '$1{ mon-sun: 00:00-24:00 }'],
    [/acceptWithin: 5m/, 'acceptWithin: 8h'],
  ]);
}

export async function toTheEnd({ person, client, bot, me, album }) {
  const story = async ({ no }) => (await bot.lead(no)).ledger.map(entry => entry.kind.replace('lead.', '')).join(', ');
  const card = () => client.card(DEAL.company);
  let deal, mine;

  await client.select('Personal Chat');
  await person('who is offered a lead accepts it, and the choice of a disposition stands on the card', async () => {
    deal = await bot.bringLead({ department: 'sales', ...DEAL });
    await client.sees(card(), `Offered to ${me}`);
    // Marketing promised an e-mail address for its inquiries.
    await client.sees(card(), 'Missing');
    await client.press(card(), 'Accept');
    await client.sees(card(), `${me} has it`);
    await until('Set disposition', async () => (await client.buttons(card())).includes('Set disposition'));
  });
  await person('"Qualified" asks for what it needs, and nothing is saved without it', async () => {
    await client.choose(card(), 'Disposition', 'Qualified: an opportunity');
    await client.press(card(), 'Set disposition');
    await client.sees(card(), 'Disposition: Qualified: an opportunity');
    await client.fill(card(), 'Need', 'Forty probes before the summer');
    await client.press(card(), 'Save');
    expect(!(await story(deal)).includes('disposed'), 'it was saved without the decision maker');
    await client.fill(card(), 'Decision maker', 'Head of logistics');
    await client.press(card(), 'Save');
    await until('the database to say that it is qualified', async () => (await bot.lead(deal.no)).stage === 'qualified');
    await client.sees(card(), /Qualified/);
  });
  await person('a value is understood as people write it, or asked for again', async () => {
    await client.choose(card(), 'Disposition', 'Proposal sent');
    await client.press(card(), 'Set disposition');
    await client.fill(card(), 'Value', 'a lot');
    await client.press(card(), 'Save');
    await client.sees(card(), '"a lot" is no amount');
    await client.fill(card(), 'Value', 'EUR 23,500');
    await client.press(card(), 'Save');
    await client.sees(card(), 'EUR 23,500');
  });
  await person('won, with the reason and what was bought: the lead has ended, and goes on as an order', async () => {
    await client.choose(card(), 'Disposition', 'Won');
    await client.press(card(), 'Set disposition');
    await client.choose(card(), 'Reason', 'We were fast');
    await client.fill(card(), 'What they bought', 'Forty probes');
    await album.keep('disposition-form', () => client.picture(card()));
    await client.press(card(), 'Save');
    await client.sees(card(), `Won by ${me}`);
    await client.sees(card(), 'We were fast');
    const told = await story(deal);
    expect(told.endsWith('disposed, won, handed-over'), `the ledger says: ${told}`);
  });
  await person('"what became of" tells the campaign\'s story', async () => {
    await client.say('what became of spring fair?');
    const told = await client.hears('What became of Spring fair');
    expect(/EUR 23,500/.test(told) && /Forty probes/.test(told), `it says: ${told}`);
  });

  await person('the sender of a rejected lead sees why, and clarifies it', async () => {
    mine = await bot.bringLead({ department: 'sales', ...MINE });
    await client.select(/ - sales$/i);
    await client.sees(client.card(MINE.company), MINE.name);
    await client.send(place => pressBy(readUser(bot.folder, 'Ana Sousa'), 'lead.reject', { lead: mine.id, form: 'f', 'reason-f': 'no-need' }, place));
    await until('the reject', async () => (await bot.lead(mine.no)).state === 'rejected');
    await client.select('Personal Chat');
    const asked = client.card(MINE.company);
    await client.sees(asked, /Rejected by Ana Sousa: Looked around, needs nothing/, 60_000);
    await client.press(asked, 'Clarify');
    await client.fill(asked, 'What was missing?', 'They open a second hall in May; Ms Weil decides herself.');
    await client.press(asked, 'Clarify');
    await client.sees(asked, `${me} clarified`);
    expect((await story(mine)).includes('reject-settled, clarified'), `the ledger says: ${await story(mine)}`);
  });
  await person('"hand over" tells a neighbour of a customer', async () => {
    await client.say('hand over to Operations');
    await client.hears('Tell a neighbour about a customer');
    const form = client.card('Tell a neighbour about a customer');
    await client.fill(form, 'Company', 'Harbour Bakery');
    await client.fill(form, 'What is it about?', 'They move the cold room in March, and need somebody on site.');
    await client.press(form, 'Hand over');
    await client.sees(client.card('Harbour Bakery'), 'Handed over to Operations');
  });
  await person('"feedback for" asks three things and one word about a hand-off', async () => {
    await client.say('feedback for Marketing');
    await client.hears(DEAL.company);
    const form = client.card(/Complete: was everything there\?/);
    for (const [label, score] of [[/^Complete/, /^4/], [/^Timely/, /^5/], [/^Fit/, /^5/]]) await client.choose(form, label, score);
    await client.fill(form, 'One thing that would help', 'The e-mail address, please.');
    await client.press(form, 'Send');
    await client.hears(/The e-mail address, please\./);
  });
  await person('"pair" shows both sides of the seam, and what was said', async () => {
    await client.say('pair Marketing Sales');
    const told = await client.hears('What Marketing promises when handing over');
    expect(/What Sales promises when taking over/.test(told) && /The e-mail address, please\./.test(told), `it says: ${told}`);
    await album.keep('pair', () => client.picture(client.card('What Marketing promises when handing over')));
  });
  await person('"digest" begins with what was promised, and its owner closes it there', async () => {
    await client.say('commit to call the oldest three leads by friday');
    await client.hears('call the oldest three leads');
    await client.say('digest for Sales');
    const told = await client.hears('The way to a win');
    expect(/call the oldest three leads/.test(told) && /Received \d+, Accepted \d+/.test(told), `it says: ${told}`);
    const digest = client.card('The way to a win');
    await client.press(digest, 'Details');
    await client.sees(digest, 'Each seam');
    await client.press(digest, 'Back');
    await client.press(digest, 'Done');
    await client.sees(digest, /Done, /);
  });
}
