import Button from '@atlaskit/button/new';
import { useCallback, useMemo, useState } from 'react';
import type { RefinementView } from '../../src/contract/refinement';
import type { ProjectId } from '../../src/domain/ids';
import { AsOf } from '../shared/as-of';
import type { Freshness } from '../shared/reading';
import hidden from '../shared/visually-hidden.module.css';
import { BulkBar } from './bulk/bulk-bar';
import { EmptyList } from './empty-list';
import { FilterBar } from './filter-bar';
import { isFiltering, NO_FILTER } from './filter';
import { ListNotes } from './list-notes';
import type { ListState } from './list-state';
import { Opposites } from './opposites';
import type { RefinementSession } from './queries';
import styles from './refinement.module.css';
import { RefinementContext, type Refinement } from './selection';
import { acceptSuggestion } from './accept-suggestion';
import { suggestBy, SuggestionsContext, type Suggestions } from './suggestions';
import { TraceLine } from './trace-line';
import { useDecided } from './use-decided';
import { useFiltered } from './use-filtered';
import { NOTHING_TO_SELECT, useSelection } from './use-selection';
import { WorkList } from './work-list';

/** The list with what can be done about it, once there is something to show. */
export const ReadyRefinement = ({
  title,
  isInDialog,
  projectId,
  view,
  state,
  freshness,
  session,
  onRefresh,
}: {
  readonly title: string;
  /** Where the platform shows the title. */
  readonly isInDialog: boolean;
  readonly projectId: ProjectId;
  readonly view: RefinementView;
  readonly state: ListState;
  readonly freshness: Freshness;
  readonly session: RefinementSession;
  readonly onRefresh: () => Promise<void>;
}) => {
  const { list } = session;
  const [filter, setFilter] = useState(NO_FILTER);
  const shown = useFiltered(list, state, filter);
  const selection = useSelection(state.sections, shown.sections);
  const { selected, hidden: hiddenCount, select, unselect } = selection;
  const leave = useCallback<Refinement['leave']>(
    (ids, trace) => {
      list.leave(ids, trace);
      unselect(ids);
    },
    [list, unselect],
  );
  const refinement = useMemo(
    (): Refinement => ({
      projectId,
      view,
      selected,
      hidden: hiddenCount,
      rows: state.rows,
      estimates: state.estimates,
      select,
      unselect,
      leave,
      comeBack: list.comeBack,
      relabel: list.relabel,
      refresh: onRefresh,
    }),
    [
      projectId,
      view,
      selected,
      hiddenCount,
      state.rows,
      state.estimates,
      select,
      unselect,
      leave,
      list,
      onRefresh,
    ],
  );
  const decided = useDecided(session.readDecided, state.isWhole ? freshness.asOf : null);
  const suggest = useMemo(() => (decided === null ? null : suggestBy(decided, view)), [decided, view]);
  const { comeBack } = list;
  const suggestions = useMemo(
    (): Suggestions => ({
      suggest,
      accept: state.isReadOnly
        ? null
        : (row, suggestion) => void acceptSuggestion({ leave, comeBack }, row, suggestion),
    }),
    [suggest, state.isReadOnly, leave, comeBack],
  );
  const isEmpty = state.isWhole && state.sections.length === 0;
  return (
    <RefinementContext.Provider value={refinement}>
      <div className={styles.page}>
        <div className={styles.head}>
          <h1 className={isInDialog ? hidden.hidden : styles.title}>{title}</h1>
          <div className={styles.age}>
            <AsOf freshness={freshness} />
            <Button
              spacing="compact"
              appearance="subtle"
              isLoading={state.isRefreshing}
              onClick={() => void onRefresh()}
            >
              Refresh
            </Button>
          </div>
        </div>
        <ListNotes state={state} shown={shown} />
        <FilterBar filter={filter} sections={state.sections} parents={state.parents} onChange={setFilter} />
        <BulkBar />
        <TraceLine trace={state.trace} />
        {isEmpty ? (
          <EmptyList />
        ) : (
          <SuggestionsContext.Provider value={suggestions}>
            <WorkList
              sections={shown.sections}
              state={state}
              selection={state.isReadOnly ? NOTHING_TO_SELECT : selection}
              isFiltering={isFiltering(filter)}
              onSee={list.see}
            />
          </SuggestionsContext.Provider>
        )}
        {decided !== null && <Opposites decided={decided} view={view} read={session.readOpposites} />}
      </div>
    </RefinementContext.Provider>
  );
};
