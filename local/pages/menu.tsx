import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';

type MenuProps = {
  readonly label: string;
  readonly button: ReactNode;
  readonly className?: string;
  readonly disabled?: boolean;
  readonly onOpen?: () => void;
  /** Buttons and links; choosing one closes the menu. */
  readonly children: ReactNode;
};

/** A button that unfolds a list of choices. Escape, a click elsewhere and leaving it with Tab fold it again. */
export const Menu = ({ label, button, className, disabled, onOpen, children }: MenuProps): ReactElement => {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('pointerdown', outside);
    addEventListener('focusin', outside);
    return () => {
      removeEventListener('pointerdown', outside);
      removeEventListener('focusin', outside);
    };
  }, [open]);
  const fold = () => {
    setOpen(false);
    box.current?.querySelector('button')?.focus();
  };
  return (
    <div
      ref={box}
      className="menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.preventDefault();
        fold();
      }}
    >
      <button
        type="button"
        className={className}
        aria-label={label}
        aria-expanded={open}
        disabled={disabled}
        onClick={() => {
          if (!open) onOpen?.();
          setOpen(!open);
        }}
      >
        {button}
      </button>
      {open && (
        <div className="choices" role="group" aria-label={label} onClick={fold}>
          {children}
        </div>
      )}
    </div>
  );
};
