type Node = { readonly type?: string; readonly text?: string; readonly content?: readonly Node[] };

/** The paragraphs of a rich-text document, without their marks. */
export const documentText = (document: unknown): string[] => {
  if (typeof document === 'string') return document.split('\n\n');
  const { content = [] } = (document ?? {}) as Node;
  return content
    .flatMap((node) => (isBlock(node) ? documentText(node) : [plain(node)]))
    .filter((text) => text !== '');
};

const isBlock = ({ type }: Node): boolean =>
  type === 'bulletList' || type === 'orderedList' || type === 'listItem';

const plain = ({ type, text, content = [] }: Node): string =>
  type === 'hardBreak' ? '\n' : (text ?? '') + content.map(plain).join('');
