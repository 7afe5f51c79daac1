import type { RefinementView } from '../../src/contract/refinement';
import type { KeyResultId } from '../../src/domain/ids';
import type { EffectiveTag } from '../../src/domain/tag';
import type { Figures } from '../../src/domain/wsjf';
import { prefillsOf, type KnownKeyResult, type Prefills } from '../../src/domain/wsjf-prefill';
import type { Ranked } from '../../src/domain/wsjf-rank';
import type { WsjfIssue } from '../../src/jira/wsjf';
import { cellOf, type FiguresState } from './figures-store';
import { COMPONENTS } from '../../src/domain/wsjf';

/** An issue to rank, as it was read. */
export type Row = Pick<WsjfIssue, 'id' | 'key' | 'summary' | 'type' | 'points' | 'figures'> & {
  readonly tag: EffectiveTag | null;
  readonly prefills: Prefills;
  /** Why its figures cannot be changed here; `null` where they can. */
  readonly locked: 'no-right' | 'newer' | null;
};

export const toRows = (
  issues: readonly WsjfIssue[],
  tags: ReadonlyMap<string, EffectiveTag | null>,
  editable: ReadonlySet<string>,
  okrs: RefinementView,
): Row[] => {
  const find = finder(okrs);
  return issues.map((issue) => {
    const { id, key, summary, type, points, figures, isNewer } = issue;
    const tag = tags.get(id) ?? null;
    const locked = isNewer ? 'newer' : editable.has(id) ? null : 'no-right';
    const prefills = prefillsOf({ tag: tag?.tag ?? null, points }, find, okrs.today);
    return { id, key, summary, type, points, figures, tag, prefills, locked };
  });
};

/** The figures that a person sees: what was loaded, what is known since, and what they are just choosing. */
export const shownFigures = (row: Row, { known, edits }: FiguresState): Figures => {
  const figures = known.get(row.id) ?? row.figures;
  const chosen = COMPONENTS.flatMap((component) => {
    const edit = edits.get(cellOf(row.id, component));
    return edit === undefined || edit.state === 'conflict' ? [] : [[component, edit.value] as const];
  });
  if (chosen.length === 0) return figures;
  const shown = { ...figures, ...Object.fromEntries(chosen) };
  return Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== null));
};

export const toRanked = (row: Row, state: FiguresState): Ranked => ({
  id: row.id,
  figures: shownFigures(row, state),
  prefills: row.prefills,
});

const finder = ({ cycles, objectives }: RefinementView): ((id: KeyResultId) => KnownKeyResult | null) => {
  const byId = new Map(cycles.map((cycle) => [cycle.id, cycle]));
  const known = new Map<KeyResultId, KnownKeyResult>();
  for (const objective of objectives) {
    const cycle = byId.get(objective.cycleId);
    if (cycle) {
      for (const keyResult of objective.keyResults) known.set(keyResult.id, { keyResult, objective, cycle });
    }
  }
  return (id) => known.get(id) ?? null;
};
