import { useCallback, useEffect, useRef } from 'react';

/** Moves the focus once the screen shows what it should move to. */
export const useFocusLater = (): ((find: () => HTMLElement | null | undefined) => void) => {
  const wanted = useRef<(() => HTMLElement | null | undefined) | null>(null);
  useEffect(() => {
    const target = wanted.current?.();
    if (!target) return;
    wanted.current = null;
    target.focus();
  });
  return useCallback((find) => {
    wanted.current = find;
  }, []);
};
