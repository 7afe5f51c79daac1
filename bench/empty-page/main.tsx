import { invoke } from '@forge/bridge';
import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import ProgressBar from '@atlaskit/progress-bar';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** The least that a page of this kind costs: one resolver call, and three widgets that show that it came back. */
function EmptyPage() {
  const [answered, setAnswered] = useState(false);
  useEffect(() => {
    void invoke('load', {}).then(() => setAnswered(true));
  }, []);
  return (
    <main>
      <Button>Do nothing</Button>
      <Lozenge>{answered ? 'answered' : 'waiting'}</Lozenge>
      <ProgressBar ariaLabel="Nothing" value={answered ? 1 : 0} />
      {answered && <p data-testid="data-on-screen">There is nothing here.</p>}
    </main>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<EmptyPage />);
