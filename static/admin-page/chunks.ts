/** The items in lists of at most `size`. */
export const chunksOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );

/** The items in lists of at most `most` items and `bytes` of text; an item that is larger has a list of its own. */
export const chunksByWeight = <T>(items: readonly T[], most: number, bytes: number): T[][] => {
  const chunks: T[][] = [];
  let weight = Infinity;
  for (const item of items) {
    const own = new TextEncoder().encode(JSON.stringify(item)).length;
    const last = chunks.at(-1);
    if (last === undefined || weight + own > bytes || last.length >= most) {
      chunks.push([item]);
      weight = own;
    } else {
      last.push(item);
      weight += own;
    }
  }
  return chunks;
};
