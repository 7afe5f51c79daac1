import type { KeptForm } from './open-task';
import { createCell, type Cell } from './state-cell';

/** One form that may be open, and what is typed in it: outlives its place on the page. */
export type SingleTask = Pick<Cell<SingleTaskState>, 'get' | 'subscribe'> & {
  /** Opens it; asks again for one that is open. */
  readonly open: () => void;
  readonly close: () => void;
  readonly keep: <Form extends KeptForm>(make: () => Form) => Form;
  /** Whether the person was not taken to it yet since it was asked for; answers `true` once. */
  readonly takeFocus: () => boolean;
};

/** How often it was asked for; `0` while it is not open. */
type SingleTaskState = { readonly asked: number };

export const createSingleTask = (): SingleTask => {
  const cell = createCell<SingleTaskState>({ asked: 0 });
  let form: KeptForm | null = null;
  let focused = 0;
  return {
    get: cell.get,
    subscribe: cell.subscribe,
    open: () => cell.update({ asked: cell.get().asked + 1 }),
    close: () => {
      form?.leave();
      form = null;
      focused = 0;
      cell.update({ asked: 0 });
    },
    keep: <Form extends KeptForm>(make: () => Form): Form => {
      form ??= make();
      return form as Form;
    },
    takeFocus: () => {
      const { asked } = cell.get();
      if (focused === asked) return false;
      focused = asked;
      return true;
    },
  };
};
