import Button from '@atlaskit/button/new';
import { useMemo, useRef } from 'react';
import { Announcement } from '../../shared/announcement';
import { formatNumber } from '../../../src/domain/figure-words';
import { useLeaveWarning } from '../../shared/use-leave-warning';
import { pointsOf } from '../list-state';
import type { Refinement } from '../selection';
import styles from './bulk.module.css';
import type { BulkChoice, BulkTarget } from './bulk-job';
import type { BulkStage } from './bulk-store';
import { countOf, titlesOf } from './bulk-words';
import { Choosing } from './choosing';
import { DoneHere } from './done-here';
import { Ended } from './ended';
import { sharedParent } from './epic-offer';
import { Running } from './running';
import { saidOf } from './said';
import { useBulk } from './use-bulk';
import { useNarrowed } from './use-narrowed';
import { useStageFocus } from './use-stage-focus';

/** What can be done with the selected issues, how far it is, and what was done here so far. */
export const BulkBar = () => {
  const { refinement, stage, done, choose, start, stop, goOn, tryAgain, leave, undo } = useBulk();
  const { rows, selected, hidden, view } = refinement;
  const titleOf = useMemo(() => titlesOf(view.objectives), [view]);
  const summaryOf = (issueId: string): string => rows.get(issueId)?.summary ?? '';
  const region = useRef<HTMLDivElement>(null);
  useStageFocus(region, stage);
  useNarrowed(stage, refinement, choose, leave);
  useLeaveWarning(stage.name === 'running');
  const pick = (choice: BulkChoice): void => void choose(choice, selectedIn(refinement));
  const parent = sharedParent(selected.map((id) => rows.get(id)).filter((row) => row !== undefined));

  return (
    <div ref={region} className={styles.region}>
      {leavesRoom(stage) && selected.length + hidden > 0 && (
        <section className={styles.bar} aria-label="Selected issues">
          <p className={styles.count}>{selectedInWords(refinement)}</p>
          {CHOICES.map(({ choice, text }) => (
            <Button
              key={choice}
              spacing="compact"
              isDisabled={selected.length === 0}
              appearance={choice === 'tag' ? 'primary' : 'default'}
              data-focus={choice}
              onClick={() => pick(choice)}
            >
              {text}
            </Button>
          ))}
          <Button spacing="compact" appearance="subtle" onClick={() => refinement.select([])}>
            Clear selection
          </Button>
        </section>
      )}
      {stage.name === 'choosing' && (
        <Choosing
          stage={stage}
          choices={view}
          parent={parent}
          summaryOf={summaryOf}
          onRetry={() => void choose(stage.choice, stage.target)}
          onTakeParent={(target) => void choose('tag', target)}
          onStart={(action) => void start(action)}
          onCancel={leave}
        />
      )}
      {stage.name === 'running' && <Running stage={stage} onStop={stop} />}
      {stage.name === 'ended' && (
        <Ended
          stage={stage}
          titleOf={titleOf}
          summaryOf={summaryOf}
          onGoOn={() => void goOn()}
          onTryAgain={() => void tryAgain()}
          onClose={leave}
        />
      )}
      <DoneHere
        done={done}
        titleOf={titleOf}
        isBusy={stage.name === 'running'}
        onUndo={(action) => void undo(action)}
      />
      <Announcement>{saidOf(stage, done, titleOf)}</Announcement>
    </div>
  );
};

/** What is not known of an action is looked at before another begins. */
const leavesRoom = (stage: BulkStage): boolean =>
  stage.name === 'idle' ||
  (stage.name === 'ended' && countOf(stage.plan, ['sent', 'written', 'waiting']) === 0);

const CHOICES: readonly { readonly choice: BulkChoice; readonly text: string }[] = [
  { choice: 'tag', text: 'Tag with key result…' },
  { choice: 'exempt', text: 'Exempt…' },
  { choice: 'cut', text: 'Cut' },
  { choice: 'defer', text: 'Defer' },
];

/** An issue that is in no row yet is called by its id until Jira has said its key. */
const selectedIn = ({ selected, rows }: Refinement): BulkTarget => ({
  issues: selected.map((issueId) => ({ issueId, issueKey: rows.get(issueId)?.key ?? issueId })),
  above: null,
});

/** "12 selected · 31 points · 3 more are hidden by the filter"; points only where all of the selected are read. */
const selectedInWords = ({ selected, hidden, rows, estimates }: Refinement): string => {
  const known = selected.map((id) => rows.get(id)).filter((row) => row !== undefined);
  const points = known.reduce((sum, row) => sum + (pointsOf(row, estimates) ?? 0), 0);
  const count = `${formatNumber(selected.length)} selected`;
  return [
    count,
    ...(estimates === null || known.length < selected.length
      ? []
      : [`${formatNumber(points)} ${points === 1 ? 'point' : 'points'}`]),
    ...(hidden === 0
      ? []
      : [`${formatNumber(hidden)} more ${hidden === 1 ? 'is' : 'are'} hidden by the filter`]),
  ].join(' · ');
};
