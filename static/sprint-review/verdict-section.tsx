import Button from '@atlaskit/button/new';
import { useEffect, useId, useSyncExternalStore, type FormEvent, type KeyboardEvent } from 'react';
import type { KeyResultView } from '../../src/contract/views';
import type { IntentPlace } from '../../src/domain/sprint-intent';
import { LONGEST_LEARNING, VERDICTS, type GivenVerdict } from '../../src/domain/verdict';
import { lengthWords } from '../shared/length-words';
import { showDone } from '../shared/platform';
import { withVerdicts } from './merge';
import { saveVerdict } from './queries';
import { useReviewPlace } from './review-context';
import { createVerdictForm, type Said } from './verdict-form';
import styles from './verdict-section.module.css';
import { VERDICT_NAMES } from '../shared/verdict-names';

/** What the team says of the idea behind its work: one press, and one line of what was learned. */
export const VerdictSection = ({
  keyResult: { id, title },
  place,
  given,
}: {
  readonly keyResult: KeyResultView;
  readonly place: IntentPlace;
  readonly given: GivenVerdict | null;
}) => {
  const { change, forms } = useReviewPlace();
  const { form, shown } = forms.verdict(id, place, () => {
    const onScreen = { given };
    const made = createVerdictForm({
      keyResultId: id,
      place,
      given: () => onScreen.given,
      send: saveVerdict,
      onSaved: (saved, said, undo) => {
        change((view) => withVerdicts(view, saved));
        showDone({ title: doneWords(said), description: title, undo: () => void undo() });
      },
      onKnown: (known) => change((view) => withVerdicts(view, known)),
    });
    return { form: made, shown: onScreen };
  });
  useEffect(() => void (shown.given = given), [shown, given]);
  const { typed, isSaving, pending, problem, conflict } = useSyncExternalStore(form.subscribe, form.get);
  const label = useId();
  // What is on its way shows at once.
  const shownVerdict = pending ? pending.verdict : (given?.verdict ?? null);
  const learning = typed ?? given?.learning ?? '';
  const length = typed === null ? null : lengthWords(typed, LONGEST_LEARNING);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (given) void form.give(given.verdict);
  };
  return (
    <form className={styles.verdict} aria-busy={isSaving} onSubmit={save}>
      <div className={styles.choices} role="group" aria-labelledby={`${label} key-result-${id}`}>
        <span id={label} className={styles.label}>
          What did the work show?
        </span>
        {VERDICTS.map((verdict) => (
          <Button
            key={verdict}
            spacing="compact"
            appearance={shownVerdict === verdict ? 'primary' : 'default'}
            aria-pressed={shownVerdict === verdict}
            onClick={() => void form.give(shownVerdict === verdict ? null : verdict)}
          >
            {VERDICT_NAMES[verdict]}
          </Button>
        ))}
      </div>
      {(given || typed !== null) && (
        <div className={styles.line}>
          <textarea
            className={styles.input}
            aria-label={`What was learned about ${title}, in one line`}
            aria-describedby={length === null ? undefined : `${label}-length`}
            placeholder="What was learned, in one line"
            rows={1}
            value={learning}
            onChange={(event) => form.type(event.target.value)}
            onKeyDown={submitWithEnter}
          />
          {typed !== null && typed.trim() !== (given?.learning ?? '') && (
            <Button type="submit" spacing="compact" appearance="primary" isLoading={isSaving}>
              Save
            </Button>
          )}
          {length !== null && (
            <p id={`${label}-length`} role="status" className={styles.length}>
              {length}
            </p>
          )}
        </div>
      )}
      {conflict && (
        <div role="alert" className={styles.conflict}>
          <p>{problem?.message}</p>
          <dl>
            <dt>Said by somebody else</dt>
            <dd>{saidWords(conflict.theirs)}</dd>
            <dt>Yours</dt>
            <dd>{saidWords(conflict.mine)}</dd>
          </dl>
          <div className={styles.choices}>
            <Button spacing="compact" appearance="primary" onClick={() => void form.applyMine()}>
              Save mine instead
            </Button>
            <Button spacing="compact" onClick={form.takeTheirs}>
              Take theirs
            </Button>
          </div>
        </div>
      )}
      {problem && !conflict && (
        <p role="alert" className={styles.problem}>
          {problem.message}
        </p>
      )}
    </form>
  );
};

/** It is one line, on however many it is shown. */
const submitWithEnter = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
};

/** A verdict for who may only read it. */
export const GivenWords = ({ given }: { readonly given: GivenVerdict }) => (
  <p className={styles.given}>
    <span className={styles.label}>What the work showed</span> {saidWords(given)}
  </p>
);

const saidWords = (said: Said | null): string => {
  if (said === null || said.verdict === null) return 'No verdict';
  return said.learning === ''
    ? VERDICT_NAMES[said.verdict]
    : `${VERDICT_NAMES[said.verdict]}: ${said.learning}`;
};

const doneWords = ({ verdict }: Said): string =>
  verdict === null ? 'Verdict taken back' : `Verdict kept: ${VERDICT_NAMES[verdict]}`;
