import { applyChange, intention, isFull } from '../../../static/issue-panel/change';
import type { KeyResultId } from '../../../src/domain/ids';
import type { Tag } from '../../../src/domain/tag';
import { aKeyResultId } from '../../builders/okrs';

const [first, second] = [aKeyResultId('first1'), aKeyResultId('secon2')];
const serving = (...keyResults: KeyResultId[]): Tag => ({ state: 'tagged', keyResults });
const exempt: Tag = { state: 'exempt', reason: 'bug', note: '' };

describe('a change of what an issue serves', () => {
  it('adds a key result after those that are there', () => {
    expect(applyChange(serving(first), { type: 'add', keyResultId: second })).toEqual(serving(first, second));
  });

  it('adds nothing twice', () => {
    expect(applyChange(serving(first), { type: 'add', keyResultId: first })).toEqual(serving(first));
  });

  it('leaves no tag when the last key result is removed', () => {
    expect(applyChange(serving(first), { type: 'remove', keyResultId: first })).toBeNull();
  });

  it('ends an exemption with the first key result, and key results with an exemption', () => {
    expect(applyChange(exempt, { type: 'add', keyResultId: first })).toEqual(serving(first));
    expect(applyChange(serving(first), exemptAs('operations'))).toEqual({
      state: 'exempt',
      reason: 'operations',
      note: 'a note',
    });
  });

  it('keeps an exemption that came meanwhile when a key result was to be removed', () => {
    expect(applyChange(exempt, { type: 'remove', keyResultId: first })).toBe(exempt);
  });

  it('applies to what somebody else has written as well as to what was seen', () => {
    expect(applyChange(serving(second), { type: 'add', keyResultId: first })).toEqual(serving(second, first));
  });

  it('brings back the tag that was there', () => {
    expect(applyChange(null, { type: 'restore', tag: exempt })).toBe(exempt);
  });

  it('knows when an issue serves as many key results as it may', () => {
    const ids = ['kr0001', 'kr0002', 'kr0003', 'kr0004', 'kr0005'].map((ending) => aKeyResultId(ending));
    expect(isFull(serving(...ids))).toBe(true);
    expect(isFull(serving(...ids.slice(1)))).toBe(false);
  });

  it('says in words what was wanted', () => {
    expect(intention({ type: 'add', keyResultId: first }, () => 'Fewer calls')).toBe('add “Fewer calls”');
  });
});

const exemptAs = (reason: 'operations') => ({ type: 'exempt', reason, note: 'a note' }) as const;
