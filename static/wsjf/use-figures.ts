import { useState, useSyncExternalStore } from 'react';
import { createFiguresStore, type FiguresState, type FiguresStore } from './figures-store';
import { read, save } from './queries';

/** The figures that the person gives while the screen is open. */
export const useFigures = (): { readonly figures: FiguresState; readonly store: FiguresStore } => {
  const [store] = useState(() => createFiguresStore({ save, read }));
  return { figures: useSyncExternalStore(store.subscribe, store.get), store };
};
