import type { ReactNode } from 'react';
import type { PlanningSettingsView, SprintPlanningView } from '../../src/contract/sprint-planning';
import { focusOf, focusShareOf, standsTo, type FocusShare } from '../../src/domain/focus-share';
import { formatPercent } from '../../src/domain/figure-words';
import type { SprintIssue } from '../shared/sprint-work';
import { counted } from '../shared/sprint-words';
import { BandForm, bandWords } from './band-form';
import { FocusBar } from '../shared/focus-bar';
import { FocusTable } from './focus-table';
import { namedIn } from './naming';
import styles from './planning.module.css';
import type { PlannedBoard } from './queries';

/** How the work splits over key results, exempt and untagged, against the team's band and what was before. */
export const FocusSection = ({
  board,
  view,
  work,
  workTitle,
  onSettings,
  past,
}: {
  readonly board: PlannedBoard;
  readonly view: SprintPlanningView;
  readonly work: readonly SprintIssue[];
  readonly workTitle: string;
  readonly onSettings: (settings: PlanningSettingsView) => void;
  readonly past: ReactNode;
}) => {
  const share = focusShareOf(work);
  const unestimated = work.filter(({ points }) => points === null).length;
  return (
    <section className={styles.section} aria-label="Focus">
      <h2>Focus: how the work splits</h2>
      {work.length === 0 ? (
        <p className={styles.subtle}>There is no work {workTitle} that you may see.</p>
      ) : (
        <>
          <p className={styles.facts}>{focusWords(share, view)}</p>
          <FocusBar share={share} />
          <FocusTable share={share} named={namedIn(view)} />
          {share.measure === 'points' && unestimated > 0 && (
            <p
              className={styles.note}
            >{`${counted(unestimated, 'item')} without an estimate, not in these figures.`}</p>
          )}
        </>
      )}
      <BandForm boardId={board.board.id} view={view} onSaved={onSettings} />
      {past}
    </section>
  );
};

const focusWords = (share: FocusShare, { settings: { band } }: SprintPlanningView): string => {
  const focus = focusOf(share);
  if (focus === null) return 'Every estimate here is nought, so there is no share to tell.';
  const says = `${formatPercent(focus)} of the ${share.measure} serve key results`;
  return band === null ? `${says}.` : `${says}, ${STANDS[standsTo(band, focus)]} of ${bandWords(band)}.`;
};

const STANDS = {
  below: 'below the team’s band',
  within: 'within the team’s band',
  above: 'above the team’s band',
} as const;
