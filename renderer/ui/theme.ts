// How Mantine's components look here. Their colours are the names of tokens.css, so both themes are drawn in one place.
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple, type VariantColorsResolver } from '@mantine/core';

const teal: MantineColorsTuple = [
  '#e6f2f2',
  '#cfe5e5',
  '#a5cdce',
  '#7ab5b7',
  '#549c9f',
  '#358487',
  '#1d7074',
  '#0d6165',
  '#0a5054',
  '#073f42',
];

const clear = '1px solid transparent';
/** `red` only for what can't be taken back; everything else is the accent or plain. */
const variantColorResolver: VariantColorsResolver = ({ variant, color }) => {
  const ink = color === 'red' ? 'var(--red)' : 'var(--accent)';
  const soft = color === 'red' ? 'var(--red-soft)' : 'var(--accent-soft)';
  switch (variant) {
    case 'filled':
      return color === 'red'
        ? { background: 'var(--red)', hover: 'var(--red)', color: 'var(--sheet)', border: clear }
        : { background: 'var(--accent)', hover: 'var(--accent-hover)', color: 'var(--on-accent)', border: clear };
    case 'light':
      return { background: soft, hover: soft, color: ink, border: clear };
    case 'subtle':
    case 'transparent':
      return { background: 'transparent', hover: soft, color: color === 'gray' ? 'var(--ink-soft)' : ink, border: clear };
    default:
      return {
        background: 'var(--sheet)',
        hover: 'var(--hover)',
        color: color === 'red' ? 'var(--red)' : 'var(--ink)',
        border: '1px solid var(--hairline)',
      };
  }
};

const colours: Readonly<Record<string, string>> = {
  '--mantine-color-body': 'var(--list)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-placeholder': 'var(--ink-faint)',
  '--mantine-color-error': 'var(--red)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-default': 'var(--sheet)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--hairline)',
  '--mantine-color-disabled': 'var(--hover)',
  '--mantine-color-disabled-color': 'var(--ink-faint)',
  '--mantine-color-disabled-border': 'transparent',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
};
/** Mantine's own names for colours lead to ours, in both themes. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: { ...colours }, dark: { ...colours } });

export const theme = createTheme({
  primaryColor: 'teal',
  colors: { teal },
  primaryShade: { light: 7, dark: 3 },
  variantColorResolver,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.9375rem', lg: '1.125rem', xl: '1.5rem' },
  fontWeights: { regular: '400', medium: '600', bold: '600' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '8px', sm: '8px', md: '8px', lg: '8px', xl: '8px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Tooltip: {
      // Beside what it explains, so that it belongs to the same landmark; fixed, so that no scrolling column cuts it off.
      defaultProps: { openDelay: 500, transitionProps: { duration: 100 }, withinPortal: false, floatingStrategy: 'fixed' },
    },
    Modal: { defaultProps: { transitionProps: { duration: 0 } } },
    Menu: { defaultProps: { transitionProps: { duration: 100 } } },
  },
});
