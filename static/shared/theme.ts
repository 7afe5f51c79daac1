import { view } from '@forge/bridge';

/** Takes the host page's colours on, once for all who ask. The wrong colours are better than no surface. */
export const enableTheme = (): Promise<void> => {
  enabling ??= view.theme.enable().catch(() => undefined);
  return enabling;
};

let enabling: Promise<void> | null = null;
