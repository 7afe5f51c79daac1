import type { KeyResultId } from './ids';
import { textIndex } from './suggestion-text';
import type { ExemptionReason, Tag } from './tag';

/** An issue that nobody has decided about. `place` counts in backlog order, `null` for one that is in no list. */
export type UndecidedIssue = {
  readonly id: string;
  readonly summary: string;
  readonly parentId: string | null;
  readonly place: number | null;
};

/** An issue that is decided: `tag` is the one that counts for it, its own or an inherited one. */
export type DecidedIssue = UndecidedIssue & { readonly key: string; readonly tag: Tag };

/** What an issue may be decided to: one key result, or an exemption with its reason. */
export type SuggestedChoice =
  | { readonly state: 'tagged'; readonly keyResultId: KeyResultId }
  | { readonly state: 'exempt'; readonly reason: ExemptionReason };

export type SuggestionReason =
  /** Its epic itself is decided so. */
  | { readonly from: 'epic'; readonly key: string }
  /** `count` of the `of` decided issues of its epic are decided so. */
  | { readonly from: 'siblings'; readonly count: number; readonly of: number }
  /** The nearest decided issues before and after it are decided so. */
  | { readonly from: 'neighbours'; readonly before: string | null; readonly after: string | null }
  /** Issues with a similar summary are decided so, the likest first. */
  | { readonly from: 'texts'; readonly keys: readonly string[] };

export type Suggestion = {
  readonly choice: SuggestedChoice;
  /** How sure it is, from 0 to 1; only comparable with that of other suggestions. */
  readonly confidence: number;
  /** Why, the strongest reason first; never empty. */
  readonly reasons: readonly SuggestionReason[];
};

export const MOST_SUGGESTIONS = 2;

/**
 * What undecided issues may be decided to, judged by those that are decided: of the same epic, next to it in the
 * backlog, with similar words. Everything follows from the arguments, whatever the order of the issues, and only what
 * may be picked is suggested. Made once for a list; each issue costs about as much as the decided ones that resemble it.
 *
 * @returns For an issue at most two suggestions, the surest first; none where there is too little to go by.
 */
export const createSuggester = (
  decided: readonly DecidedIssue[],
  pickable: ReadonlySet<KeyResultId>,
): ((issue: UndecidedIssue) => Suggestion[]) => {
  const witnesses = toWitnesses(decided, pickable);
  const byId = new Map(witnesses.map((witness) => [witness.issue.id, witness]));
  const byParent = grouped(witnesses, ({ issue }) => issue.parentId);
  const placed = witnesses
    .filter(({ issue }) => issue.place !== null)
    .sort((a, b) => a.issue.place! - b.issue.place! || compare(a.issue.id, b.issue.id));
  const similar = textIndex(
    witnesses.map(({ issue }) => issue.summary),
    LEAST_LIKENESS,
  );

  return (issue) => {
    const epic = issue.parentId === null ? undefined : byId.get(issue.parentId);
    const siblings = issue.parentId === null ? [] : (byParent.get(issue.parentId) ?? []);
    return weighed([
      ...(epic ? fromEpic(epic) : []),
      ...fromSiblings(siblings.filter((witness) => witness.issue.id !== issue.id)),
      ...fromNeighbours(issue, placed),
      ...fromTexts(
        similar(issue.summary, LIKEST + 1)
          .map(({ index, likeness }) => ({ witness: witnesses[index]!, likeness }))
          .filter(({ witness }) => witness.issue.id !== issue.id)
          .slice(0, LIKEST),
      ),
    ]);
  };
};

/** A decided issue with those of its choices that may be picked now. */
type Witness = { readonly issue: DecidedIssue; readonly choices: readonly SuggestedChoice[] };

/** Something that speaks for a choice; `strength` is how likely it alone makes it, from 0 to 1. */
type Evidence = {
  readonly choice: SuggestedChoice;
  readonly strength: number;
  readonly reason: SuggestionReason;
};

/** Sums of fractions depend on their order: the issues are put into one of their own. */
const toWitnesses = (decided: readonly DecidedIssue[], pickable: ReadonlySet<KeyResultId>): Witness[] => {
  const ordered = [...decided].sort(
    (a, b) => compare(a.id, b.id) || compare(JSON.stringify(a), JSON.stringify(b)),
  );
  const unique = [...new Map(ordered.map((issue) => [issue.id, issue])).values()];
  return unique
    .map((issue) => ({ issue, choices: choicesOf(issue.tag, pickable) }))
    .filter(({ choices }) => choices.length > 0);
};

