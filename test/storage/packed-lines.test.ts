import fc from 'fast-check';
import type { TaggedLine } from '../../src/domain/sprint-ledger';
import {
  packLines,
  packStartLines,
  unpackLines,
  unpackStartLines,
  type PackedLines,
} from '../../src/storage/packed-lines';
import { someLines, someStartLines } from './some-lines';

/** As storage gives it back. */
const kept = (packed: PackedLines): PackedLines => JSON.parse(JSON.stringify(packed)) as PackedLines;

describe('lines that are packed', () => {
  test('are the same when they are unpacked, and what nobody wrote down stays unknown', () => {
    fc.assert(
      fc.property(someLines, (lines) => {
        const unpacked = unpackLines(kept(packLines(lines)));
        expect(unpacked).toEqual(lines);
        expect(unpacked.map((line) => 'tagAtStart' in line)).toEqual(
          lines.map((line) => 'tagAtStart' in line),
        );
      }),
    );
  });

  test('of a start are the same when they are unpacked', () => {
    fc.assert(
      fc.property(someStartLines, (lines) => {
        expect(unpackStartLines(kept(packStartLines(lines)))).toEqual(lines);
      }),
    );
  });

  test('keep each tag once, in whichever line it comes first', () => {
    fc.assert(
      fc.property(someLines, (lines) => {
        const { tags } = packLines(lines);
        expect(new Set(tags.map((tag) => JSON.stringify(tag))).size).toBe(tags.length);
      }),
    );
  });

  test('take some 40 bytes an issue', () => {
    const lines = Array.from({ length: 300 }, (_, index): TaggedLine => ({
      issueId: String(100_000 + index),
      entrance: 'committed',
      outcome: 'completed',
      initialPoints: 5,
      finalPoints: 8,
      tag: { state: 'exempt', reason: 'bug', inherited: false },
      tagAtStart: null,
    }));
    expect(JSON.stringify(packLines(lines)).length / lines.length).toBeLessThan(40);
  });

  test('are in the order in which storage has them for ever', () => {
    const line = { issueId: '1', initialPoints: 1, finalPoints: 2, tag: null } as const;
    const entrances = (['committed', 'added', 'done-before-start'] as const).map((entrance): TaggedLine => ({
      ...line,
      entrance,
      outcome: 'completed',
    }));
    const outcomes = (['completed', 'not-completed', 'removed', 'completed-elsewhere'] as const).map(
      (outcome): TaggedLine => ({ ...line, entrance: 'committed', outcome, tagAtStart: null }),
    );
    expect(packLines([...entrances, ...outcomes])).toEqual({
      tags: [],
      lines: [
        ['1', 0, 0, 1, 2, -1, -2],
        ['1', 1, 0, 1, 2, -1, -2],
        ['1', 2, 0, 1, 2, -1, -2],
        ['1', 0, 0, 1, 2, -1, -1],
        ['1', 0, 1, 1, 2, -1, -1],
        ['1', 0, 2, 1, 2, -1, -1],
        ['1', 0, 3, 1, 2, -1, -1],
      ],
    });
    expect(packStartLines([{ issueId: '1', points: null, done: true, tag: null }])).toEqual({
      tags: [],
      lines: [['1', null, 1, -1]],
    });
  });
});
