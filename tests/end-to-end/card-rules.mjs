// The parts of the Adaptive Cards 1.5 schema and of Teams' own limits that can be held without a network:
// known types, their properties and words, what is required, unique ids, labels, and the size.

const BUDGET = 25 * 1024;
const PICTURES = 60 * 1024;
// Teams would show six in a row; more than three are no decision but a menu. Those in the overflow do not count.
const MOST_BUTTONS = 3;

const COLORS = ['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'];
const SPACING = ['default', 'none', 'small', 'medium', 'large', 'extraLarge', 'padding'];
const ALIGN = ['left', 'center', 'right'];
const CONTAINER = ['default', 'emphasis', 'good', 'attention', 'warning', 'accent'];
const TEXT = {
  text: 'text', color: COLORS, size: ['default', 'small', 'medium', 'large', 'extraLarge'], weight: ['default', 'lighter', 'bolder'],
  fontType: ['default', 'monospace'], isSubtle: 'boolean',
};
// On every element; targetWidth is Teams' own and other hosts pass over it.
const ELEMENT = {
  type: 'text', id: 'text', isVisible: 'boolean', separator: 'boolean', spacing: SPACING, height: ['auto', 'stretch'], fallback: 'any',
  requires: 'any', targetWidth: 'text', lang: 'text',
};
const INPUT = { ...ELEMENT, label: 'text', isRequired: 'boolean', errorMessage: 'text', value: 'any' };
const BOX = { ...ELEMENT, style: CONTAINER, bleed: 'boolean', minHeight: 'text', selectAction: 'action', verticalContentAlignment: ['top', 'center', 'bottom'] };

const ELEMENTS = {
  TextBlock: { ...ELEMENT, ...TEXT, horizontalAlignment: ALIGN, maxLines: 'number', wrap: 'boolean', style: ['default', 'heading', 'columnHeader'] },
  RichTextBlock: { ...ELEMENT, inlines: 'inlines', horizontalAlignment: ALIGN },
  Image: {
    ...ELEMENT, url: 'text', altText: 'text', size: ['auto', 'stretch', 'small', 'medium', 'large'], style: ['default', 'person'], width: 'text',
    height: 'any', backgroundColor: 'text', horizontalAlignment: ALIGN, selectAction: 'action',
  },
  Container: { ...BOX, items: 'elements', rtl: 'boolean' },
  ColumnSet: { ...BOX, columns: 'columns', horizontalAlignment: ALIGN },
  FactSet: { ...ELEMENT, facts: 'facts' },
  ActionSet: { ...ELEMENT, actions: 'actions', horizontalAlignment: ALIGN },
  Table: {
    ...ELEMENT, columns: 'any', rows: 'rows', firstRowAsHeader: 'boolean', showGridLines: 'boolean', gridStyle: CONTAINER,
    horizontalCellContentAlignment: ALIGN, verticalCellContentAlignment: ['top', 'center', 'bottom'],
  },
  'Input.Text': { ...INPUT, isMultiline: 'boolean', maxLength: 'number', placeholder: 'text', regex: 'text', style: ['text', 'tel', 'url', 'email', 'password'], inlineAction: 'action' },
  'Input.Number': { ...INPUT, min: 'number', max: 'number', placeholder: 'text' },
  'Input.Date': { ...INPUT, min: 'text', max: 'text', placeholder: 'text' },
  'Input.Time': { ...INPUT, min: 'text', max: 'text', placeholder: 'text' },
  'Input.Toggle': { ...INPUT, title: 'text', valueOn: 'text', valueOff: 'text', wrap: 'boolean' },
  'Input.ChoiceSet': { ...INPUT, choices: 'choices', 'choices.data': 'any', isMultiSelect: 'boolean', placeholder: 'text', style: ['compact', 'expanded', 'filtered'], wrap: 'boolean' },
};
const COLUMN = { ...BOX, items: 'elements', width: 'any', rtl: 'boolean' };
const ROW = { type: 'text', cells: 'cells', style: CONTAINER, horizontalCellContentAlignment: ALIGN, verticalCellContentAlignment: ['top', 'center', 'bottom'] };
const CELL = { ...BOX, items: 'elements' };
const RUN = { type: 'text', ...TEXT, italic: 'boolean', strikethrough: 'boolean', underline: 'boolean', highlight: 'boolean', selectAction: 'action' };

const ACTION = {
  type: 'text', id: 'text', title: 'text', iconUrl: 'text', style: ['default', 'positive', 'destructive'], mode: ['primary', 'secondary'], fallback: 'any',
  requires: 'any', tooltip: 'text', isEnabled: 'boolean',
};
const ACTIONS = {
  'Action.Execute': { ...ACTION, verb: 'text', data: 'any', associatedInputs: ['auto', 'none'] },
  'Action.Submit': { ...ACTION, data: 'any', associatedInputs: ['auto', 'none'] },
  'Action.OpenUrl': { ...ACTION, url: 'text' },
  'Action.ToggleVisibility': { ...ACTION, targetElements: 'any' },
  'Action.ShowCard': { ...ACTION, card: 'card' },
};
const CARD = {
  type: 'text', $schema: 'text', version: 'text', body: 'elements', actions: 'actions', fallbackText: 'text', lang: 'text', speak: 'text', minHeight: 'text',
  rtl: 'boolean', refresh: 'any', authentication: 'any', metadata: 'any', selectAction: 'action', verticalContentAlignment: ['top', 'center', 'bottom'],
  backgroundImage: 'any', msteams: 'any',
};
const REQUIRED = {
  AdaptiveCard: ['body'], TextBlock: ['text'], RichTextBlock: ['inlines'], TextRun: ['text'], Image: ['url', 'altText'], Container: ['items'],
  ColumnSet: ['columns'], FactSet: ['facts'], ActionSet: ['actions'], Table: ['rows'], 'Input.ChoiceSet': ['choices'], 'Input.Toggle': ['title'],
  'Action.Execute': ['verb', 'title'], 'Action.Submit': ['title'], 'Action.OpenUrl': ['url', 'title'], 'Action.ToggleVisibility': ['targetElements', 'title'],
  'Action.ShowCard': ['card', 'title'],
};

