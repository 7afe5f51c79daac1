import type { AppModule } from '../app-modules';
import type { AppLocation, HistoryAction } from './app-location';

/** What the page around a frame lets it do. What is absent, the bridge refuses as the platform does. */
export type FramePlace = {
  readonly submit?: (payload: unknown) => Promise<void> | void;
  readonly close?: (payload: unknown) => void;
  /** Takes what is to run before the view closes. */
  readonly onClose?: (callback: () => unknown) => void;
  readonly refresh?: (payload: unknown) => void;
  readonly refreshIssue?: () => void;
  /** The page's path under which the app keeps its own; without it `createHistory` is refused. */
  readonly historyBase?: string;
  readonly widgetEdit?: WidgetEditApi;
};

/** What an edit view of a dashboard widget may say and wait for. */
export type WidgetEditApi = {
  readonly updateConfig: (config: Record<string, unknown>) => void;
  readonly onProductSave: (
    callback: (config: Record<string, unknown>) => Promise<Record<string, unknown> | null | undefined>,
  ) => void;
  readonly onSave: (callback: (config: Record<string, unknown>, widgetId: string) => unknown) => void;
  readonly onSaveError: (callback: (error: { message: string }) => unknown) => void;
};

/** One frame, as the commands see it. */
export type Frame = {
  readonly id: string;
  readonly module: AppModule;
  readonly resource: string;
  readonly extension: Readonly<Record<string, unknown>>;
  readonly place: () => FramePlace;
  readonly setHeight: (height: number) => void;
  /** Runs when the frame goes away. */
  readonly cleanUp: (action: () => void) => void;
};

export type HistoryListener = (location: AppLocation, action: HistoryAction) => unknown;
