// What a salesperson does in the channel of the department.
import { readUser } from './agents-playground.mjs';
import { expect } from './checks.mjs';
import { pressBy } from './presses.mjs';
import { until } from './processes.mjs';

const FIRST = {
  externalId: 'e2e-1', segment: 'hot', name: 'Ada Okonkwo', company: 'Blue Kite Logistics', email: 'ada@bluekite.example', value: 86000, currency: 'EUR',
  campaign: 'cold-store-2026', fields: { interest: 'Vaccine transport' },
};
const STRANGE = '[Click](https://evil.example) **now** <at>all</at>';

/** The lead that the rotation offers to the person at the screen. */
export const FOR_ME = {
  externalId: 'e2e-6', segment: 'warm', name: 'Marta Kowalczyk', company: 'Cedar Cold Stores', value: 24500, currency: 'EUR', source: 'fair',
  fields: { interest: 'Cold store monitoring' },
};

/** Who works in this channel, and who may say so. */
export async function settingUp({ person, client, name }) {
  const question = 'Which department works in this channel?';
  await person('the channel is asked which department works in it', async () => {
    await client.sees(client.card(question), /Sales works here already/);
    await client.sees(client.card(question), /Without a channel so far: .*Operations/);
  });
  await person('the set-up card tells somebody without rights who has them', async () => {
    const card = client.card(question);
    await client.choose(card, 'Department', 'Operations');
    await client.press(card, 'Use this channel');
    await client.sees(client.outcome(card), /Only .*Sofía Castellanos.* can choose the channel of Operations/);
  });
  await person('"serve Sales here" is refused with the names of who may', async () => {
    await client.post('serve Sales here', { mention: name });
    await client.hears(/Only Ravi Menon, Hélène Brandt, .* can choose the channel of Sales/);
  });
}

/** A lead for everybody in the channel: looked at, accepted, rejected, undone, passed on. */
export async function answeringLeads({ person, client, bot, album, me, name }) {
  const lead = facts => bot.bringLead({ department: 'sales', segment: 'hot', ...facts });
  const says = async ({ no }, wanted) => {
    const { state } = await bot.lead(no);
    expect(state === wanted, `the database says ${state}, not ${wanted}`);
  };
  let first, passed, second;

  await person('a lead arrives in the channel with Accept, Reject and Details', async () => {
    first = await lead(FIRST);
    const card = client.card(FIRST.company);
    await client.sees(card, FIRST.name);
    const buttons = await client.buttons(card);
    for (const title of ['Accept', 'Reject', 'Details']) expect(buttons.includes(title), `no ${title} among: ${buttons.join(', ')}`);
  });
  await person('a stranger\'s text stands on the card as it was written, and does nothing', async () => {
    passed = await lead({ externalId: 'e2e-2', name: STRANGE, company: 'Needle & Thread' });
    const card = client.card('Needle & Thread');
    await client.sees(card, STRANGE);
    await client.isPlain(card, 'evil.example');
  });
  await person('Details shows the rest, and Back the card again', async () => {
    const card = client.card(FIRST.company);
    await client.press(card, 'Details');
    await client.sees(card, FIRST.email);
    await client.sees(card, 'The story so far');
    await client.press(card, 'Back');
    await client.seesNoMore(card, FIRST.email);
    await until('Accept', async () => (await client.buttons(card)).includes('Accept'));
  });
  await person('Accept makes one person the owner, on the card and in the database', async () => {
    const card = client.card(FIRST.company);
    await client.press(card, 'Accept');
    await client.sees(card, `${me} has it`);
    await until('Accept to be gone', async () => !(await client.buttons(card)).includes('Accept'));
    const { state, owner } = await bot.lead(first.no);
    expect(state === 'accepted' && owner?.name === me, `the database says ${state}, owner ${owner?.name}`);
  });
  await person('"lead" with its number shows the lead to whoever asks', async () => {
    await client.reply(FIRST.company, `lead ${first.no}`, { mention: name });
    await client.hears(FIRST.company);
  });
  await person('Reject asks for the reason, and nothing is rejected without one', async () => {
    second = await lead({ externalId: 'e2e-3', name: 'Jun Park', company: 'Harbour Bakery', value: 7200, currency: 'EUR' });
    const card = client.card('Harbour Bakery');
    await client.press(card, 'Reject');
    await client.sees(card, 'Reason');
    await says(second, 'offered');
  });
  await person('the reason asks its own question, and with the answer the lead is rejected', async () => {
    const card = client.card('Harbour Bakery');
    await client.choose(card, 'Reason', 'Not our kind of customer');
    await client.press(card, 'Reject');
    await client.sees(card, 'What does not fit?');
    await says(second, 'offered');
    await client.choose(card, 'What does not fit?', 'Too small for a site of ours');
    await album.keep('reject-form', () => client.picture(card));
    await client.press(card, 'Reject');
    await client.sees(card, /Rejected by .*Too small for a site of ours/);
    const { state, ledger } = await bot.lead(second.no);
    expect(state === 'rejected' && ledger.some(entry => entry.reason === 'no-fit'), `the database says ${state}, or the ledger has no reason "no-fit"`);
  });
  await person('"Another reason" wants words: too few are asked for again, enough reject the lead', async () => {
    const third = await lead({ externalId: 'e2e-4', name: 'Pia Lund', company: 'Pico Fish Imports' });
    const card = client.card('Pico Fish Imports');
    await client.press(card, 'Reject');
    await client.choose(card, 'Reason', 'Another reason');
    await client.press(card, 'Reject');
    await client.fill(card, 'Why is it not a good lead?', 'meh');
    await client.press(card, 'Reject');
    await client.sees(card, 'needs at least 10 characters');
    await says(third, 'offered');
    await client.fill(card, 'Why is it not a good lead?', 'Their lorries are rented by the day.');
    await client.press(card, 'Reject');
    await client.sees(card, `Rejected by ${me}`);
    await says(third, 'rejected');
  });
  await person('Pass on, in the overflow, puts the lead to a named colleague', async () => {
    const card = client.card('Needle & Thread');
    await client.press(card, 'Pass on');
    await client.choose(card, 'Colleague', 'Jonas Lindqvist');
    await client.fill(card, 'Note', 'They write Swedish.');
    await client.press(card, 'Pass on');
    await client.sees(card, `Passed on by ${me}`);
    await client.sees(card, `${me}: They write Swedish.`);
    await client.sees(card, 'Offered to Jonas Lindqvist');
    await says(passed, 'offered');
  });
}

