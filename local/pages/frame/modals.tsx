import { useEffect, useLayoutEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { createStore, useStore } from '../store';

export type ModalSize = string | { readonly width: string; readonly height?: string };

export type ModalContent = {
  /** Shown above the content; without it the content has its own heading and `label` names the modal. */
  readonly title?: string;
  readonly label: string;
  readonly size: ModalSize;
  readonly closeOnEscape?: boolean;
  readonly closeOnOverlayClick?: boolean;
  readonly render: (close: (payload?: unknown) => void) => ReactNode;
  /** Runs while the content is still there. The modal waits for what it answers, though not for long. */
  readonly beforeClose?: () => unknown;
  readonly onClosed?: (payload: unknown) => unknown;
};

type OpenModal = ModalContent & { readonly id: number };

const modals = createStore<readonly OpenModal[]>([]);
let count = 0;

/** Lays a modal over the page; what was there before cannot be reached until it closes. */
export const openModal = (content: ModalContent): void =>
  modals.set([...modals.get(), { ...content, id: ++count }]);

/** What Escape does: closes the topmost modal if it lets itself be closed so. */
export const escapeModal = (): void => {
  const top = modals.get().at(-1);
  if (top && top.closeOnEscape !== false) void closeModal(top, undefined);
};

/** All modals go when the page does; nobody waits for them any more. */
export const dropModals = (): void => {
  if (modals.get().length > 0) modals.set([]);
};

export const Modals = (): ReactElement => {
  const open = useStore(modals);
  useLayoutEffect(() => {
    document.getElementById('root')!.inert = open.length > 0;
  }, [open.length]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) =>
      event.key === 'Escape' && !event.defaultPrevented && escapeModal();
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const boxes = open.map((modal, at) => (
    <ModalBox key={modal.id} modal={modal} covered={at < open.length - 1} />
  ));
  return createPortal(boxes, document.getElementById('modals')!);
};

const PATIENCE_MS = 1000;
const closing = new WeakSet<OpenModal>();

const closeModal = async (modal: OpenModal, payload: unknown): Promise<void> => {
  if (!modals.get().includes(modal) || closing.has(modal)) return;
  closing.add(modal);
  const ending = modal.beforeClose?.();
  // A frame that fails or never answers does not keep its modal open.
  if (ending instanceof Promise) await Promise.race([ending.catch(() => undefined), pause(PATIENCE_MS)]);
  modals.set(modals.get().filter((one) => one !== modal));
  void modal.onClosed?.(payload);
};

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const ModalBox = ({
  modal,
  covered,
}: {
  readonly modal: OpenModal;
  readonly covered: boolean;
}): ReactElement => {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    box.current?.focus();
    // The page is inert until it has been drawn without the modal.
    return () => void requestAnimationFrame(() => before instanceof HTMLElement && before.focus());
  }, []);
  const { size } = modal;
  return (
    <div
      className="overlay"
      {...(covered ? { inert: '' } : {})}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget && modal.closeOnOverlayClick !== false)
          void closeModal(modal, undefined);
      }}
    >
      <div
        ref={box}
        className="modal"
        role="dialog"
        aria-modal="true"
        aria-label={modal.title || modal.label}
        tabIndex={-1}
        data-size={typeof size === 'string' ? size : 'custom'}
        style={typeof size === 'string' ? undefined : { width: size.width, height: size.height }}
      >
        {modal.title && (
          <header>
            <h2>{modal.title}</h2>
            <button
              type="button"
              className="icon"
              aria-label="Close"
              onClick={() => void closeModal(modal, undefined)}
            >
              ✕
            </button>
          </header>
        )}
        {modal.render((payload) => void closeModal(modal, payload))}
      </div>
    </div>
  );
};
