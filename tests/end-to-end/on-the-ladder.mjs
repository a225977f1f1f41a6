// Leads that are left alone climb their ladder: a warm one put to the person at the screen, and a hot one put to everybody,
// for which that person is both the second line and the guardian. An hour is a minute.
import { expect } from './checks.mjs';
import { until } from './processes.mjs';
import { changedModel } from './sample-models.mjs';

export const SPEED = '60';
const ME = 'leyla.aydin@coldworks.example';

// A minute of waiting for each rung is plenty; a lead is not late before the next.
const PATIENCE = 60_000;

const WARM = {
  externalId: 'e2e-warm', segment: 'warm', name: 'Marta Kowalczyk', company: 'Cedar Cold Stores', value: 24500, currency: 'EUR', source: 'fair',
  fields: { interest: 'Cold store monitoring' },
};
const HOT = {
  externalId: 'e2e-hot', segment: 'hot', name: 'Ada Okonkwo', company: 'Blue Kite Logistics', value: 86000, currency: 'EUR', campaign: 'cold-store-2026',
  fields: { interest: 'Vaccine transport' },
};

/** Sales works round the clock, so that the check does so too; whoever sits at the screen is told what a head and a guardian are told. */
export function ladderModel(folder) {
  return changedModel(folder, 'on-the-ladder', [
    [/(  sales:\n    name: Sales\n    calendar:\n      hours: )\{[^}]*\}/, '$1{ mon-sun: 00:00-24:00 }'],
    [/guardian: helene\.brandt@coldworks\.example/, `guardian: ${ME}`],
    [/(\n  hot:.*\n    name: Hot\n)/, `$1    secondLine: ${ME}\n`],
    // A hot lead's five minutes would be five seconds.
    [/acceptWithin: 5m/, 'acceptWithin: 30m'],
  ]);
}

export async function leftAlone({ person, client, bot, album, me }) {
  const reminder = (no, company) => client.card(`Reminder ${no} of 2`).filter({ hasText: company });
  const rungs = async ({ no }) => (await bot.lead(no)).ledger.map(entry => entry.kind.replace('lead.', '')).filter(kind => !['received', 'offered'].includes(kind));
  const keep = (name, card) => album.keep(name, () => client.picture(card));
  let warm, hot;

  await client.select('Personal Chat');
  await person('a warm lead is offered to the person, with a deadline', async () => {
    warm = await bot.bringLead({ department: 'sales', ...WARM });
    await client.sees(client.card(WARM.company), `Offered to ${me}`);
    await keep('rung-0-offer', client.card(WARM.company));
  });
  await person('half of the time later it is remembered in private, and says what comes next', async () => {
    await client.sees(reminder(1, WARM.company), /a private reminder/, PATIENCE);
    const buttons = await client.buttons(reminder(1, WARM.company));
    for (const title of ['Accept', 'Snooze']) expect(buttons.includes(title), `no ${title} among: ${buttons.join(', ')}`);
    await keep('rung-1-nudge', reminder(1, WARM.company));
  });
  await person('the second reminder says who hears of it next', async () => {
    await client.sees(reminder(2, WARM.company), /Ravi Menon hears of it and may help/, PATIENCE);
    await keep('rung-2-nudge', reminder(2, WARM.company));
  });
  await person('when its time and half of it are over the next person is asked, and every card says so', async () => {
    // Between an offer that ended and the next one the lead is with nobody for a moment.
    const next = async () => (await bot.lead(warm.no)).offer?.to?.name ?? me;
    await until('the next offer', async () => (await next()) !== me, PATIENCE);
    const climbed = await rungs(warm);
    expect(climbed.join(', ') === 'nudged, nudged, second-line, expired', `the ledger says: ${climbed.join(', ')}`);
    await client.sees(client.card(WARM.company), `Offered to ${await next()}`, PATIENCE);
    expect(await client.cards(/Reminder \d of 2/) === 0, 'a reminder still reminds');
    await keep('rung-4-next-person', client.card(WARM.company));
  });
  await person('a hot lead that nobody takes reaches the second line', async () => {
    hot = await bot.bringLead({ department: 'sales', ...HOT });
    const call = client.card('has taken this lead yet').filter({ hasText: HOT.company });
    await client.sees(call, HOT.name, PATIENCE);
    const buttons = await client.buttons(call);
    for (const title of ['Assign', 'Take']) expect(buttons.includes(title), `no ${title} among: ${buttons.join(', ')}`);
    await keep('rung-3-second-line', call);
  });
  await person('and then the guardian, with its story', async () => {
    const withGuardian = client.card('Nobody holds it').filter({ hasText: 'The story so far' });
    await client.sees(withGuardian, /no answer in time/, PATIENCE);
    await keep('rung-5-guardian', withGuardian);
  });
  await person('the guardian takes it, and the ladder is over', async () => {
    const withGuardian = client.card('Nobody holds it').filter({ hasText: 'The story so far' });
    await client.press(withGuardian, 'Take');
    await until('an owner', async () => (await bot.lead(hot.no)).owner?.name === me);
  });
}
