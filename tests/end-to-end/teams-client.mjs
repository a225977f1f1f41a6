// What a person does in Teams, by the words on the screen: choose a chat, write, press, choose, see.
// Nothing is found by its position, because a quick answer may appear above the question.
import fs from 'node:fs';
import path from 'node:path';
import { openContext } from './browser.mjs';
import { until } from './processes.mjs';

const PATIENCE = 15_000;

export class TeamsClient {
  #page;
  #context;
  #bot;
  #pictures;
  #visited = new Set(['Personal Chat']);
  #said = [];

  /**
   * Opens the page; that installs the bot in the personal chat, and what the bot sent before is not shown. `sharp` draws
   * with two dots a pixel, for pictures that people are shown; `bot` is the bot's name, by which its words are known.
   */
  static async open(browser, address, pictures, { bot, sharp = false }) {
    const client = new TeamsClient();
    const context = await openContext(browser, { viewport: { width: 1500, height: 1200 }, deviceScaleFactor: sharp ? 2 : 1 });
    context.setDefaultTimeout(PATIENCE);
    client.#context = context;
    client.#bot = bot;
    fs.mkdirSync(pictures, { recursive: true });
    client.#pictures = pictures;
    client.#page = await context.newPage();
    // Text written before the installation has come back is lost.
    const installed = client.#installation(60_000);
    await client.#page.goto(address, { timeout: 60_000 });
    await installed;
    await client.#page.getByRole('treeitem', { name: 'Personal Chat' }).waitFor();
    return client;
  }

  close() {
    return this.#context.close();
  }

  /** Chooses a chat or channel by its name in the list, a text or an expression; the first visit installs the bot there. */
  async select(name) {
    const item = this.#page.getByRole('treeitem', { name });
    const label = await item.getAttribute('aria-label');
    const installed = this.#visited.has(label) ? null : this.#installation(PATIENCE);
    this.#visited.add(label);
    await item.click();
    await installed;
  }

  /**
   * Waits for an answer of the bot with this text (or expression) that was not there before the person last wrote
   * something; answers its words. The person's own words and the log beside the chat do not count.
   */
  async hears(text, limit = PATIENCE) {
    return until(`the bot to say "${text}"`, async () => {
      const older = [...this.#said];
      const newer = (await this.#answers().allInnerTexts()).filter(answer => {
        const known = older.indexOf(answer);
        if (known >= 0) older.splice(known, 1);
        return known < 0;
      });
      return newer.find(answer => matches(answer, text));
    }, limit);
  }

  /** The card with this text (a text or an expression); of several, the one that came last. */
  card(text) {
    // ">" leaves out a card shown inside another.
    return this.#page.locator('.ac-preview-panel > .ac-adaptiveCard').filter({ hasText: text }).last();
  }

  /** How many cards with this text stand in the conversation that is open. */
  async cards(text) {
    return this.#page.locator('.ac-preview-panel > .ac-adaptiveCard').filter({ hasText: text }).count();
  }

  /** The sentence that Teams shows under a card after a press: the bot's message or its error. */
  outcome(card) {
    return card.locator('xpath=../..');
  }

  /** Presses a button of a card by its words, opening the overflow when it is not in the row. */
  async press(card, title) {
    const button = card.getByRole('button', { name: title, exact: true });
    const overflow = card.getByRole('button', { name: 'More options' });
    await button.or(overflow).first().waitFor();
    if (await button.count() === 0) {
      await overflow.click();
      await this.#page.getByRole('menuitem', { name: title, exact: true }).click();
    } else {
      await button.click();
    }
  }

