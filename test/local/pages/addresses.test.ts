import { toAddress, toAppLocation } from '../../../local/pages/frame/app-location';
import { fromQuery, toQuery, type FrameStart } from '../../../local/pages/frame/handshake';
import { searchTarget } from '../../../local/pages/site/search-box';

describe('the app’s location in the page’s address', () => {
  const base = '/projects/BOOK/okrs';

  test('is the root where nothing follows the base', () => {
    expect(toAppLocation(base, { pathname: base, search: '', hash: '' }, null).pathname).toBe('/');
    expect(toAddress(base, { pathname: '/', search: '', hash: '', state: null })).toBe(base);
  });

  test('comes back from the address that shows it', () => {
    const there = { pathname: '/objective/7', search: '?cycle=2', hash: '#history', state: { open: true } };
    const { pathname, search, hash } = new URL(toAddress(base, there), 'http://site');
    expect(toAppLocation(base, { pathname, search, hash }, there.state)).toEqual(there);
  });
});

describe('what a frame is told in its address', () => {
  test('comes back as it was given', () => {
    const start: FrameStart = {
      colorMode: 'dark',
      surface: 'surface-overlay',
      clockShift: -5000,
      host: 'http://127.0.0.1:1',
    };
    expect(fromQuery(`?${toQuery(start)}`)).toEqual(start);
  });

  test('is missing when the frame is opened by itself, and that is said', () => {
    expect(() => fromQuery('')).toThrow('works inside the local site only');
  });
});

describe('the search box', () => {
  test('opens the issue that is named', () => {
    expect(searchTarget(' book-12 ')).toBe('/browse/BOOK-12');
  });

  test.each([
    'project = BOOK',
    'summary ~ "x"',
    'sprint in (1, 2)',
    'issue in issuesOf(a)',
    'assignee is EMPTY',
    'order by created',
  ])('takes %s for JQL', (jql) => expect(searchTarget(jql)).toBe(`/search?jql=${encodeURIComponent(jql)}`));

  test('looks for words as text, quotes in them kept', () => {
    expect(decodeURIComponent(searchTarget('a "good" trip'))).toBe('/search?jql=text ~ "a \\"good\\" trip"');
  });
});
