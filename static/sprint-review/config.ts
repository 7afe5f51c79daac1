import { idOf, idText } from './extension-ids';

/** What is reviewed: a sprint of a board or, where the board has none, a period of its rhythm. */
export type ReviewConfig = {
  readonly boardId: number;
  /** A fixed sprint, or `null` for the active one, else the last closed, else the period that runs. */
  readonly sprintId: number | null;
  /** The board's project and its name; `null` where they are not known yet. */
  readonly projectId: string | null;
  readonly boardName: string | null;
};

/** Reads what a dashboard kept, which any app version or person may have written: anything else is unconfigured (`null`). */
export const parseConfig = (value: unknown): ReviewConfig | null => {
  if (typeof value !== 'object' || value === null) return null;
  const { boardId, sprintId, projectId, boardName } = value as Readonly<Record<string, unknown>>;
  if (!isId(boardId) || !(sprintId === undefined || sprintId === null || isId(sprintId))) return null;
  return {
    boardId,
    sprintId: sprintId ?? null,
    projectId: idText(projectId),
    boardName: typeof boardName === 'string' ? boardName : null,
  };
};

const isId = (value: unknown): value is number => typeof value === 'number' && idOf(value) !== null;
