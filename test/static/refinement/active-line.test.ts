import { lineAfterChange } from '../../../static/refinement/active-line';
import { itemsOf } from '../../../static/refinement/list-items';

const lines = (...ids: readonly string[]) =>
  itemsOf([{ key: 'backlog', kind: 'backlog', title: 'Backlog', ids }]);
const then = lines('1', '2', '3', '4');

/** The line that is active once the one with the key was, among what is left. */
const afterwards = (key: string | null, left: readonly string[]): string | undefined => {
  const items = left.length === 0 ? [] : lines(...left);
  return items[lineAfterChange({ key, items: then }, items)]?.key;
};

describe('the line that Tab leads to', () => {
  it('stays where it is while others come and go', () => {
    expect(afterwards('3', ['3', '4'])).toBe('3');
    expect(afterwards('3', ['0', '1', '2', '3'])).toBe('3');
  });

  it('gives way to what came after it when it leaves, and at the end to what stood before it', () => {
    expect(afterwards('2', ['1', '3', '4'])).toBe('3');
    expect(afterwards('2', ['1', '4'])).toBe('4');
    expect(afterwards('4', ['1', '2', '3'])).toBe('3');
  });

  it('is the first as long as nobody was at any, and when nothing of what was there is left', () => {
    expect(afterwards(null, ['3', '4'])).toBe('backlog');
    expect(afterwards('2', ['8', '9'])).toBe('backlog');
    expect(afterwards('2', [])).toBeUndefined();
  });
});
