// A whole list of leads arrives at once, as after a fair.
import fs from 'node:fs';
import { expect } from './checks.mjs';
import { until } from './processes.mjs';
import { changedModel, SAMPLE_LEADS } from './sample-models.mjs';

// Nine people in sales, one of whom may have three open offers; five leads may be offered to the whole channel.
const PLACES = 8 * 1 + 3 + 5;

/** The sample's model with room for one open offer a person, so that the check does not take as long as forty cards do. */
export function smallDesk(folder) {
  // Somebody with hours of their own in another zone has no room while they sleep: the check holds at any hour without them.
  return changedModel(folder, 'small-desk', [[/^(\s+capacity:) 5\b/m, '$1 1'], [/^people:\n[\s\S]*?(?=^# When and how often)/m, '']]);
}

export async function manyLeadsAtOnce({ person, client, bot }) {
  const brought = fs.readFileSync(SAMPLE_LEADS, 'utf8').trim().split('\n').length - 1;
  await client.select(/ - sales$/i);
  await person(`of ${brought} leads that come at once, as many reach the channel as people have room for`, async () => {
    const states = await until('the places to be full', async () => {
      const all = await Promise.all(Array.from({ length: brought }, (_, i) => bot.lead(`L-${1001 + i}`)));
      return all.filter(lead => lead.state === 'offered').length >= PLACES && all.map(lead => lead.state);
    }, 30_000);
    expect(states.filter(state => state === 'waiting').length === brought - PLACES, `the states are ${states.join(', ')}`);
    await until('a card for each offer', async () => await client.cards(/L-\d+/) >= PLACES, 30_000);
    const cards = await client.cards(/L-\d+/);
    expect(cards === PLACES, `${cards} cards stand in the channel for ${PLACES} places`);
  });
}
