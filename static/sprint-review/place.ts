import { parseConfig, type ReviewConfig } from './config';
import { idIn, idText } from './extension-ids';

/** Where the review stands, which says what it shows first and who saves its configuration. */
export type Place =
  | { readonly kind: 'sprint-action'; readonly config: ReviewConfig }
  | { readonly kind: 'view'; readonly host: Host; readonly config: ReviewConfig | null }
  | { readonly kind: 'edit'; readonly host: Host; readonly config: ReviewConfig | null };

/** The two kinds of dashboard, whose edit views save differently. */
export type Host = 'gadget' | 'widget';

/** Tells the place from the host page's context. A context of no known kind is an unconfigured widget. */
export const placeOf = (extension: Readonly<Record<string, unknown>>): Place => {
  const boardId = idIn(extension['board']);
  const sprintId = idIn(extension['sprint']);
  if (boardId !== null && sprintId !== null) {
    return {
      kind: 'sprint-action',
      config: { boardId, sprintId, projectId: idText(idIn(extension['project'])), boardName: null },
    };
  }
  const host = 'gadget' in extension || 'gadgetConfiguration' in extension ? 'gadget' : 'widget';
  const config = parseConfig(host === 'gadget' ? extension['gadgetConfiguration'] : extension['config']);
  return { kind: entryPointOf(extension) === 'edit' ? 'edit' : 'view', host, config };
};

/** Jira's documents and its typings put the entry point in different places. */
const entryPointOf = (extension: Readonly<Record<string, unknown>>): unknown =>
  extension['entryPoint'] ?? extension['extension.entryPoint'];
