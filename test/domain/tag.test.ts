import fc from 'fast-check';
import { effectiveTag, parseTag, sameTag, storedTag, troubleWithTag, type Tag } from '../../src/domain/tag';
import { aKeyResultId } from '../builders/okrs';

const tagged: Tag = { state: 'tagged', keyResults: [aKeyResultId()] };
const exempt: Tag = { state: 'exempt', reason: 'bug', note: 'Customers wait' };

describe('reading a tag from an issue property', () => {
  test('gives back what was stored', () => {
    expect(parseTag(storedTag(tagged))).toEqual(tagged);
    expect(parseTag(storedTag(exempt))).toEqual(exempt);
  });

  test('never fails, whatever somebody wrote there', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const tag = parseTag(value);
        expect(tag === null || tag.state === 'tagged' || tag.state === 'exempt').toBe(true);
      }),
    );
  });

  test.each([
    ['a text', 'tagged'],
    ['nothing', null],
    ['an unknown state', { state: 'banana' }],
    ['no key results', { state: 'tagged', keyResults: [] }],
    ['key results that are none', { state: 'tagged', keyResults: ['<script>', 7, null, { id: 1 }] }],
    ['a list', [storedTag(tagged)]],
  ])('reads %s as untagged', (_what, value) => {
    expect(parseTag(value)).toBeNull();
  });

  test('forgives details: repeated key results, an unknown reason, a missing note', () => {
    expect(parseTag({ state: 'tagged', keyResults: [aKeyResultId(), 'junk', aKeyResultId()] })).toEqual(
      tagged,
    );
    expect(parseTag({ state: 'exempt', reason: 'because' })).toEqual({
      state: 'exempt',
      reason: 'other',
      note: '',
    });
  });

  test('takes nothing from a prototype', () => {
    expect(parseTag(JSON.parse('{"__proto__": {"state": "exempt"}}'))).toBeNull();
  });
});

describe('the trouble with an issue property', () => {
  test.each([
    ['none where there is no property', undefined, null],
    ['none with a tag', storedTag(exempt), null],
    ['none with a tag without a version', exempt, null],
    ['garbage', 'tagged', 'garbage'],
    ['garbage where it is empty', null, 'garbage'],
    ['garbage of no version that there is', { version: '2' }, 'garbage'],
    ['a newer version, though the tag reads', { ...storedTag(tagged), version: 2 }, 'newer'],
    ['a newer version, whatever it holds', { version: 2, serves: [] }, 'newer'],
  ])('is %s', (_what, value, trouble) => {
    expect(troubleWithTag(value)).toBe(trouble);
  });
});

describe('the tag that counts', () => {
  test('is the issue’s own before any ancestor’s', () => {
    expect(effectiveTag(exempt, [{ key: 'EPIC-1', tag: tagged }])).toEqual({
      tag: exempt,
      inheritedFrom: null,
    });
  });

  test('is else the nearest tagged ancestor’s', () => {
    const ancestors = [
      { key: 'STORY-1', tag: null },
      { key: 'EPIC-1', tag: tagged },
      { key: 'INIT-1', tag: exempt },
    ];
    expect(effectiveTag(null, ancestors)).toEqual({ tag: tagged, inheritedFrom: 'EPIC-1' });
  });

  test('is none where nobody said anything', () => {
    expect(effectiveTag(null, [{ key: 'EPIC-1', tag: null }])).toBeNull();
  });
});

test('two tags are the same whatever the order of their key results', () => {
  const one = aKeyResultId('kr0001');
  const two = aKeyResultId('kr0002');
  expect(
    sameTag({ state: 'tagged', keyResults: [one, two] }, { state: 'tagged', keyResults: [two, one] }),
  ).toBe(true);
  expect(sameTag({ state: 'tagged', keyResults: [one] }, { state: 'tagged', keyResults: [two] })).toBe(false);
  expect(sameTag(null, exempt)).toBe(false);
});
