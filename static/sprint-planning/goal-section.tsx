import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Problem } from '../../src/contract/outcome';
import type { SprintPlanningView } from '../../src/contract/sprint-planning';
import { sameGoal } from '../../src/domain/sprint-goal';
import type { Sprint } from '../../src/jira/boards';
import { toProblem } from '../shared/loading';
import { showDone } from '../shared/platform';
import { ProblemMessage } from '../shared/problem-message';
import { SavingNote } from '../shared/saving-note';
import { GoalChoices } from './goal-choices';
import { everySentence, namesRestricted, saysEarlier, sentenceForAll, sentenceOf } from './naming';
import styles from './planning.module.css';
import { putGoal, type GoalChoice, type PutGoal } from './put-goal';
import { readSprint, writeGoal } from './queries';

const PLACE = { kind: 'sprint' } as const;

/** The sprint's goal as it stands in Jira, and what is said written into it on request. */
export const GoalSection = ({
  sprint,
  view,
  onGoal,
}: {
  readonly sprint: Sprint;
  readonly view: SprintPlanningView;
  /** Told the goal as it stands in Jira now. */
  readonly onGoal: (goal: string) => void;
}) => {
  const { goal } = sprint;
  const [withTitles, setWithTitles] = useState(false);
  const [asked, setAsked] = useState<Extract<PutGoal, { state: 'ask' }> | null>(null);
  const [isWriting, setIsWriting] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusAfter(asked !== null || isWriting, heading);
  const said = view.intent?.said ?? null;
  const isRestricted = said !== null && namesRestricted(view, said);
  const sentence =
    said === null ? '' : (isRestricted && !withTitles ? sentenceForAll : sentenceOf)(PLACE, view, said);

  const write = async (choice: GoalChoice | null): Promise<void> => {
    setIsWriting(true);
    setProblem(null);
    try {
      const put = await putGoal(
        { read: () => readSprint(sprint.id), write: (wanted) => writeGoal(sprint.id, wanted) },
        sentence,
        everySentence(PLACE, view),
        choice && asked && { of: choice, seen: asked.seen },
      );
      setAsked(put.state === 'ask' ? put : null);
      onGoal(put.state === 'ask' ? put.seen : put.goal);
      if (put.state === 'written')
        showDone({ title: 'Written', description: `The goal of ${sprint.name} is in Jira.` });
    } catch (error) {
      setProblem(toProblem(error));
    }
    setIsWriting(false);
  };

  return (
    <section className={styles.section} aria-label="Sprint goal">
      <h2 ref={heading} tabIndex={-1}>
        The sprint’s goal in Jira
      </h2>
      <p className={goal ? styles.sentence : styles.subtle}>{goal || 'This sprint has no goal yet.'}</p>
      {saysEarlier(goal, view) && <p className={styles.note}>The goal says what was said before.</p>}
      {sentence !== '' && sprint.state !== 'closed' && view.mayPlan && (
        <>
          {isRestricted && (
            <RestrictedNote sentence={sentence} withTitles={withTitles} onChange={setWithTitles} />
          )}
          {asked === null ? (
            <div className={styles.buttons}>
              <Button
                isLoading={isWriting}
                isDisabled={sameGoal(goal, sentence)}
                onClick={() => void write(null)}
              >
                Write to Jira’s sprint goal
              </Button>
              {sameGoal(goal, sentence) && <span className={styles.note}>The goal says this already.</span>}
              <SavingNote isSaving={isWriting} />
            </div>
          ) : (
            <GoalChoices
              theirs={asked.theirs}
              ours={sentence}
              isWriting={isWriting}
              onChoose={(choice) => void write(choice)}
              onLeave={() => setAsked(null)}
            />
          )}
          {problem && <ProblemMessage problem={problem} />}
        </>
      )}
    </section>
  );
};

/** What was pressed goes, or cannot be pressed any more, once it is done, and would take the focus with it. */
const useFocusAfter = (isBusy: boolean, place: RefObject<HTMLElement>): void => {
  const wasBusy = useRef(isBusy);
  useEffect(() => {
    const { activeElement } = document;
    const isLost = activeElement === document.body || (activeElement?.matches(':disabled') ?? true);
    if (wasBusy.current && !isBusy && isLost) place.current?.focus();
    wasBusy.current = isBusy;
  }, [isBusy, place]);
};

/** A goal is read by everybody who sees the board, also by those who may not see this team's OKRs. */
const RestrictedNote = ({
  sentence,
  withTitles,
  onChange,
}: {
  readonly sentence: string;
  readonly withTitles: boolean;
  readonly onChange: (withTitles: boolean) => void;
}) => (
  <div className={styles.ask}>
    <p>
      Everybody who sees the board reads its goal, and OKRs that a team keeps to itself are only for people
      who may browse its project. So the goal names its key results by their short codes, without figures; the
      words of the change stay as you wrote them.
    </p>
    <label className={styles.check}>
      <input type="checkbox" checked={withTitles} onChange={(event) => onChange(event.target.checked)} />
      Write titles and figures all the same
    </label>
    <p>It would say: {sentence}</p>
  </div>
);
