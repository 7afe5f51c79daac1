import type { KeyboardEvent } from 'react';

/** Arrow keys over the items of an open menu, around its ends; home and end go to the ends. Tab works as everywhere. */
export const onMenuKey = (event: KeyboardEvent<HTMLElement>): void => {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>(':scope li button')];
  const at = items.findIndex((item) => item === event.target);
  const goes: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: at <= 0 ? items.length - 1 : at - 1,
    Home: 0,
    End: items.length - 1,
  };
  const to = goes[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items[to]?.focus();
};
