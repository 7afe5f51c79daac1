import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { frontEndConfig } from './front-ends/vite-config';
import { inputHash } from './input-hash';
import { shown } from './lint/import-direction.mjs';

export type BuildOptions = {
  /** Folders to build, each with `index.html` and `main.tsx`. Without it: every surface, and the local site's pages. */
  readonly folders?: readonly string[];
  /** Where to say what is being built; the console unless told. */
  readonly say?: (line: string) => void;
};

/**
 * Builds every front end whose inputs have changed since its last build, and leaves the others alone.
 *
 * @throws What the bundler says of every front end that does not build; the others are built all the same.
 */
export async function buildFrontEnds(options: BuildOptions = {}): Promise<void> {
  const say = options.say ?? console.log;
  const folders = options.folders ?? surfaceFolders();
  const results = await Promise.allSettled([
    ...folders.map((folder) => buildSurface(folder, say)),
    ...(options.folders ? [] : [buildLocalPages(say)]),
  ]);
  const failures = results
    .filter((result) => result.status === 'rejected')
    .map((result) => messageOf(result.reason));
  if (failures.length > 0) throw new Error(failures.join('\n\n'));
}

const root = path.join(__dirname, '..');
const stampName = '.inputs';
const commonInputs = [
  'package-lock.json',
  'tsconfig.json',
  'static/tsconfig.json',
  'scripts/front-ends',
  'static/shared',
  'src/domain',
  'src/contract',
  'src/jira',
  'scripts/build-front-ends.ts',
].map((name) => path.join(root, name));

function surfaceFolders(): string[] {
  const parent = path.join(root, 'static');
  return readdirSync(parent)
    .map((name) => path.join(parent, name))
    .filter(
      (folder) => existsSync(path.join(folder, 'index.html')) && existsSync(path.join(folder, 'main.tsx')),
    );
}

function buildSurface(folder: string, say: (line: string) => void): Promise<void> {
  const screens = (shown[path.basename(folder)] ?? []).map((name) => path.join(root, 'static', name));
  return whenChanged(folder, [...commonInputs, folder, ...screens], say, (stamp) => buildInto(folder, stamp));
}

// Built aside and then moved, so that a server that is running never sees half a front end.
async function buildInto(folder: string, stamp: string): Promise<void> {
  const { build } = await import('vite');
  const aside = path.join(
    root,
    'node_modules',
    '.cache',
    'front-ends',
    `${path.basename(folder)}-${process.pid}`,
  );
  await mkdir(path.dirname(aside), { recursive: true });
  await build(frontEndConfig(folder, aside));
  await writeFile(path.join(aside, stampName), stamp);
  const dist = path.join(folder, 'dist');
  await rm(dist, { recursive: true, force: true });
  await rename(aside, dist);
}

async function buildLocalPages(say: (line: string) => void): Promise<void> {
  const folder = path.join(root, 'local', 'pages');
  const file = path.join(folder, 'build.ts');
  if (!existsSync(file)) return;
  await whenChanged(
    folder,
    [...commonInputs, folder, path.join(root, 'local', 'jira')],
    say,
    async (stamp) => {
      const pages = (await import(pathToFileURL(file).href)) as { buildPages(): Promise<void> };
      await pages.buildPages();
      await writeFile(path.join(folder, 'dist', stampName), stamp);
    },
  );
}

async function whenChanged(
  folder: string,
  inputs: readonly string[],
  say: (line: string) => void,
  build: (stamp: string) => Promise<void>,
): Promise<void> {
  const name = path.relative(root, folder);
  const stamp = await inputHash(inputs, root);
  if ((await readFile(path.join(folder, 'dist', stampName), 'utf8').catch(() => '')) === stamp) return;
  const started = Date.now();
  await build(stamp).catch((error: unknown) => {
    throw new Error(`${name} does not build: ${messageOf(error)}`);
  });
  say(`Built ${name} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

if (require.main === module) {
  buildFrontEnds().catch((error: unknown) => {
    console.error(messageOf(error));
    process.exitCode = 1;
  });
}
