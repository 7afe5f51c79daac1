import type { Issue, Site } from '../../local/jira/model';
import type { KeyResultId, ObjectiveId } from '../../src/domain/ids';
import type { Tag } from '../../src/domain/tag';

/** Issue key → the tag that it is to have. */
export type Drawn = Map<string, Tag>;

export const OBJECTIVE = 'oreal00001' as ObjectiveId;
export const KEY_RESULTS = [`${OBJECTIVE}-first1`, `${OBJECTIVE}-second`] as KeyResultId[];

/** 200 issues and 5 epics, three of them with 15 children or more; some of the 200 are children of those epics. */
export const drawTags = (site: Site, seed: number): Drawn => {
  const random = mulberry(seed);
  const inSprints = site.issues.filter((issue) => issue.sprintIds.length > 0 && isCounted(site, issue));
  const children = (epic: Issue): Issue[] => inSprints.filter(({ parentId }) => parentId === epic.id);
  const epics = site.issues.filter((issue) => children(issue).length > 0);
  const big = epics.filter((epic) => children(epic).length >= 15).slice(0, 3);
  const small = shuffled(
    epics.filter((epic) => !big.includes(epic)),
    random,
  ).slice(0, 2);
  const carriers = [...big, ...small];
  const ownOverInherited = shuffled(carriers.flatMap(children), random).slice(0, 15);
  const others = shuffled(
    inSprints.filter((issue) => !carriers.includes(issue) && !ownOverInherited.includes(issue)),
    random,
  );
  const direct = [...ownOverInherited, ...others].slice(0, 200);
  const carried = carriers.map((epic, index): [string, Tag] => [
    epic.key,
    index === 1 ? anExemption : tagOf(KEY_RESULTS[index % 2]!),
  ]);
  return new Map([...carried, ...direct.map((issue): [string, Tag] => [issue.key, anyTag(random)])]);
};

const anExemption: Tag = { state: 'exempt', reason: 'operations', note: '' };
const tagOf = (...keyResults: KeyResultId[]): Tag => ({ state: 'tagged', keyResults });

const anyTag = (random: () => number): Tag => {
  const draw = random();
  if (draw < 0.2) return anExemption;
  return draw < 0.35 ? tagOf(...KEY_RESULTS) : tagOf(KEY_RESULTS[draw < 0.7 ? 0 : 1]!);
};

const isCounted = (site: Site, { typeId }: Issue): boolean =>
  site.issueTypes.find(({ id }) => id === typeId)?.subtask === false;

/** A small seeded generator (Mulberry32), so that a draw can be repeated by its seed. */
const mulberry = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const shuffled = <T>(items: readonly T[], random: () => number): T[] =>
  items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
