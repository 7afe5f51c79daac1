/** The parts of the page that were opened, in that order, and where each of them stands. */
export type OpenParts = {
  readonly shown: string;
  readonly paths: ReadonlyMap<string, string>;
};

/** The parts after an address was gone to. What names no part leads to the first one, whose own name is empty. */
export const openedAt = (
  before: OpenParts | null,
  address: string,
  isPart: (name: string) => boolean,
): OpenParts => {
  const [name = '', ...within] = address.split('/');
  const shown = isPart(name) ? name : '';
  return { shown, paths: new Map(before?.paths).set(shown, shown === '' ? '' : within.join('/')) };
};

/** The address of a place within a part; without one, of its beginning. */
export const addressOf = (part: string, within = ''): string => (within === '' ? part : `${part}/${within}`);
