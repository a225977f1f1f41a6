// Who owns this number? Asked in the chat with the bot, as one asks a colleague.
import { expect } from './checks.mjs';
import { sampleNumbers, samplePeople } from './sample-models.mjs';

const PHONE = 320;

export async function askingForNumbers({ person, client, album }) {
  const [numbers, people] = [sampleNumbers(), samplePeople()];
  // Whatever the sample's numbers are called: the one with the most below it that a person owns, defined and with a target.
  const below = ({ id }) => numbers.filter(({ supports }) => supports === id).length;
  const asked = numbers.filter(({ owner, definition, target }) => people.some(({ email }) => email === owner) && definition && /^\d{1,3}$/.test(target))
    .toSorted((one, other) => below(other) - below(one))[0];
  const owner = people.find(({ email }) => email === asked.owner).name;
  const target = new RegExp(`Target\\s+${asked.target}\\b`);
  const answer = () => client.card(asked.definition);

  await person('a plain question is answered with one name, and what the number means and aims at', async () => {
    await client.say(`Who owns ${lowered(asked.name)}?`);
    await client.hears(owner);
    for (const text of [owner, asked.name, asked.definition, target]) await client.sees(answer(), text);
    await album.keep('who-owns', () => client.picture(answer()));
  });
  await person('the answer can be read at the width of a phone, too', async () => {
    await client.narrow(answer(), PHONE);
    await client.sees(answer(), owner);
    await client.isInside(answer());
    await album.keep('who-owns-narrow', () => client.picture(answer()));
  });
  await person('"and its target?" is about the number before', async () => {
    await client.narrow(answer());
    await client.say('and its target?');
    await client.hears(target);
  });
  await person('a number that nobody keeps is answered with no name at all', async () => {
    await client.say('Who owns the office plants?');
    const words = await client.hears('I know no number called');
    const named = people.filter(({ name }) => words.includes(name));
    expect(named.length === 0, `it names ${named.map(({ name }) => name).join(', ')}`);
  });
  await person('"who owns" from the menu, sent without a number, asks which one', async () => {
    await client.say('who owns');
    await client.hears('Which number do you mean?');
  });
  await person('a word that means several numbers gets them to choose from, and one press answers', async () => {
    const meant = numbers.filter(({ name }) => /retention/i.test(name));
    expect(meant.length > 1, 'the sample has no two numbers with "retention" in their names');
    await client.say('who owns retention?');
    await client.hears('Which one do you mean?');
    const choices = client.card('Which one do you mean?');
    for (const { name } of meant) await client.sees(choices, name);
    await album.keep('which-one', () => client.picture(choices));
    await client.pressNextTo(choices, meant[0].name, 'This one');
    await client.hears(people.find(({ email }) => email === meant[0].owner)?.name ?? 'Nobody');
  });
}

function lowered(name) {
  // An acronym stays as it is written.
  return /^[A-Z][a-z]/.test(name) ? name[0].toLowerCase() + name.slice(1) : name;
}
