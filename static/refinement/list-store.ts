import type { KeyResultId } from '../../src/domain/ids';
import type { JiraApi } from '../../src/jira/jira-api';
import type { TagSource } from '../../src/jira/tags';
import type { RowFields, UntaggedRow } from '../../src/jira/untagged-rows';
import { toProblem } from '../shared/loading';
import { createCell } from '../shared/state-cell';
import { readBoardFacts, type BoardFacts, type Place } from './boards-reading';
import { readUntaggedScope, type UntaggedScope } from '../../src/jira/untagged';
import { searchIssueIds } from '../../src/jira/issue-ids';
import { jqlOf, matches, type Filter } from './filter';
import {
  editsNone,
  MOST_ISSUES,
  readFirstRows,
  readRows,
  readWholeList,
  undecidedOf,
  type FirstRows,
} from './list-reading';
import { NO_LIST, withParents, type ListState } from './list-state';
import { NOTHING_MISREAD, readMisread } from './misread';
import { createRowReader } from './row-reader';
import { withRows } from './rows';
import { idsIn, sectionsOf, withBack, without, type Section } from './sections';
import type { Trace } from './selection';

export type ListStore = {
  readonly get: () => ListState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads the list, first its first rows; later all of it anew, which keeps what is shown until then. */
  readonly load: () => Promise<void>;
  /** Reads those of the rows that are not read yet: they are in sight now. */
  readonly see: (ids: readonly string[]) => void;
  readonly leave: (ids: readonly string[], trace?: Trace) => void;
  readonly comeBack: (ids: readonly string[]) => void;
  readonly relabel: (labels: ReadonlyMap<string, readonly string[]>) => void;
  /** The issues that match; asks Jira where not all of them are read. */
  readonly find: (filter: Filter) => Promise<ReadonlySet<string>>;
  /** What the boards say, once they are known. */
  readonly facts: () => BoardFacts | null;
  readonly scope: () => UntaggedScope | null;
};

/** For so long a search may not know what was decided here. */
const REMEMBERED_MS = 600_000;

/**
 * Holds the untagged work of a place, read from Jira as the viewer, never one call per issue.
 *
 * @param pickable - What may be picked; its failure is another's to tell.
 */
