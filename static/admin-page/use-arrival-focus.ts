import { useEffect, useRef, type RefObject } from 'react';

/** Takes whoever waited for it to what has come, unless they went on to something else meanwhile. */
export const useArrivalFocus = (): RefObject<HTMLDivElement> => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { activeElement, body } = document;
    if (activeElement === null || activeElement === body) place.current?.focus();
  }, []);
  return place;
};
