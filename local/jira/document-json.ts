/** A plain text as a document in Atlassian's format, one paragraph a line; `null` for no text. */
export const documentJson = (text: string): unknown =>
  text === ''
    ? null
    : {
        version: 1,
        type: 'doc',
        content: text.split('\n').map((line) => ({
          type: 'paragraph',
          content: line === '' ? [] : [{ type: 'text', text: line }],
        })),
      };
