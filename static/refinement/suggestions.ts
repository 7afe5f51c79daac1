import { createContext, useContext } from 'react';
import type { RefinementView } from '../../src/contract/refinement';
import { activeKeyResults } from '../../src/domain/objective';
import { createSuggester, type SuggestedChoice } from '../../src/domain/suggestion';
import { reasonsInWords } from '../../src/domain/suggestion-words';
import type { Tag } from '../../src/domain/tag';
import type { UntaggedRow } from '../../src/jira/untagged-rows';
import { EXEMPTION_REASON_NAMES } from '../shared/exemption-reason';
import { witnessesOf, type DecidedWork } from './decided-reading';

/** What an issue may be decided to, as its line says it. */
export type ShownSuggestion = {
  readonly title: string;
  /** "Its epic, BOOK-12." */
  readonly because: string;
  readonly tag: Tag;
};

export type Suggestions = {
  /** `null` while the decided work is read. */
  readonly suggest: ((row: UntaggedRow) => ShownSuggestion | null) | null;
  /** `null` for who may edit none of the issues. */
  readonly accept: ((row: UntaggedRow, suggestion: ShownSuggestion) => void) | null;
};

export const SuggestionsContext = createContext<Suggestions>({ suggest: null, accept: null });

export const useSuggestions = (): Suggestions => useContext(SuggestionsContext);

/** Suggests by what is decided; each issue is judged once, when its line is drawn. */
export const suggestBy = (
  work: DecidedWork,
  { objectives }: RefinementView,
): NonNullable<Suggestions['suggest']> => {
  const titles = new Map(objectives.flatMap(activeKeyResults).map(({ id, title }) => [id, title]));
  const suggester = createSuggester(witnessesOf(work), new Set(titles.keys()));
  const judged = new Map<string, ShownSuggestion | null>();
  const titleOf = (choice: SuggestedChoice): string =>
    choice.state === 'tagged'
      ? (titles.get(choice.keyResultId) ?? '')
      : `Exempt: ${EXEMPTION_REASON_NAMES[choice.reason]}`;
  const judge = (row: UntaggedRow): ShownSuggestion | null => {
    const [best] = suggester({
      id: row.id,
      summary: row.summary,
      parentId: row.parent?.id ?? null,
      place: work.places.get(row.id) ?? null,
    });
    return best === undefined
      ? null
      : { title: titleOf(best.choice), because: reasonsInWords(best.reasons), tag: toTag(best.choice) };
  };
  return (row) => {
    if (!judged.has(row.id)) judged.set(row.id, judge(row));
    return judged.get(row.id) ?? null;
  };
};

const toTag = (choice: SuggestedChoice): Tag =>
  choice.state === 'tagged'
    ? { state: 'tagged', keyResults: [choice.keyResultId] }
    : { state: 'exempt', reason: choice.reason, note: '' };
