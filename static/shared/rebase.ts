/** What a form holds: texts as typed, and choices. */
export type Values = Readonly<Record<string, string | null>>;

/** What the person changed, on top of what somebody else saved meanwhile. */
export const rebased = <V extends Values>(base: V, mine: V, theirs: V): V =>
  Object.fromEntries(
    Object.keys(theirs).map((key) => [key, mine[key] === base[key] ? theirs[key] : mine[key]]),
  ) as V;

/** The fields in which the two differ. */
export const differing = <V extends Values>(a: V, b: V): (keyof V & string)[] =>
  Object.keys(a).filter((key) => a[key] !== b[key]);
