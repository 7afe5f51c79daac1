import type {
  LedgerEntrance,
  LedgerOutcome,
  LedgerTag,
  StartLine,
  TaggedLine,
} from '../domain/sprint-ledger';

/**
 * Lines as storage keeps them: what tags there are once, and of each issue a row of an id, small numbers and the places
 * of its tags. Some 40 bytes an issue, a tenth of what the lines take.
 */
export type PackedLines = { readonly tags: readonly LedgerTag[]; readonly lines: readonly Row[] };

/** Places in the lists below and in the tags; −1 is no tag, −2 one that nobody wrote down. */
type Row = readonly (string | number | null)[];

export const packLines = (lines: readonly TaggedLine[]): PackedLines => {
  const tags = tagList(lines.flatMap(({ tag, tagAtStart }) => [tag, tagAtStart ?? null]));
  return {
    tags: tags.all,
    lines: lines.map(({ issueId, entrance, outcome, initialPoints, finalPoints, tag, tagAtStart }) => [
      issueId,
      ENTRANCES.indexOf(entrance),
      OUTCOMES.indexOf(outcome),
      initialPoints,
      finalPoints,
      tags.placeOf(tag),
      tagAtStart === undefined ? UNKNOWN : tags.placeOf(tagAtStart),
    ]),
  };
};

export const unpackLines = ({ tags, lines }: PackedLines): TaggedLine[] =>
  lines.map(([issueId, entrance, outcome, initialPoints, finalPoints, tag, tagAtStart]) => ({
    issueId: issueId as string,
    entrance: ENTRANCES[entrance as number]!,
    outcome: OUTCOMES[outcome as number]!,
    initialPoints: initialPoints as number | null,
    finalPoints: finalPoints as number | null,
    tag: tags[tag as number] ?? null,
    ...(tagAtStart === UNKNOWN ? {} : { tagAtStart: tags[tagAtStart as number] ?? null }),
  }));

export const packStartLines = (lines: readonly StartLine[]): PackedLines => {
  const tags = tagList(lines.map(({ tag }) => tag));
  return {
    tags: tags.all,
    lines: lines.map(({ issueId, points, done, tag }) => [issueId, points, Number(done), tags.placeOf(tag)]),
  };
};

export const unpackStartLines = ({ tags, lines }: PackedLines): StartLine[] =>
  lines.map(([issueId, points, done, tag]) => ({
    issueId: issueId as string,
    points: points as number | null,
    done: done === 1,
    tag: tags[tag as number] ?? null,
  }));

/** In the order of their numbers: what is stored never changes its place. */
const ENTRANCES: readonly LedgerEntrance[] = ['committed', 'added', 'done-before-start'];
const OUTCOMES: readonly LedgerOutcome[] = ['completed', 'not-completed', 'removed', 'completed-elsewhere'];
const NONE = -1;
const UNKNOWN = -2;

const tagList = (given: readonly (LedgerTag | null)[]) => {
  const places = new Map<string, number>();
  const all: LedgerTag[] = [];
  for (const tag of given) {
    if (tag === null || places.has(JSON.stringify(tag))) continue;
    places.set(JSON.stringify(tag), all.length);
    all.push(tag);
  }
  return {
    all,
    placeOf: (tag: LedgerTag | null): number => (tag === null ? NONE : places.get(JSON.stringify(tag))!),
  };
};
