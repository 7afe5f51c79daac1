import { useEffect, type ReactElement } from 'react';
import { createStore, useStore } from '../store';

/** A message in the corner of the page, as `showFlag` takes it. */
export type Flag = {
  readonly id: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'info' | 'success' | 'warning' | 'error';
  readonly isAutoDismiss?: boolean;
  readonly actions?: readonly { readonly text: string; readonly onClick: () => unknown }[];
};

const flags = createStore<readonly Flag[]>([]);
const DISMISS_AFTER_MS = 8000;

/** A flag with the id of one that is there takes its place. */
export const showFlag = (flag: Flag): void =>
  flags.set([flag, ...flags.get().filter(({ id }) => id !== flag.id)]);

export const hideFlag = (flagId: string): boolean => {
  const rest = flags.get().filter(({ id }) => id !== flagId);
  const wasThere = rest.length < flags.get().length;
  flags.set(rest);
  return wasThere;
};

export const Flags = (): ReactElement => (
  <>
    {useStore(flags).map((flag) => (
      <FlagBox key={flag.id} flag={flag} />
    ))}
  </>
);

const FlagBox = ({ flag }: { readonly flag: Flag }): ReactElement => {
  const { id, isAutoDismiss } = flag;
  useEffect(() => {
    if (!isAutoDismiss) return undefined;
    const timer = setTimeout(() => hideFlag(id), DISMISS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [id, isAutoDismiss]);
  return (
    <section
      className="flag"
      data-type={flag.type ?? 'info'}
      role={flag.type === 'error' ? 'alert' : 'status'}
    >
      <div>
        <strong>{flag.title}</strong>
        <button
          type="button"
          className="icon"
          aria-label={`Dismiss: ${flag.title ?? ''}`}
          onClick={() => hideFlag(id)}
        >
          ✕
        </button>
      </div>
      {flag.description && <p>{flag.description}</p>}
      {flag.actions?.map(({ text, onClick }) => (
        <button key={text} type="button" className="link" onClick={() => void onClick()}>
          {text}
        </button>
      ))}
    </section>
  );
};
