import { useState, useSyncExternalStore } from 'react';
import { pause } from '../../src/contract/patience';
import { createFiguresStore, type FiguresState, type FiguresStore } from './figures-store';
import { read, save } from './queries';

/** The figures that the person gives while the screen is open. */
export const useFigures = (): { readonly figures: FiguresState; readonly store: FiguresStore } => {
  const [store] = useState(() => createFiguresStore({ save, read, rest: () => pause(RESTS_AFTER_MS) }));
  return { figures: useSyncExternalStore(store.subscribe, store.get), store };
};

const RESTS_AFTER_MS = 300;
