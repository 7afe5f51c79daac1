import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import './base.css';
import { readFirstContext } from './platform';
import { enableTheme } from './theme';
import { askBeforeUnsavedIsLost } from './unsaved';

/**
 * Shows a surface in its frame, as the frame's main landmark. The theme is asked for first, so that nothing flashes in
 * the wrong one. A page may hold the surface twice (an issue's details and its panel, a widget and a gadget), and
 * landmarks that differ need names that differ.
 */
export const mount = async (
  name: string,
  /** Or what is known of it first comes before anything is drawn. */
  surface: ReactNode | Promise<ReactNode>,
): Promise<void> => {
  const [shown, place] = await Promise.all([
    surface,
    readFirstContext().then(
      ({ extension }) => PLACES[String(extension['type'])],
      () => undefined,
    ),
    enableTheme(),
  ]);
  askBeforeUnsavedIsLost();
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <main aria-label={place === undefined ? name : `${name} (${place})`}>{shown}</main>
    </StrictMode>,
  );
};

const PLACES: Readonly<Record<string, string | undefined>> = {
  'jira:issuePanel': 'panel',
  'jira:dashboardGadget': 'gadget',
  'dashboards:widget': 'widget',
};