export const createListStore = (
  jira: JiraApi,
  place: Place,
  pickable: () => Promise<readonly KeyResultId[]>,
  now: () => number = Date.now,
): ListStore => {
  const cell = createCell<ListState>(NO_LIST);
  /** What was decided here, or taken back. */
  const decidedHere = new Map<string, { readonly at: number; readonly isGone: boolean }>();
  let question = 0;
  let first: FirstRows | null = null;
  let facts: BoardFacts | null = null;
  let known = new Map<string, TagSource>();
  /** The sections with everything that has left them since they were read. */
  let whole: readonly Section[] = [];
  let jql: string | null = null;

  const rowFields = (): RowFields => ({
    sprint: first?.fields.sprint ?? null,
    numbers: facts?.estimates ?? [],
  });
  const addRows = (found: readonly UntaggedRow[]): void => {
    const { rows, parents } = cell.get();
    cell.update({ rows: withRows(rows, found), parents: withParents(parents, found) });
  };
  const drop = (ids: Iterable<string>): void =>
    cell.update({ sections: without(cell.get().sections, new Set(ids)) });

  const reader = createRowReader({
    read: (ids) => readRows(jira, ids, rowFields()),
    onRows: async (asked, rows) => {
      const mine = question;
      const undecided = new Set((await undecidedOf(jira, rows, known)).map(({ id }) => id));
      if (mine !== question) return;
      addRows(rows);
      const gone = asked.filter((id) => !undecided.has(id));
      if (gone.length > 0) drop(gone);
      if (cell.get().rowProblem !== null) cell.update({ rowProblem: null });
    },
    onProblem: (error) => cell.update({ rowProblem: toProblem(error) }),
  });

  const readFirst = async (isCurrent: () => boolean): Promise<void> => {
    const found = await readFirstRows(jira, place, known);
    if (!isCurrent()) return;
    first = found;
    addRows(found.rows);
    const isSprinting = (row: UntaggedRow): boolean => row.sprint !== null;
    const begun = found.rows.some(({ knowsSprints }) => knowsSprints)
      ? null
      : new Set(found.rows.filter(({ status }) => status.category === 'indeterminate').map(({ id }) => id));
    const listed = {
      inSprints: found.rows.filter(isSprinting).map(({ id }) => id),
      elsewhere: found.rows.filter((row) => !isSprinting(row)).map(({ id }) => id),
      begun,
    };
    cell.update({
      sections: sectionsOf(listed, cell.get().rows, []),
      hasTooManyParents: found.scope.carrierIds === null,
      ...(found.rows.length > 0 ? { freshness: { asOf: now(), problem: null } } : {}),
    });
  };

  const readWhole = async (isCurrent: () => boolean): Promise<void> => {
    const { scope } = first!;
    const [boards, misread] = await Promise.all([
      facts ?? readBoardFacts(jira, place),
      pickable().then(
        (ids) => readMisread(jira, scope, place, ids),
        () => NOTHING_MISREAD,
      ),
    ]);
    facts = boards;
    if (!isCurrent()) return;
    // Those who look see estimates with the rows that are there, before the rest is.
    cell.update({ estimates: boards.estimates });
    const list = await readWholeList(jira, place, scope, rowFields(), boards, known, misread);
    const then = new Map(decidedHere);
    const remembered = [...then].filter(([, { at }]) => now() - at < REMEMBERED_MS).map(([id]) => id);
    const checked = await readRows(jira, remembered, rowFields());
    const undecided = new Set((await undecidedOf(jira, checked, known)).map(({ id }) => id));
    if (!isCurrent()) return;
    addRows([...list.rows, ...checked]);
    const gone = new Set([...list.decided, ...remembered.filter((id) => !undecided.has(id))]);
    for (const [id, entry] of decidedHere) {
      // Done while this was read: the reading knows nothing of it.
      if (then.get(id) !== entry) gone[entry.isGone ? 'add' : 'delete'](id);
    }
    // What left the list keeps its place in `whole`, so that it can come back to it.
    const found = sectionsOf(list.listed, cell.get().rows, boards.sprintIds);
    whole = withBack(found, whole, new Set(remembered));
    jql = list.jql;
    reader.reset([...list.rows, ...checked].map(({ id }) => id));
    cell.update({ sections: without(whole, gone), isWhole: true, freshness: { asOf: now(), problem: null } });
  };

  return {
    get: cell.get,
    subscribe: cell.subscribe,
    load: async () => {
      const mine = (question += 1);
      const isCurrent = (): boolean => mine === question;
      cell.update({ isRefreshing: true, problem: null });
      known = new Map();
      try {
        if (!cell.get().isWhole) await readFirst(isCurrent);
        else first = { ...first!, scope: await readUntaggedScope(jira) };
        if (isCurrent()) await readWhole(isCurrent);
        if (!isCurrent()) return;
        const isReadOnly = await editsNone(jira, idsIn(cell.get().sections));
        if (isCurrent()) cell.update({ isReadOnly });
      } catch (error) {
        if (!isCurrent()) return;
        const problem = toProblem(error);
        const { freshness } = cell.get();
        cell.update(freshness ? { freshness: { ...freshness, problem } } : { problem });
      } finally {
        if (isCurrent()) cell.update({ isRefreshing: false });
      }
    },
    see: reader.see,
    leave: (ids, trace) => {
      ids.forEach((id) => decidedHere.set(id, { at: now(), isGone: true }));
      cell.update({ sections: without(cell.get().sections, new Set(ids)), ...(trace ? { trace } : {}) });
    },
    comeBack: (ids) => {
      ids.forEach((id) => decidedHere.set(id, { at: now(), isGone: false }));
      cell.update({ sections: withBack(cell.get().sections, whole, new Set(ids)), trace: null });
    },
    relabel: (labels) => {
      const { rows } = cell.get();
      addRows(
        [...labels].flatMap(([id, now]) => {
          const row = rows.get(id);
          return row ? [{ ...row, labels: now }] : [];
        }),
      );
    },
    find: async (filter) => {
      const { sections, rows } = cell.get();
      const ids = idsIn(sections);
      if (jql === null || ids.every((id) => rows.has(id))) {
        return new Set(
          ids.filter((id) => {
            const row = rows.get(id);
            return row !== undefined && matches(row, filter);
          }),
        );
      }
      return new Set(await searchIssueIds(jira, jqlOf(jql, filter), MOST_ISSUES));
    },
    facts: () => facts,
    scope: () => first?.scope ?? null,
  };
};
