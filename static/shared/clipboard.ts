/** What is copied: a text and, for who can paste a table, the same as HTML. */
export type Copied = { readonly text: string; readonly html?: string };

/**
 * Puts something into the clipboard; `false` where the browser keeps the page from it. Where the newer way is missing or
 * refused, the older one may still be open: it needs no permission, only the press of a button.
 */
export const copy = async (copied: Copied): Promise<boolean> => {
  try {
    await write(copied);
    return true;
  } catch {
    return writeByCommand(copied);
  }
};

const write = ({ text, html }: Copied): Promise<void> => {
  if (html === undefined) return navigator.clipboard.writeText(text);
  const of = (type: string, content: string): Blob => new Blob([content], { type });
  return navigator.clipboard.write([
    new ClipboardItem({ 'text/html': of('text/html', html), 'text/plain': of('text/plain', text) }),
  ]);
};

const writeByCommand = ({ text, html }: Copied): boolean => {
  let isTaken = false;
  const give = (event: ClipboardEvent): void => {
    if (!event.clipboardData) return;
    event.clipboardData.setData('text/plain', text);
    if (html !== undefined) event.clipboardData.setData('text/html', html);
    event.preventDefault();
    isTaken = true;
  };
  document.addEventListener('copy', give, { once: true });
  try {
    return document.execCommand('copy') && isTaken;
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', give);
  }
};