const choicesOf = (tag: Tag, pickable: ReadonlySet<KeyResultId>): SuggestedChoice[] =>
  tag.state === 'exempt'
    ? [{ state: 'exempt', reason: tag.reason }]
    : [...new Set(tag.keyResults)]
        .filter((keyResultId) => pickable.has(keyResultId))
        .map((keyResultId) => ({ state: 'tagged', keyResultId }));

const fromEpic = ({ issue, choices }: Witness): Evidence[] =>
  choices.map((choice) => ({ choice, strength: EPIC, reason: { from: 'epic', key: issue.key } }));

/** One sibling says half as much as all of many do. */
const fromSiblings = (siblings: readonly Witness[]): Evidence[] =>
  byChoice(siblings).map(({ choice, witnesses: { length: count } }) => ({
    choice,
    strength: (EPIC * count) / (siblings.length + 1),
    reason: { from: 'siblings', count, of: siblings.length },
  }));

const fromNeighbours = ({ place }: UndecidedIssue, placed: readonly Witness[]): Evidence[] => {
  if (place === null) return [];
  const isNear = (witness: Witness | undefined): witness is Witness =>
    witness !== undefined && Math.abs(witness.issue.place! - place) <= NEAR;
  const before = placed[firstWhere(placed, (other) => other >= place) - 1];
  const after = placed[firstWhere(placed, (other) => other > place)];
  return byChoice([before, after].filter(isNear)).map(({ choice, witnesses }) => ({
    choice,
    strength: witnesses.length * ONE_NEIGHBOUR,
    reason: {
      from: 'neighbours',
      before: before && witnesses.includes(before) ? before.issue.key : null,
      after: after && witnesses.includes(after) ? after.issue.key : null,
    },
  }));
};

/** A choice is as likely as the likest text that made it, and the less the more others were made by such texts. */
const fromTexts = (
  matches: readonly { readonly witness: Witness; readonly likeness: number }[],
): Evidence[] => {
  const likenessOf = new Map(matches.map(({ witness, likeness }) => [witness, likeness]));
  const sum = (witnesses: readonly Witness[]): number =>
    witnesses.reduce((total, witness) => total + likenessOf.get(witness)!, 0);
  return byChoice(matches.map(({ witness }) => witness)).map(({ choice, witnesses }) => ({
    choice,
    strength: (likenessOf.get(witnesses[0]!)! * sum(witnesses)) / sum([...likenessOf.keys()]),
    reason: { from: 'texts', keys: witnesses.map(({ issue }) => issue.key) },
  }));
};

/** What speaks for the same choice together, as independent signs of it: 1 − ∏(1 − strength). */
const weighed = (evidence: readonly Evidence[]): Suggestion[] =>
  [...grouped(evidence, ({ choice }) => nameOf(choice)).values()]
    .map((signs) => ({
      choice: signs[0]!.choice,
      confidence: 1 - signs.reduce((doubt, { strength }) => doubt * (1 - strength), 1),
      reasons: [...signs].sort((a, b) => b.strength - a.strength).map(({ reason }) => reason),
    }))
    .filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
    .sort((a, b) => b.confidence - a.confidence || compare(nameOf(a.choice), nameOf(b.choice)))
    .slice(0, MOST_SUGGESTIONS);

/** Below this a suggestion is wrong more often than it helps. */
const LEAST_CONFIDENCE = 0.4;
/** What an epic says of its children is nearly certain. */
const EPIC = 0.9;
/** One neighbour alone is chance, two that agree are a theme. */
const ONE_NEIGHBOUR = 0.25;
/** How many places away a neighbour may be. */
const NEAR = 2;
const LIKEST = 5;
const LEAST_LIKENESS = 0.3;

const byChoice = (
  witnesses: readonly Witness[],
): { readonly choice: SuggestedChoice; readonly witnesses: readonly Witness[] }[] =>
  [
    ...grouped(
      witnesses.flatMap((witness) => witness.choices.map((choice) => ({ choice, witness }))),
      ({ choice }) => nameOf(choice),
    ).values(),
  ].map((votes) => ({ choice: votes[0]!.choice, witnesses: votes.map(({ witness }) => witness) }));

const nameOf = (choice: SuggestedChoice): string =>
  choice.state === 'tagged' ? choice.keyResultId : `exempt ${choice.reason}`;

/** The index of the first whose place is such, where all after it are such too. */
const firstWhere = (placed: readonly Witness[], isSuch: (place: number) => boolean): number => {
  let [low, high] = [0, placed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSuch(placed[middle]!.issue.place!)) high = middle;
    else low = middle + 1;
  }
  return low;
};

const grouped = <T, Key>(items: readonly T[], keyOf: (item: T) => Key): Map<Key, T[]> => {
  const groups = new Map<Key, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
