const SMALLEST = 24;

/** The height that a view of the app had last, so that opening it again moves nothing below it. */
export const rememberedHeight = (view: string, firstTime: number): number =>
  Number(localStorage.getItem(`height ${view}`) ?? firstTime);

/** Passes on what the frame reports. The first reports come from a page that is not drawn yet and are left out. */
export const rememberHeight =
  (view: string, set: (height: number) => void) =>
  (height: number): void => {
    if (height < SMALLEST) return;
    localStorage.setItem(`height ${view}`, String(height));
    set(height);
  };
