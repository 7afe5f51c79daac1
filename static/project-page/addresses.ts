import { followPath } from '../shared/platform';
import { createCell, type Cell } from '../shared/state-cell';

/** Where within the page the address leads, and the way to elsewhere. */
export type Addresses = Pick<Cell<{ readonly address: string }>, 'get' | 'subscribe'> & {
  readonly go: (address: string) => void;
};

/** Follows the page's address from now on. */
export const followAddresses = async (): Promise<Addresses> => {
  const cell = createCell({ address: '' });
  const show = (address: string): void => cell.update({ address });
  const { go } = await followPath(show)
    // A page without addresses still has its parts.
    .catch(() => ({ go: show }));
  return { get: cell.get, subscribe: cell.subscribe, go };
};
