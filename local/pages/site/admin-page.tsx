import { useEffect, useState, type ReactElement } from 'react';
import { now, readClock } from '../clock';
import { Show, useLoaded } from '../loading';
import { rest } from '../rest';
import { Link } from '../routing';
import { loadAccounts, type Account } from './accounts';
import { APP_ADMIN_PATH } from './app-admin-page';
import { Permissions } from './permissions';

/** Who has which rights here, what time it is, and how to begin anew. */
export const AdminPage = (): ReactElement => {
  const accounts = useLoaded('accounts', loadAccounts);
  useEffect(() => {
    document.title = 'Administration';
  }, []);
  return (
    <div className="page">
      <h1>Administration</h1>
      <h2>The app</h2>
      <p>
        <Link href={APP_ADMIN_PATH}>Throughline</Link>: export and import, and what it keeps of people. Jira
        shows this page to its administrators.
      </p>
      <h2>Accounts and rights</h2>
      <Show loaded={accounts}>{(people) => <AccountTable people={people} />}</Show>
      <h2>Permissions</h2>
      <Permissions />
      <h2>Clock</h2>
      <ClockControl />
      <h2>Starting over</h2>
      <p>
        What you change here is kept from start to start. <code>npm start -- --reset</code> begins with a
        fresh site.
      </p>
    </div>
  );
};

const AccountTable = ({ people }: { readonly people: readonly Account[] }): ReactElement => (
  <table className="plain">
    <thead>
      <tr>
        <th scope="col">Account</th>
        <th scope="col">Name</th>
        <th scope="col">May</th>
      </tr>
    </thead>
    <tbody>
      {people.map(({ userName, displayName, about, accountId: _id, ...rights }) => (
        <tr key={userName}>
          <td>
            <code>{userName}</code>
          </td>
          <td>{displayName}</td>
          <td>
            {about}
            <RightsList rights={rights} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const RightsList = ({ rights }: { readonly rights: Readonly<Record<string, unknown>> }): ReactElement => (
  <ul className="quiet">
    {linesOf(rights).map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);

/** `name: a, b` for every list and every list within an object, so that whatever rights the server tells are shown. */
const linesOf = (rights: Readonly<Record<string, unknown>>, prefix = ''): string[] =>
  Object.entries(rights).flatMap(([name, value]) => {
    const label = prefix === '' ? name : `${prefix} ${name}`;
    if (Array.isArray(value)) return value.length > 0 ? [`${label}: ${value.map(String).join(', ')}`] : [];
    return typeof value === 'object' && value !== null
      ? linesOf(value as Record<string, unknown>, label)
      : [];
  });

const ClockControl = (): ReactElement => {
  const [shown, setShown] = useState(now);
  const [error, setError] = useState('');
  const move = async (days: number) => {
    const moment = new Date(now().getTime() + days * 24 * 60 * 60 * 1000);
    try {
      await rest('/local/clock', { method: 'POST', body: { moveTo: moment.toISOString() } });
      await readClock();
      setShown(now());
      setError('');
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : String(problem));
    }
  };
  return (
    <>
      <p>Here it is {shown.toLocaleString('en-GB', { dateStyle: 'full', timeStyle: 'short' })}.</p>
      <div className="buttons">
        <button type="button" onClick={() => void move(1)}>
          One day later
        </button>
        <button type="button" onClick={() => void move(7)}>
          One week later
        </button>
      </div>
      {error !== '' && (
        <p className="problem" role="alert">
          {error}
        </p>
      )}
    </>
  );
};
