/** The number that was typed; nothing typed is no number, which the back end refuses with words. */
export const typedNumber = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));
