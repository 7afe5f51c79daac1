/** What a frame says when it is ready for its message port, and what the page answers, with the port. */
export const HELLO = 'stand-in:hello';
export const PORT = 'stand-in:port';

export type ColorMode = 'light' | 'dark';

/** What the frame has to know before the app's first line runs; it travels in the frame's address. */
export type FrameStart = {
  readonly colorMode: ColorMode;
  /** The token of the surface that the frame lies on. */
  readonly surface: 'surface' | 'surface-overlay' | 'surface-raised';
  /** Milliseconds from the real time to the stand-in's. */
  readonly clockShift: number;
  /** The page's origin: the only one that the frame talks to. */
  readonly host: string;
};

export const toQuery = (start: FrameStart): string =>
  new URLSearchParams({ ...start, clockShift: String(start.clockShift) }).toString();

/** @throws when the address lacks what `toQuery` puts there: the frame was not opened by the page. */
export const fromQuery = (query: string): FrameStart => {
  const values = new URLSearchParams(query);
  const host = values.get('host');
  if (host === null) throw new Error('This page is a part of an app and works inside the local site only.');
  return {
    colorMode: values.get('colorMode') === 'dark' ? 'dark' : 'light',
    surface: (values.get('surface') ?? 'surface') as FrameStart['surface'],
    clockShift: Number(values.get('clockShift') ?? 0),
    host,
  };
};
