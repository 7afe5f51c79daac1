import { createCell } from './state-cell';

/** Who holds something that was typed and is not saved. */
const cell = createCell<{ readonly holders: ReadonlySet<object> }>({ holders: new Set() });

/** Says whether something typed would be lost with the page. */
export const holdUnsaved = (holder: object, isUnsaved: boolean): void => {
  const { holders } = cell.get();
  if (holders.has(holder) === isUnsaved) return;
  const others = [...holders].filter((one) => one !== holder);
  cell.update({ holders: new Set(isUnsaved ? [...others, holder] : others) });
};

/** How many hold something that is not saved. */
export const countUnsaved = (): number => cell.get().holders.size;

/** Lets the browser ask before the page is left while something that was typed is not saved. */
export const askBeforeUnsavedIsLost = (): void => {
  const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
  // Listening costs the page its place in the browser's cache of pages that were left.
  cell.subscribe(() => {
    removeEventListener('beforeunload', warn);
    if (countUnsaved() > 0) addEventListener('beforeunload', warn);
  });
};
