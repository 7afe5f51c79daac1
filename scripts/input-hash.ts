import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** A checksum over the names and contents of files and folders; what does not exist counts as absent. */
export async function inputHash(paths: readonly string[], root: string): Promise<string> {
  const files = (await Promise.all(paths.map(filesUnder))).flat().sort();
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${path.relative(root, file)}\0`);
    hash.update(await readFile(file));
  }
  return hash.digest('hex');
}

const generated = new Set(['dist', 'node_modules']);

async function filesUnder(target: string): Promise<string[]> {
  const found = await stat(target).catch(() => undefined);
  if (!found) return [];
  if (found.isFile()) return [target];
  const entries = (await readdir(target)).filter((name) => !generated.has(name));
  return (await Promise.all(entries.map((name) => filesUnder(path.join(target, name))))).flat();
}
