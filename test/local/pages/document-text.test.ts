import { documentText } from '../../../local/pages/document-text';

const text = (words: string) => ({ type: 'text', text: words });

test('a document is read paragraph by paragraph, lists item by item', () => {
  const document = {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [text('First '), text('line'), { type: 'hardBreak' }, text('second')] },
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('item')] }] }],
      },
      { type: 'paragraph' },
    ],
  };
  expect(documentText(document)).toEqual(['First line\nsecond', 'item']);
});

test('no document has no paragraphs', () => {
  expect(documentText(null)).toEqual([]);
});
