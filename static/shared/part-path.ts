import { createContext, useContext } from 'react';

/** Where within its part of the page the address leads. */
export type PartPath = {
  /** What follows the part's own name, such as `1/7`; empty at its beginning. */
  readonly path: string;
  /** Goes to another place within the part, from which the browser's back button comes back. */
  readonly go: (path: string) => void;
};

/** Of a part of the project page; `null` elsewhere. */
export const PartPathContext = createContext<PartPath | null>(null);

export const usePartPath = (): PartPath => {
  const place = useContext(PartPathContext);
  if (!place) throw new Error('This part stands outside of the project page.');
  return place;
};
