import { COMPONENTS, isScaleValue, type Component, type Figures, type ScaleValue } from './wsjf';

/** The issue property that holds a person's figures. Its paths are declared in the manifest, so that JQL finds them. */
export const WSJF_PROPERTY = 'throughline-wsjf';

const CURRENT_VERSION = 1;

/** The property's value as this version of the app writes it. */
export type StoredFigures = { readonly version: typeof CURRENT_VERSION } & Figures;

/** What to store; `null` where there is nothing to store, and the property goes. */
export const storedFigures = (figures: Figures): StoredFigures | null =>
  Object.keys(figures).length === 0 ? null : { version: CURRENT_VERSION, ...figures };

/** Reads an issue property that anybody may have written: whatever is not a figure on the scale was not given. */
export const parseFigures = (value: unknown): Figures => {
  if (typeof value !== 'object' || value === null) return {};
  const stored = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    COMPONENTS.map((component) => [component, stored[component]]).filter(([, given]) => isScaleValue(given)),
  ) as Figures;
};

/** Whether a newer version of the app wrote the property, which may mean more by it than this one would keep. */
export const isNewerFigures = (value: unknown): boolean => {
  const version = (value as { readonly version?: unknown } | null | undefined)?.version;
  return typeof version === 'number' && version > CURRENT_VERSION;
};

/** The trouble with an issue property, `null` for sound figures or none at all. */
export const troubleWithFigures = (value: unknown): 'garbage' | 'newer' | null => {
  if (value === undefined) return null;
  if (isNewerFigures(value)) return 'newer';
  return Object.keys(parseFigures(value)).length === 0 ? 'garbage' : null;
};

/** The figures with one of them given anew, or with `null` no longer given. */
export const withFigure = (figures: Figures, component: Component, value: ScaleValue | null): Figures => {
  const { [component]: _before, ...others } = figures;
  return value === null ? others : { ...others, [component]: value };
};
