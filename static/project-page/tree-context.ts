import { createContext, useContext } from 'react';
import type { AccountId } from '../../src/domain/ids';
import type { Cycle } from '../../src/domain/cycle';
import type { User } from '../../src/jira/users';
import type { Work } from './work-state';
import type { WorkStore } from './work-store';

/** What every row of the tree needs: the work under it, who is who, and which rows are open. */
export type Tree = {
  readonly cycle: Cycle;
  readonly work: Work;
  readonly store: WorkStore;
  readonly people: ReadonlyMap<AccountId, User>;
  readonly isOpen: (row: string, byDefault?: boolean) => boolean;
  readonly setOpen: (row: string, open: boolean) => void;
};

export const TreeContext = createContext<Tree | null>(null);

export const useTree = (): Tree => {
  const tree = useContext(TreeContext);
  if (!tree) throw new Error('This row stands outside of a tree.');
  return tree;
};
