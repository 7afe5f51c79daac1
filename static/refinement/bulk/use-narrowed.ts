import { useEffect } from 'react';
import type { Refinement } from '../selection';
import type { BulkStage, BulkStore } from './bulk-store';

/**
 * Keeps an action that is being chosen to what is selected and shown: what a filter hides meanwhile is left out of it.
 * Cutting and deferring, which begin by themselves, are given up for that.
 */
export const useNarrowed = (
  stage: BulkStage,
  { selected }: Refinement,
  choose: BulkStore['choose'],
  leave: BulkStore['leave'],
): void => {
  useEffect(() => {
    if (stage.name !== 'choosing' || stage.target.above !== null) return;
    const { choice, target } = stage;
    const shown = new Set(selected);
    const issues = target.issues.filter(({ issueId }) => shown.has(issueId));
    if (issues.length === target.issues.length) return;
    if (issues.length === 0 || choice === 'cut' || choice === 'defer') leave();
    else void choose(choice, { ...target, issues });
  }, [stage, selected, choose, leave]);
};
