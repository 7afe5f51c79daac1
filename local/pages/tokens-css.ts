import { createRequire } from 'node:module';

const THEMES = ['light', 'dark', 'spacing', 'typography', 'shape', 'motion'] as const;

/**
 * The design system's tokens as one style sheet, as the platform gives it to pages and frames. Each theme takes effect
 * where `<html>` names it in `data-theme` and `data-color-mode`.
 */
export const tokensCss = (): string => {
  const load = createRequire(__filename);
  const sheets = THEMES.map((theme) => {
    const file = `@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${theme}.js`;
    return (load(file) as { readonly default: string }).default;
  });
  return sheets.join('\n').replaceAll(/\n\s*/g, '\n');
};