  /**
   * Presses a button, and lets something happen before the press reaches the bot: the person saw a card that was no longer
   * true, as it is on every screen that an edit has not reached yet.
   */
  async pressLate(card, title, meanwhile) {
    const presses = '**/_conversation/v1/invoke';
    await this.#page.route(presses, async route => {
      await meanwhile();
      await route.continue();
    }, { times: 1 });
    await Promise.all([this.#page.waitForResponse(presses), this.press(card, title)]);
  }

  /** Presses the button that stands in the same part of a card as the text. */
  async pressNextTo(card, text, title) {
    await card.locator('.ac-container').filter({ hasText: text }).last().getByRole('button', { name: title, exact: true }).click();
  }

  /** The buttons in a card's row, by their words. */
  async buttons(card) {
    return (await card.getByRole('button').allInnerTexts()).map(title => title.trim()).filter(Boolean);
  }

  /** Chooses from a card's list of choices, folded or open. Without an option it takes the first and answers its words. */
  async choose(card, label, option) {
    const list = card.getByRole('combobox', { name: label });
    // The form may still be on its way.
    await list.or(card.getByRole('radio')).first().waitFor();
    if (await list.count() > 0) await list.click();
    // A folded list opens outside the card.
    const options = await list.count() > 0 ? this.#page.getByRole('option') : card.getByRole('radio');
    const wanted = option === undefined ? options.first() : options.filter({ hasText: option }).or(card.getByRole('radio', { name: option })).first();
    const words = (await wanted.innerText()).trim();
    await wanted.click();
    return words;
  }

  /** Chooses a day, so many days from today, from the calendar of a card's field. */
  async chooseDay(card, label, days) {
    const date = new Date();
    const month = date.getMonth();
    date.setDate(date.getDate() + days);
    await card.getByRole('combobox', { name: label }).click();
    const calendar = this.#page.getByRole('dialog', { name: 'Calendar' });
    if (date.getMonth() !== month) await calendar.getByRole('button', { name: /^Next month/ }).click();
    await calendar.getByRole('button', { name: `${date.getDate()}, ${date.toLocaleString('en', { month: 'long' })}, ${date.getFullYear()}`, exact: true }).first().click();
    await calendar.waitFor({ state: 'detached' });
  }

  /** Writes into a field of a card by its label. */
  async fill(card, label, text) {
    await card.getByRole('textbox', { name: label }).or(card.getByRole('spinbutton', { name: label })).first().fill(String(text));
  }

  /** Waits until the text (or expression) can be read there. */
  async sees(place, text, limit = PATIENCE) {
    await until(`"${text}" to be seen`, async () => matches(await place.innerText(), text), limit);
  }

  /** Makes a card so many points wide, as on a phone, for the page keeps its width in any window; without a width, undoes it. */
  async narrow(card, width) {
    await card.evaluate((element, wide) => { element.style.width = wide; }, width ? `${width}px` : '');
  }

  /** Throws when a part of the card is wider than what it stands in. */
  async isInside(card) {
    const cut = await card.evaluate(element => [...element.querySelectorAll('.ac-textBlock, button')]
      .filter(part => part.getBoundingClientRect().right > element.getBoundingClientRect().right || part.scrollWidth > part.clientWidth + 1)
      .map(part => part.textContent.slice(0, 60)));
    if (cut.length > 0) throw new Error(`does not fit: ${cut.join(', ')}`);
  }

  /** Throws when the paragraph with this text holds a link, an emphasis or a mention. */
  async isPlain(place, text) {
    const paragraph = place.locator('.ac-textBlock').filter({ hasText: text });
    const drawn = await paragraph.evaluate(element => [...element.querySelectorAll('a, b, strong, em, i, at, img')].map(part => part.outerHTML));
    if (drawn.length > 0) throw new Error(`what should be plain text holds ${drawn.join(', ')}`);
  }

  /** Waits until the text cannot be read there any more. */
  async seesNoMore(place, text, limit = PATIENCE) {
    await until(`"${text}" to be gone`, async () => !matches(await place.innerText(), text), limit);
  }

  /** Says something in the chat that is open; a group chat's bot hears only with a mention of its name. */
  async say(text, { mention } = {}) {
    const editor = this.#page.locator('[data-lexical-editor="true"]').last();
    await this.#write(editor, text, mention);
    await this.#page.getByRole('button', { name: 'Send Message' }).last().click();
    await this.#isSent(editor);
  }

  /** Starts a conversation in the channel that is open; the bot hears only with a mention of its name. */
  async post(text, { mention } = {}) {
    const composer = this.#page.getByRole('group').filter({ has: this.#page.getByRole('button', { name: 'Post', exact: true }) });
    const editor = composer.locator('[data-lexical-editor="true"]');
    await this.#write(editor, text, mention);
    await composer.getByRole('button', { name: 'Post', exact: true }).click();
    await this.#isSent(editor);
  }

  /** Answers within the channel conversation that holds the text. */
  async reply(thread, text, { mention } = {}) {
    const group = this.#page.getByRole('group').filter({ hasText: thread }).first();
    const editor = group.locator('[data-lexical-editor="true"]').last();
    await this.#write(editor, text, mention);
    await group.getByRole('button', { name: 'Send Message' }).last().click();
    await this.#isSent(editor);
  }

  /** Sends one of the prepared Teams events, for example 'Rename channel'. */
  async event(name) {
    await this.#openMenu(name);
    await this.#sendFrom(this.#page.getByRole('dialog'));
  }

  /**
   * Sends an activity of any kind from anybody, a colleague's press for example. `edit` gets the page's template, which
   * names the conversation that is open. The answer is not shown on a card; the edit of a card that follows it is.
   */
  async send(edit) {
    const template = this.#page.waitForResponse(response => response.url().includes('/customActivities/template'));
    await this.#openMenu('Custom activity');
    const activity = edit(await (await template).json());
    const dialog = this.#page.getByRole('dialog', { name: 'Custom activity' });
    await dialog.locator('.view-line').first().click();
    await this.#page.keyboard.press('Control+A');
    await this.#page.keyboard.press('Delete');
    // Typed key by key, the editor would close every bracket a second time.
    await this.#page.keyboard.insertText(JSON.stringify(activity));
    await this.#sendFrom(dialog);
  }

  /** Keeps a picture of the page for a person to look at. */
  async screenshot(name) {
    await this.#page.screenshot({ path: path.join(this.#pictures, `${name}.png`) });
  }

  /** A picture of one card as PNG. */
  picture(card) {
    return card.screenshot({ animations: 'disabled' });
  }

  /** A picture of the newest two conversations of the channel that is open, as PNG; without the list of chats and the log. */
  async channelPicture() {
    const [newest, next] = await this.#page.getByRole('group').filter({ has: this.#page.locator('.ac-preview-panel') }).all();
    await newest.scrollIntoViewIfNeeded();
    const [top, bottom] = [await newest.boundingBox(), await next.boundingBox()];
    const clip = { x: top.x, y: top.y, width: top.width, height: bottom.y + bottom.height - top.y };
    return this.#page.screenshot({ clip, scale: 'css', animations: 'disabled' });
  }

  #installation(timeout) {
    return this.#page.waitForResponse(response => response.url().endsWith('/installation'), { timeout });
  }

  // What the bot wrote in the conversation that is open: a message in a chat, a card, words beside its avatar in a channel.
  #answers() {
    return this.#page.locator([
      '.fai-OutputCard',
      '.ac-preview-panel > .ac-adaptiveCard',
      `[role="group"] div:has(> [role="img"][aria-label="${this.#bot}"]) + div > span`,
    ].join());
  }

  async #write(editor, text, mention) {
    this.#said = await this.#answers().allInnerTexts();
    await editor.click();
    if (mention) {
      await this.#page.keyboard.type('@');
      // Enter would send the message and pick nobody.
      await this.#page.getByRole('menuitem', { name: mention }).first().click();
      await this.#page.keyboard.type(' ');
    }
    await this.#page.keyboard.type(text);
    await until('the words to stand in the editor', async () => (await editor.innerText()).includes(text));
  }

  async #isSent(editor) {
    await until('the editor to be empty again', async () => (await editor.innerText()).trim() === '');
  }

  async #openMenu(item) {
    await this.#page.getByRole('button', { name: 'Mock an Activity' }).click();
    // By its text: its accessible name holds more than the words on the screen.
    await this.#page.getByRole('menuitem').filter({ hasText: new RegExp(`^${item}$`) }).click();
  }

  async #sendFrom(dialog) {
    await dialog.getByRole('button', { name: 'Send activity' }).click();
    // While it fades away, everything behind it is still out of reach.
    await this.#page.locator('[role="dialog"]').first().waitFor({ state: 'detached' });
  }
}

function matches(shown, wanted) {
  // A person sees no zero-width space, with which the bot keeps a client from reading a stranger's text as markup.
  const text = shown.replaceAll(/[\u200B-\u200D\u2060\uFEFF]/g, '');
  return wanted instanceof RegExp ? wanted.test(text) : text.includes(wanted);
}
