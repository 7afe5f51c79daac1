import { AppFrame } from './app-frame';
import type { Frame } from './frame-place';
import { openModal, type ModalSize } from './modals';

/** What `Modal` of the bridge sends. */
export type ModalRequest = {
  readonly resource: string | null;
  readonly size: ModalSize;
  readonly context: unknown;
  readonly title: string;
  readonly closeOnEscape: boolean;
  readonly closeOnOverlayClick: boolean;
  readonly onClose: (payload: unknown) => unknown;
};

/** Opens a resource of the app over the page. It gets its opener's context, with the request's under `modal`. */
export const openFrameModal = ({ module, resource, extension }: Frame, request: ModalRequest): boolean => {
  let beforeClose: (() => unknown) | undefined;
  openModal({
    title: request.title,
    label: module.title,
    size: request.size,
    closeOnEscape: request.closeOnEscape,
    closeOnOverlayClick: request.closeOnOverlayClick,
    beforeClose: () => beforeClose?.(),
    onClosed: request.onClose,
    render: (close) => (
      <AppFrame
        module={module}
        resource={request.resource ?? resource}
        extension={{ ...extension, modal: request.context }}
        label={request.title || module.title}
        surface="surface-overlay"
        height="fill"
        place={{
          close,
          submit: close,
          onClose: (callback) => {
            beforeClose = callback;
          },
        }}
      />
    ),
  });
  return true;
};
