import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { tokensCss } from './tokens-css';
import { frameBridgeConfig, pagesConfig } from './vite.config';

/** Builds the site's pages, the frames' first script and the design tokens into `local/pages/dist`. */
export const buildPages = async (): Promise<void> => {
  await build(pagesConfig);
  await build(frameBridgeConfig);
  await writeFile(path.join(__dirname, 'dist', 'tokens.css'), tokensCss());
};
