import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** How wide an element is, in pixels; `null` until it stands on the page. */
export const useWidth = <T extends HTMLElement>(): readonly [RefObject<T>, number | null] => {
  const element = useRef<T>(null);
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    setWidth(Math.floor(element.current.clientWidth));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, width];
};
