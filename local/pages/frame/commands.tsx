import { colorMode } from '../session';
import { on, emit, type Listener } from './app-events';
import type { AppLocation } from './app-location';
import { callServer } from './bridge-call';
import type { Frame, HistoryListener } from './frame-place';
import { changeLocation, followLocation } from './frame-history';
import { hideFlag, showFlag, type Flag } from './flags';
import { openFrameModal, type ModalRequest } from './frame-modal';
import { openIssueModal } from './issue-modal';
import { escapeModal } from './modals';
import { goToTarget, urlOf, type Target } from './navigation';
import type { Answerer } from './rpc';

/** Answers what a frame asks through its bridge. @throws for a command it does not know, by its name. */
export const answerFrame = (frame: Frame): Answerer => {
  const commands = commandsOf(frame);
  return (command, data) => {
    if (!Object.hasOwn(commands, command)) {
      throw new Error(`The local site does not know the bridge command "${command}".`);
    }
    return commands[command]?.(data as never);
  };
};

type Commands = Record<string, (data: never) => unknown>;

const commandsOf = (frame: Frame): Commands => ({
  ...serverCommands(frame),
  ...viewCommands(frame),
  ...pageCommands(frame),
});

const serverCommands = ({ module, extension }: Frame): Commands => {
  const ask = (command: string, data?: unknown) => callServer(module.key, extension, command, data);
  // The page knows where its frame stands before the frame asks, as Jira's does.
  let known: Promise<unknown> | null = ask('getContext');
  known.catch(() => (known = null));
  return {
    invoke: (data: unknown) => ask('invoke', data),
    fetchProduct: (data: unknown) => ask('fetchProduct', data),
    getContext: async () => ({
      ...((await (known ?? ask('getContext'))) as object),
      theme: { colorMode: colorMode.get(), light: 'light', dark: 'dark', spacing: 'spacing', shape: 'shape' },
    }),
  };
};

const viewCommands = (frame: Frame): Commands => ({
  // The frame has its theme already and hears of changes over its port.
  enableTheming: () => undefined,
  height: (height: number) => frame.setHeight(height),
  escape: () => escapeModal(),
  submit: (payload: unknown) => allowed(frame.place().submit, payload),
  close: (payload: unknown) => allowed(frame.place().close, payload),
  onClose: (callback: () => unknown) => allowed(frame.place().onClose, callback),
  refresh: (payload: unknown) => allowed(frame.place().refresh, payload),
  open: () => false,
  createHistory: (listener: HistoryListener) => followLocation(frame, listener),
  historyChange: (change: { action: 'PUSH' | 'REPLACE'; location: AppLocation }) =>
    changeLocation(frame, change),
  historyGo: (steps: number) => history.go(steps),
  emitReadyEvent: () => undefined,
  changeWindowTitle: (title: string) => {
    document.title = title;
  },
  getFrameId: () => frame.id,
  on: async ({ event, callback }: { event: string; callback: Listener }) => {
    const unsubscribe = on(event, callback);
    frame.cleanUp(unsubscribe);
    return { unsubscribe };
  },
  emit: ({ event, payload }: { event: string; payload: unknown }) => emit(event, payload),
  getWidgetEditApi: () => {
    const api = frame.place().widgetEdit;
    if (!api) throw new Error('This view is not the edit view of a widget.');
    return api;
  },
});

const pageCommands = (frame: Frame): Commands => ({
  openModal: (request: ModalRequest) => openFrameModal(frame, request),
  showFlag: (flag: Flag) => showFlag(flag),
  closeFlag: ({ id }: { id: string }) => hideFlag(id),
  navigate: (target: Target) => goToTarget(target),
  getUrl: async (target: Target) => new URL(await urlOf(target), location.origin).href,
  reload: () => location.reload(),
  refreshIssueView: () => allowed(frame.place().refreshIssue, undefined),
  openIssueViewModal: ({ data }: { data: { context: { issueKey: string }; onClose?: () => unknown } }) =>
    openIssueModal(data.context.issueKey, data.onClose),
});

/** `false` is the platform's no: the bridge throws on it. */
const allowed = async <T,>(
  action: ((value: T) => Promise<void> | void) | undefined,
  value: T,
): Promise<boolean> => {
  if (!action) return false;
  await action(value);
  return true;
};
