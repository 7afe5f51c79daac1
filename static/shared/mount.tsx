import { view } from '@forge/bridge';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import './base.css';

/** Shows a surface in its frame. The theme is asked for first, so that nothing flashes in the wrong one. */
export const mount = async (surface: ReactNode): Promise<void> => {
  // The wrong colours are better than no surface.
  await view.theme.enable().catch(() => undefined);
  createRoot(document.getElementById('root')!).render(<StrictMode>{surface}</StrictMode>);
};
