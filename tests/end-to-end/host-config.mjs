// A host configuration in the manner of Teams: its type scale, its spacing and its two themes' colours as a person sees them.
// Teams publishes no such file; pictures made with it are near to Teams, not the same.

const FONT = '"Segoe UI", "Noto Sans", "Noto Sans Arabic", "WenQuanYi Zen Hei", "Noto Color Emoji", sans-serif';

const LIGHT = {
  page: '#f5f5f5', card: '#ffffff', border: '#e0e0e0', field: '#ffffff', text: '#242424', subtle: '#616161', emphasis: '#f0f0f0', line: '#e0e0e0',
  accent: '#4f52b2', good: '#0e700e', warning: '#835b00', attention: '#b10e1c', goodBox: '#f1faf1', warningBox: '#fff9f5', attentionBox: '#fdf3f4', accentBox: '#e8ebfa',
};
const DARK = {
  page: '#1f1f1f', card: '#292929', border: '#3d3d3d', field: '#1f1f1f', text: '#ffffff', subtle: '#adadad', emphasis: '#333333', line: '#525252',
  accent: '#9299f7', good: '#54b054', warning: '#f2c661', attention: '#e37d80', goodBox: '#052505', warningBox: '#332103', attentionBox: '#3b0509', accentBox: '#2f2f4a',
};

export const THEMES = { light: LIGHT, dark: DARK };

export function hostConfig(theme) {
  const tone = color => ({ default: color, subtle: color === theme.text ? theme.subtle : color });
  const foregroundColors = {
    default: tone(theme.text), dark: tone(theme.text), light: tone(theme.subtle), accent: tone(theme.accent),
    good: tone(theme.good), warning: tone(theme.warning), attention: tone(theme.attention),
  };
  const box = backgroundColor => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: FONT,
    supportsInteractivity: true,
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: theme.line },
    imageSizes: { small: 32, medium: 52, large: 100 },
    containerStyles: {
      default: box(theme.card), emphasis: box(theme.emphasis), good: box(theme.goodBox), warning: box(theme.warningBox),
      attention: box(theme.attentionBox), accent: box(theme.accentBox),
    },
    actions: {
      maxActions: 6, spacing: 'default', buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left',
      showCard: { actionMode: 'inline', inlineTopMargin: 16, style: 'emphasis' }, preExpandSingleShowCardAction: false,
    },
    inputs: { label: { inputSpacing: 'small', requiredInputs: { suffix: ' *', suffixColor: 'attention' } } },
    factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 12 },
    textStyles: { heading: { size: 'large', weight: 'bolder' }, columnHeader: { weight: 'bolder' } },
    table: { cellSpacing: 8 },
  };
}

/** The page around the card: what the renderer leaves to its host's style sheet. */
export function styleSheet(theme) {
  return `
    * { box-sizing: border-box; }
    :root { color-scheme: ${theme === DARK ? 'dark' : 'light'}; }
    body { margin: 0; background: ${theme.page}; color: ${theme.text}; font: 14px/20px ${FONT}; }
    #frame { padding: 12px; }
    .ac-adaptiveCard { border: 1px solid ${theme.border}; border-radius: 6px; overflow-wrap: anywhere; }
    .ac-adaptiveCard p { margin: 0; }
    /* As in Teams, a long address breaks where it must; the renderer's own style would let it run out of its cell. */
    .ac-fact-value, .ac-fact-value * { overflow-wrap: anywhere !important; }
    .ac-factset td:nth-child(2) { min-width: 10px; }
    .ac-adaptiveCard a { color: ${theme.accent}; }
    .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
    .ac-pushButton { border: 1px solid ${theme.line}; border-radius: 4px; background: ${theme.card}; color: ${theme.text}; padding: 5px 12px; font: 600 14px/20px ${FONT}; }
    .ac-pushButton.style-positive { background: #5b5fc7; border-color: #5b5fc7; color: #ffffff; }
    .ac-pushButton.style-destructive { color: ${theme.attention}; border-color: ${theme.attention}; }
    .ac-input { width: 100%; border: 1px solid ${theme.line}; border-radius: 4px; background: ${theme.field}; color: ${theme.text}; padding: 5px 12px; font: 14px/20px ${FONT}; }
    .ac-input:is([type=checkbox], [type=radio]), .ac-input :is([type=checkbox], [type=radio]) { width: auto; margin: 2px 8px 2px 0; accent-color: #5b5fc7; }
    div.ac-input { border: none; padding: 0; background: none; }
    textarea.ac-input { min-height: 72px; resize: none; }`;
}
