import * as v from 'valibot';
import { parseConfig, type ReviewConfig } from './config';

/** Where the review stands, which says what it shows first and who saves its configuration. */
export type Place =
  | { readonly kind: 'sprint-action'; readonly config: ReviewConfig }
  | { readonly kind: 'view'; readonly host: Host; readonly config: ReviewConfig | null }
  | { readonly kind: 'edit'; readonly host: Host; readonly config: ReviewConfig | null };

/** The two kinds of dashboard, whose edit views save differently. */
export type Host = 'gadget' | 'widget';

/** Tells the place from the host page's context. A context of no known kind is an unconfigured widget. */
export const placeOf = (extension: Readonly<Record<string, unknown>>): Place => {
  const action = v.safeParse(sprintAction, extension);
  if (action.success) {
    const { board, sprint } = action.output;
    return { kind: 'sprint-action', config: { boardId: board.id, sprintId: sprint.id } };
  }
  const host = 'gadget' in extension || 'gadgetConfiguration' in extension ? 'gadget' : 'widget';
  const config = parseConfig(host === 'gadget' ? extension['gadgetConfiguration'] : extension['config']);
  return { kind: entryPointOf(extension) === 'edit' ? 'edit' : 'view', host, config };
};

/** Jira's documents and its typings put the entry point in different places. */
const entryPointOf = (extension: Readonly<Record<string, unknown>>): unknown =>
  extension['entryPoint'] ?? extension['extension.entryPoint'];

const numericId = v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer(), v.minValue(1));
const sprintAction = v.object({
  board: v.object({ id: numericId }),
  sprint: v.object({ id: numericId }),
});
