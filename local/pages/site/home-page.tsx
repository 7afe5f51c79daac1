import { useEffect, type ReactElement } from 'react';
import { loadProjects } from '../jira-data';
import { Show, useLoaded } from '../loading';
import { rest } from '../rest';
import { Link } from '../routing';
import { account } from '../session';
import { useStore } from '../store';
import { loadAccounts } from './accounts';

type Tour = {
  readonly name: string;
  readonly tour: readonly {
    readonly title: string;
    readonly text: string;
    readonly link: string;
    readonly account?: string;
  }[];
};

export const loadTour = (): Promise<Tour> => rest<Tour>('/local/tour');

/** What to try here, in order; who you are; the projects. */
export const HomePage = (): ReactElement => {
  const tour = useLoaded('tour', loadTour);
  useEffect(() => {
    document.title = tour.value?.name ?? 'Local site';
  }, [tour.value]);
  return (
    <div className="page">
      <h1>Welcome to {tour.value?.name ?? 'the local site'}</h1>
      <Who />
      <h2>What to try, in order</h2>
      <Show loaded={tour}>
        {({ tour: steps }) => (
          <ol className="tour">
            {steps.map((step) => (
              <li key={step.title}>
                <h3>
                  <Link href={step.account ? withAccount(step.link, step.account) : step.link}>
                    {step.title}
                  </Link>
                  {step.account && <span className="quiet"> as {step.account}</span>}
                </h3>
                <p>{step.text}</p>
              </li>
            ))}
          </ol>
        )}
      </Show>
      <h2>Projects</h2>
      <ProjectList />
    </div>
  );
};

const withAccount = (link: string, userName: string): string => {
  const url = new URL(link, location.origin);
  url.searchParams.set('as', userName);
  return url.pathname + url.search + url.hash;
};

const Who = (): ReactElement => {
  const userName = useStore(account);
  const loaded = useLoaded('accounts', loadAccounts);
  const person = loaded.value?.find((one) => one.userName === userName);
  return (
    <p>
      {person ? (
        <>
          You are <strong>{person.displayName}</strong>. {person.about}
        </>
      ) : (
        'You are not logged in.'
      )}{' '}
      The switch at the top right makes you somebody else.
    </p>
  );
};

const ProjectList = (): ReactElement => {
  const loaded = useLoaded('projects', loadProjects);
  return (
    <Show loaded={loaded}>
      {(projects) =>
        projects.length === 0 ? (
          <p className="quiet">There is no project that you may see.</p>
        ) : (
          <ul>
            {projects.map(({ key, name }) => (
              <li key={key}>
                <Link href={`/projects/${key}/backlog`}>{name}</Link> <span className="quiet">{key}</span>
              </li>
            ))}
          </ul>
        )
      }
    </Show>
  );
};
