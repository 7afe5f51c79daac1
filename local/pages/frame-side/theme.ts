import type { ColorMode, FrameStart } from '../frame/handshake';
import type { Ask } from '../frame/rpc';

/** Starts loading the design tokens. They take effect when `enableTheming` names the theme on `<html>`. */
export const loadTokens = (surface: FrameStart['surface']): Promise<void> => {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = '/local/tokens.css';
  document.head.append(link);
  document.documentElement.style.setProperty('background-color', `var(--ds-${surface})`);
  return new Promise((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => reject(new Error('/local/tokens.css could not be loaded.')));
  });
};

/** Shows the theme at once, then follows the page's. */
export const enableTheming = async (
  colorMode: ColorMode,
  tokens: Promise<void>,
  host: Promise<Ask>,
): Promise<void> => {
  showColorMode(colorMode);
  void host.then((ask) => ask('enableTheming'));
  await tokens;
};

export const showColorMode = (colorMode: ColorMode): void => {
  const { dataset } = document.documentElement;
  dataset['theme'] = 'light:light dark:dark spacing:spacing shape:shape typography:typography motion:motion';
  dataset['colorMode'] = colorMode;
};
