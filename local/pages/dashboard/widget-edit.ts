import type { WidgetEditApi } from '../frame/frame-place';

type Config = Readonly<Record<string, unknown>>;

/** What a widget's edit view tells the dashboard, and the saving that the dashboard's own button starts. */
export type WidgetEdit = {
  readonly api: WidgetEditApi;
  /** @throws what the app or the server said; the app is told as well. */
  readonly save: (widgetId: string, store: (config: Config) => Promise<unknown>) => Promise<void>;
};

export const createWidgetEdit = (saved: Config): WidgetEdit => {
  let config: Record<string, unknown> = { ...saved };
  let beforeSave: Parameters<WidgetEditApi['onProductSave']>[0] | undefined;
  let afterSave: Parameters<WidgetEditApi['onSave']>[0] | undefined;
  let afterError: Parameters<WidgetEditApi['onSaveError']>[0] | undefined;
  return {
    api: {
      updateConfig: (changed) => {
        config = changed;
      },
      onProductSave: (callback) => {
        beforeSave = callback;
      },
      onSave: (callback) => {
        afterSave = callback;
      },
      onSaveError: (callback) => {
        afterError = callback;
      },
    },
    save: async (widgetId, store) => {
      try {
        // The app may give the configuration its last form; nothing means: as it is.
        config = (await beforeSave?.(config)) ?? config;
        await store(config);
        await afterSave?.(config, widgetId);
      } catch (error) {
        void afterError?.({ message: error instanceof Error ? error.message : String(error) });
        throw error;
      }
    },
  };
};
