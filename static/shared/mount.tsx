import { view } from '@forge/bridge';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import './base.css';

/**
 * Shows a surface in its frame, as the frame's main landmark. The theme is asked for first, so that nothing flashes in
 * the wrong one. A page may hold the surface twice (an issue's details and its panel, a widget and a gadget), and
 * landmarks that differ need names that differ.
 */
export const mount = async (name: string, surface: ReactNode): Promise<void> => {
  const [place] = await Promise.all([
    view.getContext().then(
      ({ extension }) => PLACES[String(extension['type'])],
      () => undefined,
    ),
    // The wrong colours are better than no surface.
    view.theme.enable().catch(() => undefined),
  ]);
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <main aria-label={place === undefined ? name : `${name} (${place})`}>{surface}</main>
    </StrictMode>,
  );
};

const PLACES: Readonly<Record<string, string | undefined>> = {
  'jira:issuePanel': 'panel',
  'jira:dashboardGadget': 'gadget',
  'dashboards:widget': 'widget',
};
