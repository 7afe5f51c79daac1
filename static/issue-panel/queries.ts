import type { IssuePanelView, ObjectivesOf, SaveTag, TagSaved } from '../../src/contract/issue-panel';
import type { Outcome } from '../../src/contract/outcome';
import type { EffectiveTag, Tag } from '../../src/domain/tag';
import { resolveTags } from '../../src/jira/tags';
import { invokeIssuePanel } from '../shared/invoke';
import { jira } from '../shared/jira';
import { saved, toProblem, unwrap } from '../shared/loading';
import { readContext } from '../shared/platform';
import { tellColumn } from '../shared/tell-column';
import { missingFrom, type Panel } from './panel';

/**
 * The issue's key results, in one call; only where it has no tag of its own are its ancestors read, as the viewer, at
 * most one request a level.
 */
export const readPanel = async (): Promise<Panel> => {
  const issueId = await readIssueId();
  const view = unwrap(await invokeIssuePanel('loadIssuePanel', { issueId }));
  const own: Panel = { view, inherited: { state: 'unread' }, others: NO_OBJECTIVES };
  if (view.ownTag !== null || view.issue.parent === null) return own;
  try {
    const tag = await readInherited(view.issue);
    return { ...own, inherited: { state: 'known', tag }, others: await readMissing(view, tag?.tag ?? null) };
  } catch (error) {
    return { ...own, inherited: { state: 'failed', problem: toProblem(error) } };
  }
};

/** Writes the issue's own tag, unless it is no longer the one expected. */
export const saveTag = async (expected: Tag | null, tag: Tag | null): Promise<Outcome<TagSaved>> => {
  const issueId = await readIssueId();
  const payload = { issueId, expected: toPayload(expected), tag: toPayload(tag) };
  const outcome = await saved(invokeIssuePanel('saveTag', payload));
  if (outcome.ok) tellColumn([issueId]);
  return outcome;
};

const NO_OBJECTIVES: ObjectivesOf = { objectives: [], cycles: [] };

/** The issue in whose view the panel stands; asked of the host page once. */
const readIssueId = async (): Promise<string> => {
  if (knownIssueId === null) {
    const { extension } = await readContext();
    knownIssueId = (extension as { readonly issue: { readonly id: string } }).issue.id;
  }
  return knownIssueId;
};

const readInherited = async ({ id, key, parent }: IssuePanelView['issue']): Promise<EffectiveTag | null> =>
  (await resolveTags(jira, [{ id, key, parent, ownTag: null }])).get(id) ?? null;

const readMissing = async (view: IssuePanelView, tag: Tag | null): Promise<ObjectivesOf> => {
  const keyResultIds = missingFrom(tag, view.objectives);
  return keyResultIds.length === 0
    ? NO_OBJECTIVES
    : unwrap(await invokeIssuePanel('loadObjectives', { keyResultIds }));
};

/** The contract's input owns its list of key results; a tag's may not be changed. */
const toPayload = (tag: Tag | null): SaveTag['tag'] =>
  tag?.state === 'tagged' ? { ...tag, keyResults: [...tag.keyResults] } : tag;

let knownIssueId: string | null = null;
