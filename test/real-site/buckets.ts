import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { LedgerTag } from '../../src/domain/sprint-ledger';
import type { Drawn } from './drawn-tags';

export const FOLDER = resolve(__dirname, '../../../shared/data/tidev');

/** The keys of a sprint's issues by where they count; own and inherited ones by key result. */
export type Buckets = {
  own: Record<string, string[]>;
  inherited: Record<string, string[]>;
  exempt: string[];
  untagged: string[];
};

/** What `expected-buckets.mjs` says of each sprint, from the data files and the drawn tags alone. */
export const secondOpinion = (tags: Drawn): Record<string, Buckets> => {
  const told = Object.fromEntries(
    [...tags].map(([key, tag]) => [
      key,
      tag.state === 'exempt' ? { exempt: tag.reason } : { keyResults: tag.keyResults },
    ]),
  );
  const tagsFile = join(mkdtempSync(join(tmpdir(), 'throughline-')), 'tags.json');
  writeFileSync(tagsFile, JSON.stringify(told));
  const files = [
    join(FOLDER, 'slice-2015-2016h1.issues.json'),
    join(FOLDER, 'slice-2015-2016h1.sprints.json'),
    tagsFile,
  ];
  const output = execFileSync(process.execPath, [join(__dirname, 'expected-buckets.mjs'), ...files], {
    maxBuffer: 1 << 28,
  });
  return Object.fromEntries(
    Object.entries(JSON.parse(output.toString()) as Record<string, Buckets>).map(([sprint, buckets]) => [
      sprint,
      sorted(buckets),
    ]),
  );
};

/** The buckets of work as the app sees it. */
export const bucketsOf = (
  work: readonly { readonly key: string; readonly tag: LedgerTag | null }[],
): Buckets => {
  const buckets: Buckets = { own: {}, inherited: {}, exempt: [], untagged: [] };
  for (const { key, tag } of work) {
    if (tag === null) buckets.untagged.push(key);
    else if (tag.state === 'exempt') buckets.exempt.push(key);
    else {
      const side = tag.inherited ? buckets.inherited : buckets.own;
      for (const keyResult of tag.keyResults) (side[keyResult] ??= []).push(key);
    }
  }
  return sorted(buckets);
};

/** The buckets without some issues. */
export const without = (
  { own, inherited, exempt, untagged }: Buckets,
  keys: ReadonlySet<string>,
): Buckets => {
  const left = (bucket: readonly string[]): string[] => bucket.filter((key) => !keys.has(key));
  const leftIn = (buckets: Record<string, string[]>): Record<string, string[]> =>
    Object.fromEntries(
      Object.entries(buckets)
        .map(([keyResult, bucket]): [string, string[]] => [keyResult, left(bucket)])
        .filter(([, bucket]) => bucket.length > 0),
    );
  return { own: leftIn(own), inherited: leftIn(inherited), exempt: left(exempt), untagged: left(untagged) };
};

const sorted = ({ own, inherited, exempt, untagged }: Buckets): Buckets => {
  const inOrder = (lists: Record<string, string[]>): Record<string, string[]> =>
    Object.fromEntries(Object.entries(lists).map(([keyResult, keys]) => [keyResult, [...keys].sort()]));
  return {
    own: inOrder(own),
    inherited: inOrder(inherited),
    exempt: [...exempt].sort(),
    untagged: [...untagged].sort(),
  };
};
