import { load } from 'cheerio';
import fc from 'fast-check';
import { clipboardTable } from '../../../../static/sprint-review/export/clipboard-table';
import { plainText } from '../../../../static/sprint-review/export/cell';
import { hostileText } from '../../../fuzz/hostile-text';

test('hands on a table and the same as text, with numbers as they are', () => {
  const { html, text } = clipboardTable([
    ['Key result', 'Now'],
    ['Churn & co', -3],
    ['=1+1', null],
  ]);
  expect(html).toBe(
    '<table><thead><tr><th>Key result</th><th>Now</th></tr></thead><tbody>' +
      '<tr><td>Churn &#38; co</td><td>-3</td></tr><tr><td>&#39;=1+1</td><td></td></tr></tbody></table>',
  );
  expect(text).toBe("Key result\tNow\nChurn & co\t-3\n'=1+1\t");
});

test('keeps its cells whatever is in them, and makes nothing of a text but text', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(hostileText(120), hostileText(120)), { minLength: 1 }), (rows) => {
      const { html, text } = clipboardTable([['a', 'b'], ...rows]);
      const page = load(html);
      expect(
        page('body *')
          .toArray()
          .map(({ tagName }) => tagName)
          .sort(),
      ).toEqual(
        ['table', 'thead', 'tbody', ...['th', 'th', 'tr'], ...rows.flatMap(() => ['td', 'td', 'tr'])].sort(),
      );
      const lines = text.split('\n');
      expect(lines).toHaveLength(rows.length + 1);
      for (const line of lines) expect(line.split('\t')).toHaveLength(2);
      for (const cell of text.split(/[\t\n]/)) expect(plainText(cell)).toBe(cell);
    }),
  );
});
