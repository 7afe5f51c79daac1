/** What has the same key, together, in the order of its first. (`Map.groupBy` came to Node later than we begin.) */
export const grouped = <T>(all: Iterable<T>, keyOf: (one: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
};