/** What colleagues do while the channel is on the screen. */
export async function leadsOfOthers({ person, client, bot, album, me }) {
  const lead = facts => bot.bringLead({ department: 'sales', ...facts });
  const ana = readUser(bot.folder, 'Ana Sousa');
  // Where the channel is, as the page's own template says it.
  let channel;

  await person('when a colleague accepts, the card on the screen says so by itself', async () => {
    const { id } = await lead({ externalId: 'e2e-5', segment: 'hot', name: 'Otto Brandauer', company: 'Alder Dairy' });
    const card = client.card('Alder Dairy');
    await client.sees(card, 'Otto Brandauer');
    await client.send(template => {
      channel = template;
      return pressBy(ana, 'lead.accept', { lead: id }, channel);
    });
    await client.sees(card, 'Ana Sousa has it');
    expect(!(await client.buttons(card)).includes('Accept'), 'Accept is still there');
  });
  await person('a warm lead is offered to one person by name, in the channel too', async () => {
    await lead(FOR_ME);
    await client.sees(client.card(FOR_ME.company), `Offered to ${me}`);
  });
  await person('a press that comes too late is answered with the card as it is', async () => {
    const { no, id } = await lead({ externalId: 'e2e-8', segment: 'hot', name: 'Rosa Weil', company: 'Weil Flowers', value: 31000, currency: 'EUR' });
    const card = client.card('Weil Flowers');
    await client.sees(card, 'Rosa Weil');
    await album.keep('channel', () => client.channelPicture());
    await client.pressLate(card, 'Accept', async () => {
      await bot.receive(pressBy(ana, 'lead.accept', { lead: id }, channel));
      // The edit comes first, so that it cannot cover the answer to the press.
      await client.sees(card, 'Ana Sousa has it');
    });
    await client.sees(card, /Ana Sousa accepted it at \d/);
    await client.sees(card, 'Ana Sousa has it');
    await until('Accept to be gone', async () => !(await client.buttons(card)).includes('Accept'));
    const { owner } = await bot.lead(no);
    expect(owner?.name === 'Ana Sousa', `the database says ${owner?.name} has it`);
  });
  await person('who presses on a lead that is offered to a colleague gets one sentence', async () => {
    await lead({ externalId: 'e2e-7', segment: 'warm', name: 'Ines Prado', company: 'Delta Pharma Freight' });
    const card = client.card('Delta Pharma Freight');
    await client.sees(card, 'Offered to Ravi Menon');
    await client.press(card, 'Accept');
    await client.sees(client.outcome(card), /It is offered to Ravi Menon until \d/);
    await client.sees(card, 'Offered to Ravi Menon');
  });
}
