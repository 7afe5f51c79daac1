import type { TaggedLine } from '../../../src/domain/sprint-ledger';
import { EXEMPTION_REASON_NAMES } from '../../shared/exemption-reason';
import type { IssueWords } from '../issue-words';
import type { Review, ReviewRow } from '../review-model';

/** A review to be taken elsewhere: what its viewer is shown, and nothing beside. */
export type Exported = {
  readonly review: Review;
  readonly boardName: string | null;
  /** What its issues are called; `null` of those that are gone or that the viewer may not see any more. */
  readonly words: ReadonlyMap<string, IssueWords | null>;
};

/** What a sprint's work went into: a key result, or what stands beside key results. */
export type WorkGroup = {
  readonly kind: 'key result' | 'not visible' | 'exempt' | 'no key result';
  readonly name: string;
  /** `null` beside key results. */
  readonly row: ReviewRow | null;
  /** `null` while the work is not known. */
  readonly lines: readonly TaggedLine[] | null;
};

/** Everything that the sprint's work went into, in the review's order. An issue that serves two key results is in both. */
export const workGroups = ({ main, quiet, hidden, work }: Review): readonly WorkGroup[] => {
  const ofKeyResult = (row: ReviewRow): WorkGroup => ({
    kind: 'key result',
    name: row.keyResult.title,
    row,
    lines: work && row.lines,
  });
  const beside = (kind: WorkGroup['kind'], name: string, lines: readonly TaggedLine[]): WorkGroup[] =>
    lines.length === 0 ? [] : [{ kind, name, row: null, lines }];
  const lines = work?.lines ?? [];
  return [
    ...[...main, ...quiet].map(ofKeyResult),
    ...(hidden ? beside('not visible', NOT_VISIBLE, hidden.lines) : []),
    ...Object.entries(EXEMPTION_REASON_NAMES).flatMap(([reason, name]) =>
      beside(
        'exempt',
        `Exempt: ${name}`,
        lines.filter(({ tag }) => tag?.state === 'exempt' && tag.reason === reason),
      ),
    ),
    ...beside(
      'no key result',
      NO_KEY_RESULT,
      lines.filter(({ tag }) => tag === null),
    ),
  ];
};

/** Key results of other teams and such that are gone: both read the same. */
export const NOT_VISIBLE = 'Not visible to you';

export const NO_KEY_RESULT = 'No key result';
