import type { Random } from '../../local/random';
import type { IssuePanelView } from '../../src/contract/issue-panel';
import type { KeyResultId } from '../../src/domain/ids';
import { EXEMPTION_REASONS, type Tag } from '../../src/domain/tag';
import { applyChange, isFull, type Change } from '../../static/issue-panel/change';
import type { Wish } from './operation';
import { pickFrom, wish } from './wishes';

/** What a person may come to want of an issue's panel that they look at; `null` when there is nothing to choose. */
export const tagWish = (view: IssuePanelView, random: Random, number: number): Wish | null => {
  const { issue, ownTag, objectives } = view;
  // Most who may not are content to look.
  const change = issue.mayEdit || random.chance(0.2) ? aChange(view, random, number) : null;
  if (change === null) return null;
  const payload = { issueId: issue.id, expected: ownTag, tag: applyChange(ownTag, change) };
  if (!issue.mayEdit) return wish('saveTag', payload, 'the person may not edit the issue');
  const known = objectives.flatMap(({ keyResults }) => keyResults);
  if (!random.chance(0.05) || known.length === 0) return wish('saveTag', payload);
  const unknown = `o${random.letters(9)}-${random.letters(6)}` as KeyResultId;
  const tag: Tag = { state: 'tagged', keyResults: [unknown] };
  return wish('saveTag', { ...payload, tag }, 'there is no such key result');
};

const aChange = ({ ownTag, objectives }: IssuePanelView, random: Random, number: number): Change | null => {
  const offered = objectives.flatMap(({ keyResults }) => keyResults).filter(({ archived }) => !archived);
  const kind = random.next();
  if (ownTag !== null && kind < 0.1) return { type: 'clear' };
  if (kind < 0.3) return { type: 'exempt', reason: random.pick(EXEMPTION_REASONS), note: `Note ${number}` };
  if (ownTag?.state === 'tagged' && (kind < 0.5 || isFull(ownTag))) {
    return { type: 'remove', keyResultId: random.pick(ownTag.keyResults) };
  }
  const keyResult = pickFrom(offered, random);
  return keyResult === null ? null : { type: 'add', keyResultId: keyResult.id };
};
