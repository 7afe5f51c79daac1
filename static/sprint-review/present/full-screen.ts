/**
 * Fills the screen with the frame, where the browser and the page around it let it; elsewhere nothing happens, and what is
 * shown goes on in the frame. Only the press of a key or button may ask for it, so it comes before anything that takes time.
 */
export const fillScreen = (): void => {
  // Some browsers have no such method, though their types say so.
  const root: Partial<HTMLElement> = document.documentElement;
  root.requestFullscreen?.call(document.documentElement).catch(() => undefined);
};

export const leaveFullScreen = (): void => {
  if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
};
