import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * The back end as one CommonJS script, `@forge/*` in it as published.
 * @throws esbuild's own words when the app does not compile.
 */
export const bundleApp = async (root: string, file: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src', `${file}.ts`)],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error(`esbuild made nothing of src/${file}.ts.`);
  return output.text;
};
