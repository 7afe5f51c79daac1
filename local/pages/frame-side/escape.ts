import type { Ask } from '../frame/rpc';

/** Tells the page of an Escape that nothing in the frame wanted: a key pressed here does not reach the page's modal. */
export const forwardEscape = (ask: Ask): void => {
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) void ask('escape');
  });
};
