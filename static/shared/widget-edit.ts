import { widgetEdit } from '@forge/dashboards-bridge';

/** Tells the dashboard what a widget is set to now; the dashboard has its own button that saves it. */
export const updateWidgetConfig = (config: Readonly<Record<string, unknown>>): Promise<void> =>
  widgetEdit.updateConfig({ ...config });

/** Keeps what the dashboard is about to save as it is: everything was sent with `updateWidgetConfig`. */
export const acceptWidgetSave = (): Promise<void> => widgetEdit.onProductSave(async (config) => config);
