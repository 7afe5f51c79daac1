import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { getSpecifications, sources } from '../../scripts/specifications';
import { describeWithShared } from '../shared-data';

const document = JSON.stringify({ paths: { '/rest/api/3/field': {} } });
const sha256 = createHash('sha256').update(document).digest('hex');
const source = (name: string, checksum = sha256) => ({
  url: `https://specifications.test/${name}`,
  sha256: checksum,
  file: `${name}.json`,
});
const from = { jira: source('jira'), software: source('software') };

describe('the specifications of the scope check', () => {
  let folder = '';
  let asked: string[] = [];
  const serve =
    (body: string, status = 200) =>
    (url: string) => {
      asked.push(url);
      return Promise.resolve(new Response(body, { status }));
    };
  const offline = () => Promise.reject(new Error('no network'));
  const options = () => ({ shared: path.join(folder, 'shared'), cache: path.join(folder, 'cache'), from });

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'specifications-'));
    asked = [];
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are fetched once and then read from the cache', async () => {
    const first = await getSpecifications({ ...options(), fetch: serve(document) });
    expect(asked.sort()).toEqual([from.jira.url, from.software.url]);
    expect(await readFile(first.jira, 'utf8')).toBe(document);
    expect(await getSpecifications({ ...options(), fetch: offline })).toEqual(first);
  });

  it('are fetched again when what the cache holds is damaged', async () => {
    const { jira } = await getSpecifications({ ...options(), fetch: serve(document) });
    await writeFile(jira, 'cut off');
    await getSpecifications({ ...options(), fetch: serve(document) });
    expect(await readFile(jira, 'utf8')).toBe(document);
  });

  it('are not taken when the address serves another document than the one pinned', async () => {
    const pinned = { ...from, software: source('software', '0'.repeat(64)) };
    await expect(getSpecifications({ ...options(), from: pinned, fetch: serve(document) })).rejects.toThrow(
      /software now serves another document .* pin it in scripts\/specifications\.ts/,
    );
  });

  it('say what is missing where they are nowhere', async () => {
    await expect(getSpecifications({ ...options(), fetch: offline })).rejects.toThrow(
      /cannot be reached .* absent/,
    );
    await expect(getSpecifications({ ...options(), fetch: serve('', 503) })).rejects.toThrow(/answered 503/);
  });
});

describeWithShared('the pinned specifications', ['openapi'], (folder) => {
  it.each(Object.values(sources))('are the ones in $file', async (pinned) => {
    const bytes = await readFile(path.join(folder, pinned.file));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(pinned.sha256);
  });
});
