import ProgressBar from '@atlaskit/progress-bar';
import type { CycleView } from '../../src/contract/views';
import { elapsedShare, type IsoDate } from '../../src/domain/dates';
import type { CycleId } from '../../src/domain/ids';
import { formatDay, formatPercent } from '../../src/domain/figure-words';
import { Pill } from '../shared/pill';
import { SettledSelect } from '../shared/settled-select';
import { CycleActions } from './cycle-actions';
import { usePage } from './page-context';
import styles from './page.module.css';
import { TaskPlace } from './task-place';

/** Which cycle is shown, when it is, and how much of it has passed. */
export const CycleHeader = () => {
  const { view, goToCycle, hasForms } = usePage();
  const { cycle, cycles, today, mayManageCycles } = view;
  return (
    <div className={styles.header}>
      <h1 className={styles.hidden}>OKRs</h1>
      {cycle && (
        <>
          <div className={styles.cycle}>
            <label className={styles.hidden} htmlFor="cycle">
              Cycle
            </label>
            <SettledSelect
              id="cycle"
              className={styles.select}
              value={cycle.id}
              onChoose={(id) => goToCycle(id as CycleId)}
            >
              {cycles.map(({ id, name }) => (
                <option key={id} value={id}>
                  {id !== cycle.id && hasForms(id) ? `${name} (form open)` : name}
                </option>
              ))}
            </SettledSelect>
            <Pill tone={STATES[cycle.state].tone}>{STATES[cycle.state].name}</Pill>
            <Elapsed cycle={cycle} today={today} />
            {mayManageCycles && <CycleActions key={cycle.id} cycle={cycle} />}
          </div>
          <TaskPlace task={{ kind: 'edit-cycle' }} />
          <TaskPlace task={{ kind: 'new-cycle' }} />
        </>
      )}
    </div>
  );
};

const STATES = {
  draft: { name: 'Draft', tone: 'neutral' },
  active: { name: 'Active', tone: 'information' },
  closed: { name: 'Closed', tone: 'success' },
} as const;

const Elapsed = ({ cycle, today }: { readonly cycle: CycleView; readonly today: IsoDate }) => {
  const share = elapsedShare(cycle.startDate, cycle.endDate, today);
  return (
    <div className={styles.elapsed}>
      <span>
        {formatDay(cycle.startDate)} – {formatDay(cycle.endDate)}
      </span>
      <span className={styles.time}>
        <ProgressBar value={share} ariaLabel={`Time passed: ${formatPercent(share)}`} />
      </span>
      <span aria-hidden="true">{formatPercent(share)} of the time</span>
    </div>
  );
};
