/** How long a text is, once that is near what may be said; `null` before. */
export const lengthWords = (text: string, longest: number): string | null => {
  const { length } = text.trim();
  if (length <= longest * NEAR) return null;
  const words = `${length} of ${longest} characters`;
  return length > longest ? `${words}: shorten it to save it` : words;
};

const NEAR = 0.8;
