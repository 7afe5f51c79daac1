export type Listener = (payload: unknown) => unknown;

const listeners = new Map<string, Set<Listener>>();

/** Listens to an event of the app's frames or of the page; answers how to stop. */
export const on = (event: string, listener: Listener): (() => void) => {
  const known = listeners.get(event) ?? new Set();
  listeners.set(event, known.add(listener));
  return () => void known.delete(listener);
};

/** Tells all frames of the app that are on the page. */
export const emit = (event: string, payload: unknown): void => {
  for (const listener of [...(listeners.get(event) ?? [])]) void listener(payload);
};
