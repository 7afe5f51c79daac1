import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Files that hold Atlassian's specifications; `none` describes a product that the app does not call. */
export type Specifications = { readonly jira: string; readonly software: string; readonly none: string };

export type SpecificationSource = {
  readonly url: string;
  readonly sha256: string;
  /** The file under `../shared/openapi`. */
  readonly file: string;
};

/**
 * Where Atlassian's own linter downloads its specifications, and the checksums of the copies that the project was
 * checked against. The addresses serve the newest version and nothing else, so they will at some time serve a
 * document that is not the one pinned here: then the check says so, and who has read the new one pins it.
 */
export const sources: { readonly [name in 'jira' | 'software']: SpecificationSource } = {
  jira: {
    url: 'https://developer.atlassian.com/cloud/jira/platform/swagger-v3.v3.json',
    sha256: '1f0911c58a45c712ba748f6b2b71bad688a0d28283296e6d24c7b2cc0d304624',
    file: 'jira-platform-v3.2025-12.json',
  },
  software: {
    url: 'https://developer.atlassian.com/cloud/jira/software/swagger.v3.json',
    sha256: 'c1f0943c7f031d0f4a6ff7e1f03d383ba060469715ee480f272e74ccafa90519',
    file: 'jira-software.2022-07.json',
  },
};

export type SpecificationOptions = {
  readonly shared?: string;
  readonly cache?: string;
  readonly fetch?: (url: string) => Promise<Response>;
  readonly from?: typeof sources;
};

/**
 * The specifications: beside the project, else from the cache, else fetched into it.
 *
 * @throws When one is in none of the places, or is not the one pinned: the message says which and what to do.
 */
export async function getSpecifications(options: SpecificationOptions = {}): Promise<Specifications> {
  const { shared = defaultShared, cache = defaultCache, fetch: get = fetch, from = sources } = options;
  const find = (source: SpecificationSource): Promise<string> => getOne(source, shared, cache, get);
  const [jira, software] = await Promise.all([find(from.jira), find(from.software)]);
  const none = path.join(cache, 'none.json');
  await mkdir(cache, { recursive: true });
  await writeFile(none, JSON.stringify({ paths: {} }));
  return { jira, software, none };
}

const root = path.join(__dirname, '..');
const defaultShared = path.join(root, '..', 'shared', 'openapi');
const defaultCache = path.join(root, 'node_modules', '.cache', 'specifications');

async function getOne(
  source: SpecificationSource,
  shared: string,
  cache: string,
  get: (url: string) => Promise<Response>,
): Promise<string> {
  const beside = path.join(shared, source.file);
  if (existsSync(beside)) return beside;
  const cached = path.join(cache, `${source.sha256}.json`);
  const kept = await readFile(cached).catch(() => null);
  if (kept && checksum(kept) === source.sha256) return cached;
  const fetched = await download(source, get);
  await mkdir(cache, { recursive: true });
  await writeFile(cached, fetched);
  return cached;
}

async function download(
  source: SpecificationSource,
  get: (url: string) => Promise<Response>,
): Promise<Buffer> {
  const response = await get(source.url).catch((error: unknown) => {
    throw new Error(
      `${source.url} cannot be reached (${String(error)}), and ../shared/openapi/${source.file} is absent.`,
    );
  });
  if (!response.ok)
    throw new Error(
      `${source.url} answered ${response.status}, and ../shared/openapi/${source.file} is absent.`,
    );
  const body = Buffer.from(await response.arrayBuffer());
  const found = checksum(body);
  if (found === source.sha256) return body;
  throw new Error(
    `${source.url} now serves another document than the one pinned (sha256 ${found}). ` +
      'Read what changed in it, then pin it in scripts/specifications.ts.',
  );
}

function checksum(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
