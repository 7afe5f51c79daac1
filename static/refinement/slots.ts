/**
 * Gives each line that is drawn a slot of the page, and the slots of lines that went out of sight to those that came in:
 * what stands there is changed, which costs half of making it anew. A line that stays keeps its slot, and so the focus.
 */
export const createSlots = (): ((keys: readonly string[]) => ReadonlyMap<string, number>) => {
  let taken = new Map<string, number>();
  return (keys) => {
    const kept = keys.flatMap((key) => {
      const slot = taken.get(key);
      return slot === undefined ? [] : [[key, slot] as const];
    });
    const next = new Map(kept);
    const used = new Set(next.values());
    let free = 0;
    for (const key of keys) {
      if (next.has(key)) continue;
      while (used.has(free)) free += 1;
      used.add(free);
      next.set(key, free);
    }
    taken = next;
    return next;
  };
};
