/**
 * Whether a text holds what `~` asks for: every word of the query, in any order and case, `auth*` for a beginning, or
 * with a pair of quotes inside the quotes the very phrase.
 */
export const textMatcher = (query: string): ((text: string) => boolean) => {
  const phrase = /^"(.*)"$/s.exec(query.trim());
  if (phrase) {
    const wanted = words(phrase[1] ?? '').join(' ');
    return (text) => ` ${words(text).join(' ')} `.includes(` ${wanted} `);
  }
  const wanted = query.toLowerCase().match(/[\p{L}\p{N}_]+\*?/gu) ?? [];
  return (text) => {
    const found = words(text);
    return wanted.length > 0 && wanted.every((word) => found.some((candidate) => fits(candidate, word)));
  };
};

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

const fits = (word: string, wanted: string): boolean =>
  wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted;
