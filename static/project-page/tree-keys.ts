import type { KeyboardEvent } from 'react';

/**
 * Arrow keys over the rows that open: up and down go to the next, right opens or goes in, left closes or goes out, home
 * and end go to the ends. Tab works as everywhere.
 */
export const onTreeKey = (event: KeyboardEvent<HTMLElement>): void => {
  const from = event.target;
  if (!(from instanceof HTMLElement) || !from.matches(TOGGLE)) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>(TOGGLE)];
  const at = rows.indexOf(from);
  const isOpen = from.getAttribute('aria-expanded') === 'true';
  const goTo = (row: HTMLElement | undefined): void => row?.focus();
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => goTo(rows[at + 1]),
    ArrowUp: () => goTo(rows[at - 1]),
    ArrowRight: () =>
      isOpen ? goTo(rows.slice(at + 1, at + 2).find((row) => levelOf(row) > levelOf(from))) : from.click(),
    ArrowLeft: () =>
      isOpen
        ? from.click()
        : goTo(
            rows
              .slice(0, at)
              .filter((row) => levelOf(row) < levelOf(from))
              .at(-1),
          ),
    Home: () => goTo(rows[0]),
    End: () => goTo(rows.at(-1)),
  };
  const move = moves[event.key];
  if (!move) return;
  event.preventDefault();
  move();
};

const TOGGLE = 'button[data-level]';

const levelOf = (row: HTMLElement): number => Number(row.dataset['level']);
