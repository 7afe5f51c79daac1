import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';
import { frameSandbox } from '../forge/content-security-policy';

const dist = path.join(__dirname, 'dist');

/** The site's own pages: the server gives `index.html` for every path that is a page. */
export const pagesConfig: InlineConfig = {
  root: __dirname,
  base: '/',
  configFile: false,
  logLevel: 'warn',
  mode: 'production',
  publicDir: false,
  plugins: [react()],
  define: { FRAME_SANDBOX: JSON.stringify(frameSandbox()) },
  build: {
    outDir: dist,
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    modulePreload: false,
  },
};

/** The script that runs first in every frame of the app: one classic script, since modules would run too late. */
export const frameBridgeConfig: InlineConfig = {
  root: __dirname,
  configFile: false,
  logLevel: 'warn',
  mode: 'production',
  publicDir: false,
  build: {
    outDir: dist,
    emptyOutDir: false,
    target: 'es2022',
    reportCompressedSize: false,
    lib: {
      entry: path.join(__dirname, 'frame-side', 'frame-bridge.ts'),
      name: 'standInFrame',
      formats: ['iife'],
      fileName: () => 'frame-bridge.js',
    },
  },
};
