// How Teams draws cards in its light theme, as far as Microsoft documents it: sizes, spacing, at most six buttons, no
// Action.ShowCard inside another. It decides what fits, not how pretty it is.
const colors = {
  default: {default: '#242424', subtle: '#616161'},
  accent: {default: '#5b5fc7', subtle: '#5b5fc7'},
  good: {default: '#237b4b', subtle: '#237b4b'},
  warning: {default: '#835c00', subtle: '#835c00'},
  attention: {default: '#c4314b', subtle: '#c4314b'},
  light: {default: '#616161', subtle: '#616161'},
  dark: {default: '#242424', subtle: '#242424'},
};

const style = backgroundColor => ({backgroundColor, borderColor: '#d1d1d1', foregroundColors: colors});

export const host_config = {
  supportsInteractivity: true,
  fontFamily: 'Segoe UI, system-ui, sans-serif',
  fontSizes: {small: 12, default: 14, medium: 14, large: 18, extraLarge: 24},
  fontWeights: {lighter: 400, default: 400, bolder: 600},
  spacing: {small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16},
  separator: {lineThickness: 1, lineColor: '#e0e0e0'},
  containerStyles: {
    default: style('#ffffff'), emphasis: style('#f5f5f5'), accent: style('#e8ebfa'), good: style('#e7f2da'),
    attention: style('#fcf4f6'), warning: style('#fbf6d9'),
  },
  imageSizes: {small: 32, medium: 52, large: 100},
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    showCard: {actionMode: 'inline', inlineTopMargin: 16, style: 'emphasis'},
    preExpandSingleShowCardAction: false,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  adaptiveCard: {allowCustomStyle: false},
  imageSet: {imageSize: 'medium', maxImageHeight: 100},
  factSet: {
    title: {color: 'default', size: 'default', weight: 'bolder', isSubtle: false, wrap: true, maxWidth: 150},
    value: {color: 'default', size: 'default', weight: 'default', isSubtle: false, wrap: true},
    spacing: 16,
  },
};
