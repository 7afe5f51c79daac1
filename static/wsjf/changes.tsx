import Button from '@atlaskit/button/new';
import type { ReactNode, RefObject } from 'react';
import type { Standing } from '../../src/domain/wsjf-rank';
import { cellOf, type Edit, type FiguresState, type FiguresStore } from './figures-store';
import type { Row } from './rows';
import { COMPONENT_NAMES, figureWords } from './words';
import styles from './wsjf.module.css';

/** What was saved last, with a way back, and what was not saved, with what can be done about it. */
export const Changes = ({
  rows,
  figures: { done, last, edits },
  store,
  standings,
  place,
  children,
}: {
  readonly rows: readonly Row[];
  readonly figures: FiguresState;
  readonly store: FiguresStore;
  readonly standings: ReadonlyMap<string, Standing>;
  readonly place: RefObject<HTMLElement | null>;
  /** What stands in the same line. */
  readonly children: ReactNode;
}) => {
  const keyOf = (issueId: string): string => rows.find(({ id }) => id === issueId)?.key ?? 'An issue';
  const unsaved = [...edits.values()].filter((edit) => edit.state !== 'saving');
  const undo = (): void => {
    const change = store.undo();
    // The button goes with the last change; the person is where that was.
    if (change && done.length === 1) focusCell(place.current, change);
  };
  const said = (): string => {
    if (last === null) return '';
    const { issueId, component, value } = last.change;
    const rank = standings.get(issueId)?.rank;
    const words = `${keyOf(issueId)}, ${COMPONENT_NAMES[component].toLowerCase()}: ${figureWords(value)}.`;
    return `${last.isUndo ? 'Undone. ' : ''}${words}${rank == null ? '' : ` Rank ${rank}.`}`;
  };
  return (
    <>
      <div className={styles.strip}>
        <p role="status">{said()}</p>
        {done.length > 0 && (
          <Button spacing="compact" onClick={undo}>
            Undo
          </Button>
        )}
        {children}
      </div>
      <div role="alert">
        {unsaved.length > 0 && (
          <ul className={styles.unsaved}>
            {unsaved.map((edit) => (
              <li key={cellOf(edit.issueId, edit.component)}>
                <Unsaved edit={edit} issueKey={keyOf(edit.issueId)} store={store} place={place} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
};

const Unsaved = ({
  edit,
  issueKey,
  store,
  place,
}: {
  readonly edit: Exclude<Edit, { state: 'saving' }>;
  readonly issueKey: string;
  readonly store: FiguresStore;
  readonly place: RefObject<HTMLElement | null>;
}) => {
  const { component, value, problem, state } = edit;
  const isConflict = state === 'conflict';
  const then = (act: () => void): void => {
    act();
    // The buttons go with the problem.
    focusCell(place.current, edit);
  };
  return (
    <>
      <p>
        <strong>
          {`${problem.undecided ? 'Not known whether it was saved' : 'Not saved'}: ${issueKey}, ${COMPONENT_NAMES[component].toLowerCase()}: ${figureWords(value)}.`}
        </strong>{' '}
        {problem.message}
      </p>
      <div className={styles.actions}>
        <Button spacing="compact" onClick={() => then(edit.retry)}>
          {isConflict ? 'Apply mine' : 'Try again'}
        </Button>
        <Button spacing="compact" appearance="subtle" onClick={() => then(() => void store.discard(edit))}>
          {isConflict ? 'Keep theirs' : 'Discard'}
        </Button>
      </div>
    </>
  );
};

const focusCell = (
  place: HTMLElement | null,
  { issueId, component }: Pick<Edit, 'issueId' | 'component'>,
): void =>
  place?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(cellOf(issueId, component))}"]`)?.focus();
