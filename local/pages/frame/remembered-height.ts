const INITIAL = 160;
const SMALLEST = 24;

/** The height that a module's frame had last, so that opening it again moves nothing below it. */
export const rememberedHeight = (moduleKey: string): number =>
  Number(localStorage.getItem(`height ${moduleKey}`) ?? INITIAL);

/** Passes on what the frame reports. The first reports come from a page that is not drawn yet and are left out. */
export const rememberHeight = (moduleKey: string, set: (height: number) => void) => (height: number): void => {
  if (height < SMALLEST) return;
  localStorage.setItem(`height ${moduleKey}`, String(height));
  set(height);
};
