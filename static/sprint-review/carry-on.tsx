import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../../src/contract/outcome';
import type { IntentSaved } from '../../src/contract/sprint-planning';
import type { IntentContinued } from '../../src/contract/sprint-review';
import type { KeyResultView } from '../../src/contract/views';
import { newSprintIntentId } from '../../src/domain/ids';
import type { CarriedInto, IntentPlace } from '../../src/domain/sprint-intent';
import { formatChange, formatDay } from '../../src/domain/figure-words';
import { showDone } from '../shared/platform';
import { ProblemMessage } from '../shared/problem-message';
import { randomBytes } from '../shared/random';
import { besideValue } from '../shared/unit';
import styles from './card-actions.module.css';
import type { IntendedAdvance } from './intended-advance';
import { withCarriedInto } from './merge';
import { continueIntent, saveIntent } from './queries';
import { useReviewPlace } from './review-context';
import { takenOut } from './taken-out';

/** Makes what is left of a movement part of the next sprint's intent, with one press, and takes it out again with another. */
export const CarryOn = ({
  keyResult: { id: keyResultId, title, metric },
  place,
  intended: { advance, left },
}: {
  readonly keyResult: KeyResultView;
  readonly place: IntentPlace;
  readonly intended: IntendedAdvance;
}) => {
  const {
    change,
    readAgain,
    forms: { carried },
  } = useReviewPlace();
  const into = advance.carriedInto;
  const continued = into === undefined ? null : carried.of(keyResultId, place);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  // The same again after a lost answer is the same saying.
  const id = useRef(newSprintIntentId(randomBytes));
  const button = useRef<HTMLButtonElement>(null);
  const isLeft = useRef(false);
  useEffect(() => {
    if (isLeft.current) button.current?.focus();
    isLeft.current = false;
  }, [into]);

  const run = async (act: () => Promise<Problem | null>): Promise<void> => {
    if (isBusy) return;
    setIsBusy(true);
    setProblem(null);
    setProblem(await act());
    setIsBusy(false);
  };
  // What was pressed gives way to what takes it back.
  const giveWay = (): void => void (isLeft.current = document.activeElement === button.current);
  const takeOut = async (from: IntentContinued): Promise<Problem | null> => {
    const outcome = await saveIntent(takenOut(from, keyResultId, newSprintIntentId(randomBytes)));
    if (!outcome.ok) {
      const { current } = outcome.error as { readonly current?: IntentSaved };
      if (outcome.error.code === 'conflict') {
        if (current) carried.noteIntent(from.into, current.intent);
        readAgain();
      }
      return outcome.error;
    }
    giveWay();
    carried.noteIntent(from.into, outcome.value.intent);
    change((view) => withCarriedInto(view, keyResultId, null));
    return null;
  };
  const carry = async (): Promise<Problem | null> => {
    const outcome = await continueIntent({
      id: id.current,
      after: place,
      keyResultId,
      change: advance.change,
      movement: left,
    });
    // Said, or said and taken out again by somebody since: the next time is another saying.
    if (outcome.ok || outcome.error.code === 'conflict') id.current = newSprintIntentId(randomBytes);
    if (!outcome.ok) return outcome.error;
    const { value } = outcome;
    giveWay();
    carried.note(keyResultId, place, value);
    change((view) => withCarriedInto(view, keyResultId, value.into));
    showDone({
      title: value.added ? `Carried into ${nameOf(value.into)}` : `${nameOf(value.into)} already has it`,
      description: value.added
        ? `It is to move “${title}” by ${amount}.`
        : `“${title}” is in its intent already, which stays as it is.`,
      ...(value.added
        ? { undo: () => void run(() => takeOut(carried.of(keyResultId, place) ?? value)) }
        : {}),
    });
    return null;
  };
  const amount = formatChange(left, besideValue(left, metric.unit));
  return (
    <>
      {into === undefined ? (
        <Button ref={button} spacing="compact" isLoading={isBusy} onClick={() => void run(carry)}>
          {`Carry ${amount} into the next ${place.kind}`}
        </Button>
      ) : (
        <span className={styles.carried}>
          {`Goes on in ${nameOf(into)}`}
          {continued?.added && (
            <Button
              ref={button}
              spacing="compact"
              appearance="subtle"
              aria-label={`Undo: take “${title}” out of ${nameOf(into)}`}
              isLoading={isBusy}
              onClick={() => void run(() => takeOut(continued))}
            >
              Undo
            </Button>
          )}
        </span>
      )}
      {problem && (
        <div className={styles.problem}>
          <ProblemMessage problem={problem} />
        </div>
      )}
    </>
  );
};

const nameOf = (into: CarriedInto): string =>
  into.kind === 'sprint' ? into.name : `the period from ${formatDay(into.start)}`;
