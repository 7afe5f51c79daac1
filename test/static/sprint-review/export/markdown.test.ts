import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { markdownTable, markdownText } from '../../../../static/sprint-review/export/markdown';
import { HOSTILE_TEXTS, hostileText } from '../../../fuzz/hostile-text';

const reader = new MarkdownIt({ html: true, linkify: true, typographer: false });

const MARKUP = [
  '**bold** _and_ `code` ~~gone~~',
  '[x](http://a.example)',
  '![x](http://a.example/x.png)',
  '[x]: http://a.example',
  '<http://a.example>',
  'http://a.example and https://b.example/x?y=z#w',
  'www.example.com',
  'example.com',
  'mailto:a@b.com a@b.com',
  '# head',
  '## head ##',
  '- item',
  '+ item',
  '1. item',
  '2) item',
  '> quote',
  '    code',
  '---',
  '===',
  '| a | b |',
  '\\| x |',
  'x\\',
  'x | y',
  '`|`',
  '&lt;b&gt; &#60; &copy;',
  '<!-- x',
  '<b>',
  '</td></table>',
  '[^1]',
  '- [ ] task',
  'a\n\n# b\n\n| c |',
  '$x$',
];

const anyText = fc.oneof(
  fc
    .array(fc.constantFrom(...'\\`*_{}[]()<>#+-!|~^$&=:.@/w1x \n'), { maxLength: 14 })
    .map((signs) => signs.join('')),
  fc.constantFrom(...MARKUP, ...HOSTILE_TEXTS),
  hostileText(200),
);

/** What is left of a text that stands on one line, joiners that are not seen left out. */
const words = (text: string): string =>
  text
    .replace(/[\s\u0085]+/g, ' ')
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim();
const seen = (text: string): string => text.replaceAll('\u2060', '');

/** The words of a line that holds nothing but words. */
const plainWords = (line: string, block: string): string => {
  const tokens = reader.parse(line, {});
  expect(tokens.map(({ type }) => type)).toEqual([`${block}_open`, 'inline', `${block}_close`]);
  const [, inline] = tokens;
  expect((inline!.children ?? []).filter(({ type }) => type !== 'text').map(({ type }) => type)).toEqual([]);
  return seen((inline!.children ?? []).map(({ content }) => content).join(''));
};

test('a text stays a text, wherever it stands in a line', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const expected = seen(words(text));
      expect(plainWords(`So: ${markdownText(text)} .`, 'paragraph')).toBe(`So: ${expected} .`);
      expect(plainWords(`## ${markdownText(text)}`, 'heading')).toBe(expected);
      if (expected !== '') expect(plainWords(markdownText(text), 'paragraph')).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});

test('a table keeps its rows and columns whatever is in its cells', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anyText, anyText, fc.integer()), { minLength: 1, maxLength: 5 }),
      (rows) => {
        const tokens = reader.parse(markdownTable([['One', 'Two', 'Three'], ...rows]), {});
        const cells = tokens.filter(({ type }) => type === 'inline').map(({ children }) => children ?? []);
        expect(tokens[0]!.type).toBe('table_open');
        expect(tokens.at(-1)!.type).toBe('table_close');
        expect(tokens.filter(({ type }) => type === 'tr_open')).toHaveLength(rows.length + 1);
        expect(cells).toHaveLength((rows.length + 1) * 3);
        expect(cells.flat().filter(({ type }) => type !== 'text')).toEqual([]);
        const texts = cells.slice(3).map((children) => seen(children.map(({ content }) => content).join('')));
        expect(texts.filter((_, index) => index % 3 < 2)).toEqual(
          rows.flatMap(([a, b]) => [seen(words(a)), seen(words(b))]),
        );
      },
    ),
    { numRuns: 1000 },
  );
});

test('a mail address and a name behind an @ lead nowhere', () => {
  expect(markdownText('ask a@b.com or @everybody')).toBe('ask a@\u2060b\\.com or @\u2060everybody');
});

test('says what people wrote without more signs than needed', () => {
  expect(markdownText('BOOK-12: 3.5 of 7 (half), so-so. Done!')).toBe(
    'BOOK-12: 3.5 of 7 (half), so-so. Done!',
  );
});

test('puts numbers to the right, and leaves cells empty that hold nothing', () => {
  expect(
    markdownTable([
      ['Key result', 'Now'],
      ['Churn', -3],
      ['Trust', null],
    ]),
  ).toBe('| Key result | Now |\n| --- | --: |\n| Churn | −3 |\n| Trust |  |');
});
