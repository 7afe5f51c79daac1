import { useEffect, type ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { readClock } from './clock';
import { Flags } from './frame/flags';
import { dropModals, Modals } from './frame/modals';
import { address, followHistory } from './routing';
import { account, startSession } from './session';
import { pageFor } from './shell/pages';
import { SideBar } from './shell/side-bar';
import { TopBar } from './shell/top-bar';
import { useStore } from './store';
import './styles/base.css';
import './styles/shell.css';
import './styles/pages.css';
import './styles/layers.css';

const LocalSite = (): ReactElement => {
  const [path = '', query] = useStore(address).split('?');
  const who = useStore(account);
  // Below `/okrs` the app moves by itself, also from its modals.
  useEffect(dropModals, [path.replace(/(\/okrs)\/.*/, '$1'), who]);
  return (
    <>
      <a className="skip" href="#content">
        Skip to content
      </a>
      <TopBar />
      <div className="body">
        <SideBar />
        <main id="content" aria-label="Page" tabIndex={-1}>
          {pageFor(query === undefined ? path : `${path}?${query}`)}
        </main>
      </div>
      <Modals />
      {createPortal(<Flags />, document.getElementById('flags')!)}
    </>
  );
};

startSession();
followHistory();
// The clock first: a frame takes its time from the page when it opens.
void readClock()
  .catch((error: unknown) => console.error(error))
  .then(() => createRoot(document.getElementById('root')!).render(<LocalSite />));
