import type { ReactElement } from 'react';
import { useLoaded } from '../loading';
import { goTo, Link } from '../routing';
import { account, colorMode, setAccount, setColorMode } from '../session';
import { loadAccounts } from '../site/accounts';
import { loadTour } from '../site/home-page';
import { searchTarget } from '../site/search-box';
import { useStore } from '../store';

/** The site's name, the search box, and the switches of account and theme. */
export const TopBar = (): ReactElement => {
  const tour = useLoaded('tour', loadTour);
  const name = tour.value?.name ?? 'Local site';
  return (
    <header className="top-bar">
      <Link href="/" className="site-name">
        <span className="logo" aria-hidden="true">
          {name.charAt(0).toUpperCase()}
        </span>
        {name}
      </Link>
      <SearchBox />
      <AccountSwitch />
      <ThemeSwitch />
    </header>
  );
};

const SearchBox = (): ReactElement => (
  <form
    role="search"
    onSubmit={(event) => {
      event.preventDefault();
      const typed = String(new FormData(event.currentTarget).get('query') ?? '');
      if (typed.trim() !== '') goTo(searchTarget(typed));
    }}
  >
    <input
      name="query"
      type="search"
      aria-label="Search: JQL, an issue key or words"
      placeholder="Search or JQL"
    />
  </form>
);

const AccountSwitch = (): ReactElement => {
  const chosen = useStore(account);
  const people = useLoaded('accounts', loadAccounts).value ?? [];
  const unknown = chosen !== '' && !people.some(({ userName }) => userName === chosen);
  return (
    <select aria-label="Account" value={chosen} onChange={({ target }) => setAccount(target.value)}>
      {unknown && <option value={chosen}>{chosen}</option>}
      {people.map(({ userName, displayName, about }) => (
        <option key={userName} value={userName} title={about}>
          {displayName} ({userName})
        </option>
      ))}
      <option value="">Nobody (not logged in)</option>
    </select>
  );
};

const ThemeSwitch = (): ReactElement => {
  const dark = useStore(colorMode) === 'dark';
  return (
    <button type="button" aria-pressed={dark} onClick={() => setColorMode(dark ? 'light' : 'dark')}>
      Dark
    </button>
  );
};
