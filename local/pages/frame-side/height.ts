import type { Ask } from '../frame/rpc';

/** Tells the page how high the content is, at once and whenever that changes. What floats over it does not count. */
export const reportHeight = (ask: Ask): void => {
  let last = 0;
  const report = (): void => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    void ask('height', height);
  };
  const observe = (): void => {
    const observer = new ResizeObserver(report);
    observer.observe(document.documentElement);
    observer.observe(document.body);
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', observe);
  else observe();
};
