// Cards with one mistake each, and the words that must name it: the proof that the card checks can fail.

const card = (body, rest = {}) => ({ type: 'AdaptiveCard', version: '1.5', fallbackText: 'A bad card', body, ...rest });
const text = words => ({ type: 'TextBlock', text: words, wrap: true });
const button = title => ({ type: 'Action.Execute', title, verb: 'try.it' });
const reason = { type: 'Input.Text', id: 'reason', label: 'Reason' };

export const BAD_CARDS = [
  { mistake: 'a newer version', card: { ...card([text('x')]), version: '1.6' }, finds: 'version: it is "1.6"' },
  { mistake: 'no fallback text', card: { ...card([text('x')]), fallbackText: undefined }, finds: 'fallbackText: it is missing' },
  { mistake: 'an input without a label', card: card([{ ...reason, label: undefined }]), finds: 'the input has no label' },
  { mistake: 'two inputs with one id', card: card([reason, reason]), finds: 'the id "reason" stands twice' },
  { mistake: 'a required input that does not say what is wrong', card: card([{ ...reason, isRequired: true }]), finds: 'no errorMessage' },
  { mistake: 'an element of Teams alone without a fallback', card: card([{ type: 'Badge', text: 'new' }]), finds: '"Badge" is not in 1.5' },
  { mistake: 'a misspelt property', card: card([{ ...text('x'), colour: 'good' }]), finds: 'no property "colour"' },
  { mistake: 'a colour that does not exist', card: card([{ ...text('x'), color: 'red' }]), finds: '"red" is none of' },
  { mistake: 'a choice with nothing to choose', card: card([{ type: 'Input.ChoiceSet', id: 'c', label: 'Reason', choices: [] }]), finds: 'choices: it is not a list' },
  { mistake: 'an execute button without a verb', card: card([text('x')], { actions: [{ type: 'Action.Execute', title: 'Accept' }] }), finds: 'has no verb' },
  { mistake: 'four buttons in a row', card: card([text('x')], { actions: 'ABCD'.split('').map(button) }), finds: '4 buttons' },
  { mistake: 'too many bytes', card: card([text('x'.repeat(26_000))]), finds: 'the budget is 25600' },
  { mistake: 'a picture without words', card: card([{ type: 'Image', url: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' }]), finds: 'has no altText' },
];

/** Mistakes that only show when the card is drawn. */
export const BADLY_DRAWN_CARDS = [
  { mistake: 'a text cut at the edge', card: card([{ type: 'TextBlock', text: 'A promise that is much too long for one line. '.repeat(5), wrap: false }]), finds: 'a text is cut' },
  { mistake: 'a box wider than the card', card: card([{ type: 'ColumnSet', columns: [{ type: 'Column', width: '900px', items: [text('x')] }] }]), finds: 'wide in' },
];
