/** What is to happen, by its moment in milliseconds; of one moment, by its order, then by when it was put here. */
export type Agenda = {
  readonly add: (at: number, happen: () => Promise<void>, order?: number) => void;
  /** Has everything happen in its turn, what is added meanwhile too. */
  readonly play: (moveTo: (moment: number) => void) => Promise<void>;
};

type Entry = {
  readonly at: number;
  readonly order: number;
  readonly number: number;
  readonly happen: () => Promise<void>;
};

export const createAgenda = (): Agenda => {
  const heap: Entry[] = [];
  let count = 0;
  let now = -Infinity;
  return {
    add: (at, happen, order = 0) => {
      if (at < now) throw new Error('What is to happen cannot be in the past.');
      heap.push({ at, order, number: (count += 1), happen });
      rise(heap, heap.length - 1);
    },
    play: async (moveTo) => {
      for (let next = takeFirst(heap); next !== undefined; next = takeFirst(heap)) {
        now = next.at;
        moveTo(now);
        await next.happen();
      }
    },
  };
};

const isBefore = (a: Entry, b: Entry): boolean =>
  (a.at - b.at || a.order - b.order || a.number - b.number) < 0;

const rise = (heap: Entry[], from: number): void => {
  for (let at = from; at > 0;) {
    const above = (at - 1) >> 1;
    if (!isBefore(heap[at]!, heap[above]!)) return;
    swap(heap, at, above);
    at = above;
  }
};

const takeFirst = (heap: Entry[]): Entry | undefined => {
  const [first] = heap;
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return first;
  heap[0] = last;
  for (let at = 0; ;) {
    const below = [2 * at + 1, 2 * at + 2].filter((child) => child < heap.length);
    const least = below.reduce((best, child) => (isBefore(heap[child]!, heap[best]!) ? child : best), at);
    if (least === at) return first;
    swap(heap, at, least);
    at = least;
  }
};

const swap = (heap: Entry[], a: number, b: number): void => {
  [heap[a], heap[b]] = [heap[b]!, heap[a]!];
};