/** What is wrong with a card, one sentence each with its place; an empty list is a good card. */
export function problemsOf(card) {
  const reader = new CardReader();
  // Pictures that stand in the card itself have a limit of their own: Teams does not count them.
  let pictures = 0;
  const size = Buffer.byteLength(JSON.stringify(card, (key, value) => {
    if (key !== 'url' || typeof value !== 'string' || !value.startsWith('data:')) return value;
    pictures += value.length;
    return 'data:';
  }));
  if (pictures > PICTURES) reader.add('card', `its pictures have ${pictures} bytes, at most ${PICTURES} are allowed`);
  if (size > BUDGET) reader.add('card', `it has ${size} bytes, the budget is ${BUDGET}`);
  if (card.version !== '1.5') reader.add('version', `it is ${JSON.stringify(card.version)}, Teams' clients all know 1.5`);
  if (!card.fallbackText) reader.add('fallbackText', 'it is missing; clients that cannot draw the card show it');
  reader.card(card, 'card');
  return reader.problems;
}

class CardReader {
  problems = [];
  #ids = new Set();

  add(place, sentence) {
    this.problems.push(`${place}: ${sentence}`);
  }

  card(card, place) {
    if (card?.type !== 'AdaptiveCard') return this.add(place, `its type is ${JSON.stringify(card?.type)}, not "AdaptiveCard"`);
    this.#object(card, CARD, place);
  }

  elements(list, place) {
    this.#each(list, place, (element, at) => {
      const known = ELEMENTS[element.type];
      if (known) this.#element(element, known, at);
      else if (element.fallback === undefined) this.add(at, `"${element.type}" is not in 1.5 and has no fallback`);
      else if (element.fallback !== 'drop') this.elements([element.fallback], `${at}.fallback`);
    });
  }

  actions(list, place) {
    this.#each(list, place, (action, at) => this.action(action, at));
    const shown = list.filter?.(action => action.mode !== 'secondary').length;
    if (shown > MOST_BUTTONS) this.add(place, `${shown} buttons, a card shows ${MOST_BUTTONS} at most`);
  }

  action(action, place) {
    const known = ACTIONS[action.type];
    if (!known) return action.fallback === undefined && this.add(place, `"${action.type}" is not an action of 1.5 and has no fallback`);
    this.#object(action, known, place);
  }

  columns(list, place) {
    this.#each(list, place, (column, at) => this.#object(column, COLUMN, at));
  }

  rows(list, place) {
    this.#each(list, place, (row, at) => this.#object(row, ROW, at));
  }

  cells(list, place) {
    this.#each(list, place, (cell, at) => this.#object(cell, CELL, at));
  }

  inlines(list, place) {
    this.#each(list, place, (run, at) => typeof run === 'string' || this.#object(run, RUN, at));
  }

  facts(list, place) {
    this.#each(list, place, (fact, at) => ['title', 'value'].forEach(name => this.#text(fact[name], `${at}.${name}`)));
  }

  choices(list, place) {
    this.#each(list, place, (choice, at) => ['title', 'value'].forEach(name => this.#text(choice[name], `${at}.${name}`)));
    const values = (Array.isArray(list) ? list : []).map(choice => choice.value);
    if (new Set(values).size < values.length) this.add(place, 'two choices have the same value');
  }

  #element(element, known, place) {
    this.#object(element, known, place);
    if (!element.type.startsWith('Input.')) return;
    if (!element.id) this.add(place, 'an input without an id is never sent');
    if (!element.label) this.add(place, 'the input has no label');
    if (element.isRequired && !element.errorMessage) this.add(place, 'a required input has no errorMessage');
  }

  #object(object, known, place) {
    if (object.id !== undefined) {
      if (this.#ids.has(object.id)) this.add(place, `the id "${object.id}" stands twice`);
      this.#ids.add(object.id);
    }
    for (const name of REQUIRED[object.type] ?? []) {
      if (object[name] === undefined || object[name] === '') this.add(place, `${object.type} has no ${name}`);
    }
    for (const [name, value] of Object.entries(object)) {
      if (known[name] === undefined) this.add(place, `${object.type ?? 'it'} has no property "${name}" in 1.5`);
      else this.#value(value, known[name], `${place}.${name}`);
    }
  }

  #value(value, kind, place) {
    if (Array.isArray(kind)) {
      // The words are read in any case.
      const word = String(value).toLowerCase();
      if (!kind.some(known => known.toLowerCase() === word)) this.add(place, `${JSON.stringify(value)} is none of ${kind.join(', ')}`);
    } else if (kind === 'text') this.#text(value, place);
    else if (kind === 'boolean' || kind === 'number') {
      if (typeof value !== kind) this.add(place, `${JSON.stringify(value)} is not a ${kind}`);
    } else if (kind !== 'any') this[kind](value, place);
  }

  #text(value, place) {
    if (typeof value !== 'string' || value.trim() === '') this.add(place, `${JSON.stringify(value)} is not a text`);
  }

  #each(list, place, visit) {
    if (!Array.isArray(list) || list.length === 0) return this.add(place, 'it is not a list with something in it');
    list.forEach((item, i) => {
      const at = `${place}[${i}]`;
      if (item === null || (typeof item !== 'object' && typeof item !== 'string')) this.add(at, `${JSON.stringify(item)} is not an object`);
      else visit(item, at);
    });
  }
}
