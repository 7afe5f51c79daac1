import { useState } from 'react';
import type { Problem } from '../../src/contract/outcome';
import type {
  PlanningSettingsView,
  SavePlanningSettings,
  SettingsSaved,
} from '../../src/contract/sprint-planning';
import { afterUndecided } from '../shared/undecided';
import { saveSettings } from './queries';

/** What is set for a board, or a part of it that is to be. */
export type Wanted = Partial<Pick<SavePlanningSettings, 'band' | 'rhythm'>>;

export type SettingsForm = {
  readonly isSaving: boolean;
  readonly problem: Problem | null;
  /** What somebody else set meanwhile, until the person has chosen. */
  readonly theirs: PlanningSettingsView | null;
  readonly save: (wanted: Wanted) => Promise<void>;
  readonly takeTheirs: () => void;
  readonly clear: () => void;
};

/** Saves a part of a board's settings beside the rest of them; over somebody else's only when it was seen. */
export const useSettings = (
  boardId: number,
  settings: PlanningSettingsView,
  onSaved: (settings: PlanningSettingsView) => void,
): SettingsForm => {
  const [isSaving, setIsSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const theirs =
    problem?.code === 'conflict' ? ((problem.current as SettingsSaved | undefined)?.settings ?? null) : null;
  const clear = (): void => setProblem(null);
  return {
    isSaving,
    problem,
    theirs,
    clear,
    save: async (wanted) => {
      const { revision, band, rhythm } = theirs ?? settings;
      setIsSaving(true);
      const outcome = await saveSettings({ boardId, expectedRevision: revision, band, rhythm, ...wanted });
      setIsSaving(false);
      setProblem(outcome.ok ? null : afterUndecided(problem?.undecided ?? false, outcome.error));
      if (outcome.ok) onSaved(outcome.value.settings);
    },
    takeTheirs: () => {
      if (theirs !== null) onSaved(theirs);
      clear();
    },
  };
};
