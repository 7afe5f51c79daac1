import * as v from 'valibot';

/** What a gadget or widget is set to show. */
export type ReviewConfig = {
  readonly boardId: number;
  /** A fixed sprint, or `null` for the active one, else the last closed. */
  readonly sprintId: number | null;
};

/** Reads what a dashboard kept, which any app version or person may have written: anything else is unconfigured (`null`). */
export const parseConfig = (value: unknown): ReviewConfig | null => {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : null;
};

const id = v.pipe(v.number(), v.integer(), v.minValue(1));
const schema = v.object({ boardId: id, sprintId: v.optional(v.nullable(id), null) });
