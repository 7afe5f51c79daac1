import More from '@atlaskit/icon/core/show-more-horizontal';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import styles from './action-menu.module.css';
import { onMenuKey } from './menu-keys';

export type Action = { readonly text: string; readonly onClick: () => void };

/** Actions behind one button. Arrow keys go over them; Escape and a click elsewhere close them; the button gets the focus back. */
export const ActionMenu = ({
  label,
  actions,
}: {
  readonly label: string;
  readonly actions: readonly Action[];
}) => {
  const [isOpen, setIsOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    place.current?.querySelector<HTMLElement>(':scope li button')?.focus();
    const close = (event: PointerEvent): void => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setIsOpen(false);
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, [isOpen]);

  const leave = (): void => {
    setIsOpen(false);
    trigger.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (!isOpen) return;
    if (event.key === 'Escape') leave();
    else onMenuKey(event);
  };
  return (
    <div
      ref={place}
      className={styles.place}
      onKeyDown={onKeyDown}
      onBlur={(event) =>
        event.relatedTarget && !event.currentTarget.contains(event.relatedTarget) && setIsOpen(false)
      }
    >
      <button
        ref={trigger}
        type="button"
        className={styles.trigger}
        aria-label={label}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <More label="" />
      </button>
      {isOpen && (
        <ul className={styles.menu}>
          {actions.map(({ text, onClick }) => (
            <li key={text}>
              <button
                type="button"
                onClick={() => {
                  leave();
                  onClick();
                }}
              >
                {text}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
