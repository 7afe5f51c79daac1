/** A text that is like the one asked for. `likeness` goes from 0 (no word in common) to 1 (the same words). */
export type Match = { readonly index: number; readonly likeness: number };

/**
 * Finds, among the texts, those that are like another one: the cosine of their words' vectors, a word weighing the more
 * the fewer texts have it (tf-idf with idf = ln((1 + N) / (1 + df)) + 1, as Manning, Raghavan and Schütze describe it).
 * Words that very many texts have say nothing and are left out. Cost grows with the words that two texts share.
 *
 * @param least - The likeness from which on a text counts as like another.
 * @returns For a text, the texts that are like it by their index, the likest first, of equals the earlier.
 */
export const textIndex = (
  texts: readonly string[],
  least: number,
): ((text: string, most: number) => Match[]) => {
  const words = texts.map(wordsOf);
  const counts = new Map<string, number>();
  for (const word of words.flatMap((own) => [...new Set(own)])) counts.set(word, (counts.get(word) ?? 0) + 1);

  const isEverywhere = (count: number): boolean =>
    texts.length >= ENOUGH_TEXTS && count > texts.length * EVERYWHERE;
  const weigh = (own: readonly string[]): Map<string, number> => {
    const weights = new Map<string, number>();
    for (const word of own) {
      const count = counts.get(word) ?? 0;
      if (isEverywhere(count)) continue;
      weights.set(word, (weights.get(word) ?? 0) + Math.log((1 + texts.length) / (1 + count)) + 1);
    }
    const length = Math.hypot(...weights.values());
    return new Map([...weights].map(([word, weight]) => [word, weight / length]));
  };

  const postings = new Map<string, { readonly indexes: number[]; readonly weights: number[] }>();
  words.forEach((own, index) => {
    for (const [word, weight] of weigh(own)) {
      const posting = postings.get(word) ?? { indexes: [], weights: [] };
      postings.set(word, posting);
      posting.indexes.push(index);
      posting.weights.push(weight);
    }
  });

  return (text, most) => {
    const likeness = new Float64Array(texts.length);
    for (const [word, mine] of weigh(wordsOf(text))) {
      const { indexes, weights } = postings.get(word) ?? NOWHERE;
      for (let at = 0; at < indexes.length; at += 1) likeness[indexes[at]!]! += mine * weights[at]!;
    }
    const matches: Match[] = [];
    likeness.forEach((value, index) => {
      if (value >= least) matches.push({ index, likeness: Math.min(1, value) });
    });
    return matches.sort((a, b) => b.likeness - a.likeness || a.index - b.index).slice(0, most);
  };
};

const NOWHERE = { indexes: [], weights: [] };

/**
 * The words of a text that may say what it is about, in any language: letters and digits that belong together, without
 * case, accents and the words that hold sentences together. Scripts that put no space between words give pairs of signs.
 */
export const wordsOf = (text: string): string[] =>
  (
    text
      .slice(0, LONGEST_TEXT)
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).flatMap((run) => (WITHOUT_SPACES.test(run) ? pairsOf(run) : saysSomething(run) ? [run] : []));

/** Fewer texts than this do not show which words are everywhere. */
const ENOUGH_TEXTS = 12;
const EVERYWHERE = 0.3;
/** A summary in Jira has 255 characters at most; nothing longer is to cost more. */
const LONGEST_TEXT = 500;

const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const pairsOf = (run: string): string[] => {
  const signs = [...run];
  return signs.length === 1 ? signs : signs.slice(1).map((sign, index) => `${signs[index]}${sign}`);
};

/** Words of two letters hold sentences together in the languages that space them; with a digit they are names. */
const saysSomething = (word: string): boolean =>
  (word.length > 2 || /\p{N}/u.test(word)) && !CONNECTING_WORDS.has(word);

const CONNECTING_WORDS: ReadonlySet<string> = new Set(
  `about after all also and any are because been before but can could does each for from had has have how into its may
  more most must not only our out over she should some such than that the their them then there these they this those
  too under until very want was were what when where which while who will with would you your`.split(/\s+/),
);
