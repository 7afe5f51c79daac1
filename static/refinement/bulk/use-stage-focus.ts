import { useEffect, useRef, type RefObject } from 'react';
import type { BulkStage } from './bulk-store';

/**
 * Keeps the focus where the person is: what they pressed goes with its stage, and takes the focus with it. The forms take
 * it themselves when they open. Who went on to something else while an action ran stays there when it ends.
 */
export const useStageFocus = (region: RefObject<HTMLElement | null>, stage: BulkStage): void => {
  const before = useRef(stage);
  useEffect(() => {
    const last = before.current;
    before.current = stage;
    if (last.name === stage.name) return;
    const { activeElement } = document;
    const isElsewhere = activeElement !== document.body && !region.current?.contains(activeElement);
    if (last.name === 'running' && isElsewhere) return;
    const target = placesAfter(last, stage)
      .map((place) => region.current?.querySelector<HTMLElement>(`[data-focus="${place}"]:not([disabled])`))
      .find((found) => found !== null && found !== undefined);
    target?.focus();
  }, [region, stage]);
};

const placesAfter = (last: BulkStage, stage: BulkStage): readonly string[] => {
  switch (stage.name) {
    case 'choosing':
      return stage.choice === 'cut' || stage.choice === 'defer' ? ['chosen'] : [];
    case 'running':
      return ['running'];
    case 'ended':
      return ['ended'];
    case 'idle':
      return last.name === 'choosing' ? [last.choice] : ['undo', 'done', 'tag'];
  }
};
