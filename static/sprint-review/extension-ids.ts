/** An id of Jira's, which comes as a number or as text; `null` for what is none. */
export const idOf = (value: unknown): number | null => {
  const id = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof id === 'number' && Number.isSafeInteger(id) && id >= 1 ? id : null;
};

/** The same as text, as ids of projects are told. */
export const idText = (value: unknown): string | null => {
  const id = idOf(value);
  return id === null ? null : String(id);
};

/** The same of something that has one: a board, a sprint, a project. */
export const idIn = (value: unknown): number | null =>
  typeof value === 'object' && value !== null ? idOf((value as { readonly id?: unknown }).id) : null;
