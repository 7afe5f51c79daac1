import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** A copy of the back end that a test may change, beside the packages that it imports. */
export type CopiedApp = {
  /** To be given to the stand-in. */
  readonly root: string;
  readonly remove: () => void;
};

/** What the copy and the test tell each other: the only object that both worlds have is Node's `process`. */
export type Channel = Record<string, unknown>;
export const CHANNEL = 'throughlineTest';

/**
 * Copies the manifest and `src`, with some files changed or added, by their paths in `src`.
 *
 * @param name - Tells copies of one process apart.
 */
export const copyApp = (
  name: string,
  channel: Channel,
  changes: Readonly<Record<string, (text: string) => string>>,
): CopiedApp => {
  Object.assign(process, { [CHANNEL]: channel });
  const copy = join(root, 'node_modules', '.cache', `app-${name}-${process.pid}`);
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  cpSync(join(root, 'manifest.yml'), join(copy, 'manifest.yml'));
  cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true });
  for (const [file, change] of Object.entries(changes)) {
    const original = join(root, 'src', file);
    writeFileSync(join(copy, 'src', file), change(readIfThere(original)));
  }
  return { root: copy, remove: () => rmSync(copy, { recursive: true, force: true }) };
};

const readIfThere = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};
