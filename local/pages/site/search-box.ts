/** Where the search box leads: to the issue that was named, else to a search by JQL or by words. */
export const searchTarget = (typed: string): string => {
  const text = typed.trim();
  if (/^[A-Za-z][A-Za-z0-9_]+-\d+$/.test(text)) return `/browse/${text.toUpperCase()}`;
  return `/search?jql=${encodeURIComponent(looksLikeJql(text) ? text : `text ~ ${quote(text)}`)}`;
};

const looksLikeJql = (text: string): boolean =>
  /[=~<>]/.test(text) ||
  /\b(in|not in)\s*\w*\(/i.test(text) ||
  /\bis (not )?(empty|null)\b/i.test(text) ||
  /^order by\b/i.test(text);

const quote = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
