// Draws cards with the official renderer in a browser page, and measures what a person would see.
import fs from 'node:fs';
import path from 'node:path';
import { openContext } from './browser.mjs';
import { hostConfig, styleSheet, THEMES } from './host-config.mjs';
import { MODULES } from './paths.mjs';

const SCRIPTS = ['adaptivecards/dist/adaptivecards.min.js', 'markdown-it/dist/browser/markdown-it.umd.min.js'];
const WIDTHS = { normal: 560, narrow: 320 };

/** The four ways in which a card is drawn: two themes, two widths in CSS pixels (a desktop's channel, a telephone). */
export const VARIANTS = Object.keys(THEMES).flatMap(theme => Object.keys(WIDTHS).map(width => ({ theme, width, name: `${theme}-${width}` })));

export class CardStage {
  #page;
  #errors = [];
  #variant;

  static async open(browser, variant) {
    const stage = new CardStage();
    const viewport = { width: WIDTHS[variant.width] + 24, height: 900 };
    const context = await openContext(browser, { viewport, colorScheme: variant.theme, deviceScaleFactor: 2 });
    stage.#variant = variant;
    stage.#page = await context.newPage();
    stage.#page.on('pageerror', error => stage.#errors.push(`script error: ${error.message}`));
    stage.#page.on('console', line => line.type() === 'error' && stage.#errors.push(`console error: ${line.text()}`));
    await stage.#page.setContent(`<!doctype html><style>${styleSheet(THEMES[variant.theme])}</style><div id="frame"></div>`);
    for (const script of SCRIPTS) await stage.#page.addScriptTag({ content: fs.readFileSync(path.join(MODULES, script), 'utf8') });
    await stage.#page.evaluate(prepare);
    return stage;
  }

  /** Draws one card, and lists what is wrong with what stands there. */
  async draw(card) {
    this.#errors.length = 0;
    const problems = await this.#page.evaluate(show, { card, config: hostConfig(THEMES[this.#variant.theme]) });
    return [...problems, ...this.#errors].map(problem => `${this.#variant.name}: ${problem}`);
  }

  /** Saves a picture, PNG, of the card that was drawn last. */
  async picture(file) {
    await this.#page.locator('#frame').screenshot({ path: file });
  }
}

// What follows runs in the page.

function prepare() {
  const markdown = globalThis.markdownit({ html: false });
  // Teams draws bold, italic, lists and links, nothing more.
  markdown.disable(['heading', 'code', 'fence', 'blockquote', 'table', 'html_block', 'image', 'hr', 'lheading'], true);
  globalThis.AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.render(text);
    result.didProcess = true;
  };
}

function show({ card: json, config }) {
  const { AdaptiveCard, HostConfig, SerializationContext } = globalThis.AdaptiveCards;
  const frame = document.getElementById('frame');
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(config);
  const context = new SerializationContext();
  card.parse(json, context);
  const drawn = card.render();
  frame.replaceChildren(drawn);
  return [...complaints(), ...overflows(), ...clippings(), ...namelessInputs()];

  function complaints() {
    const { ValidationEvent } = globalThis.AdaptiveCards;
    const parsed = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i));
    return [...parsed, ...card.validateProperties().validationEvents]
      // An element or action of Teams' own is drawn as its fallback here; card-rules.mjs sees to it that there is one.
      .filter(({ event }) => event !== ValidationEvent.UnknownElementType && event !== ValidationEvent.UnknownActionType)
      .map(({ message }) => `the renderer says: ${message}`);
  }

  function overflows() {
    return drawn.scrollWidth > drawn.clientWidth ? [`the card is ${drawn.scrollWidth} wide in ${drawn.clientWidth}`] : [];
  }

  function clippings() {
    return [...drawn.querySelectorAll('*')]
      // A field scrolls, and maxLines cuts on purpose: the card said how much of a stranger's text it shows.
      .filter(element => !element.matches('input, select, select *, textarea') && element.style.maxHeight === '')
      .filter(element => {
        const { overflowX, overflowY } = getComputedStyle(element);
        return element.clientWidth > 0 && ((overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1)
          || (overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1));
      })
      .map(element => `a text is cut: "${element.textContent.slice(0, 60)}"`);
  }

  function namelessInputs() {
    return [...drawn.querySelectorAll('input, select, textarea')]
      .filter(input => !input.labels?.length && !input.getAttribute('aria-label') && !input.getAttribute('aria-labelledby'))
      .map(input => `an input has no name for a screen reader: ${input.outerHTML.slice(0, 120)}`);
  }
}
