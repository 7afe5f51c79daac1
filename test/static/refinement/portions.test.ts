import { createPortions } from '../../../static/refinement/portions';
import { createSlots } from '../../../static/refinement/slots';

const MOST = 3;
const ITEMS = ['the', 'list'];

type Line = {
  readonly key: string;
  readonly row: string | null;
  readonly isActive: boolean;
  readonly items: unknown;
};

/** Lines of issues; those that are not read begin with a question mark, the active one with a star. */
const linesOf = (words: string, items: unknown = ITEMS): Line[] =>
  words.split(' ').map((word) => ({
    key: word.replace(/^[?*]/, ''),
    row: word.startsWith('?') ? null : 'read',
    isActive: word.startsWith('*'),
    items,
  }));

const aPage = () => {
  const slotsOf = createSlots();
  const portions = createPortions<Line>(MOST);
  /** What the page shows then, written as it was asked for. */
  const draw = (words: string, frame: number, items?: unknown): string => {
    const lines = linesOf(words, items);
    const { drawn, isAll } = portions.draw(lines, slotsOf(lines.map(({ key }) => key)), frame);
    const shown = [...drawn.values()].map(
      ({ key, row, isActive }) => `${row === null ? '?' : ''}${isActive ? '*' : ''}${key}`,
    );
    return `${shown.join(' ')}${isAll ? '' : ' …'}`;
  };
  return { draw, hasRoom: portions.hasRoom };
};

describe('the lines of a page, portion by portion', () => {
  it('draws so many issues in a frame, and the others in the frames after', () => {
    const { draw, hasRoom } = aPage();
    expect(draw('a b c d e', 1)).toBe('a b c …');
    expect(hasRoom(1)).toBe(false);
    expect(hasRoom(2)).toBe(true);
    expect(draw('a b c d e', 2)).toBe('a b c d e');
  });

  it('draws no more in the same frame, however often it is asked', () => {
    const { draw } = aPage();
    expect(draw('a b', 1)).toBe('a b');
    expect(draw('c d e', 1)).toBe('c b …');
    expect(draw('c d e', 1)).toBe('c b …');
    expect(draw('c d e', 2)).toBe('c d e');
  });

  it('lets issues that are not read come all at once, and what they say portion by portion', () => {
    const { draw } = aPage();
    expect(draw('?a ?b ?c ?d ?e', 1)).toBe('?a ?b ?c ?d ?e');
    expect(draw('a b c d e', 2)).toBe('a b c ?d ?e …');
    expect(draw('a b c d e', 3)).toBe('a b c d e');
  });

  it('has what is shown follow at once where only something else of it changed', () => {
    const { draw } = aPage();
    draw('a b c', 1);
    expect(draw('a *b c', 1)).toBe('a *b c');
  });

  it('never lets the line with the focus wait', () => {
    const { draw } = aPage();
    expect(draw('a b c d *e', 1)).toBe('a b *e …');
    expect(draw('f g h *i', 1)).toMatch(/\*i …$/);
  });

  it('shows nothing twice, and at no time two lines with the focus', () => {
    const { draw } = aPage();
    draw('*a b c', 1);
    expect(draw('d e *f', 1)).toBe('a b *f …');
    // What waited comes back before its turn.
    expect(draw('*a g h', 1).split(' ').sort()).toEqual([...new Set(draw('*a g h', 1).split(' '))].sort());
    expect(draw('*a g h', 2)).toBe('*a g h');
  });

  it('keeps nothing of a list that has changed', () => {
    const { draw } = aPage();
    draw('a b c', 1);
    expect(draw('d e f', 1, ['another', 'list'])).toBe(' …');
    expect(draw('d e f', 2, ['another', 'list'])).toBe('d e f');
  });
});
