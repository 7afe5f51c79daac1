/**
 * Weighted shortest job first: what is worth most for its size comes first (Reinertsen, The Principles of Product
 * Development Flow, 2009, chapter 7; the three parts of the value are those of the Scaled Agile Framework). Every figure
 * is on one relative scale.
 */
export const SCALE = [1, 2, 3, 5, 8, 13, 20] as const;
export type ScaleValue = (typeof SCALE)[number];

/** What makes the value, and what it is divided by. */
export const VALUE_COMPONENTS = ['userBusinessValue', 'timeCriticality', 'riskReduction'] as const;
export const COMPONENTS = [...VALUE_COMPONENTS, 'jobSize'] as const;
export type Component = (typeof COMPONENTS)[number];

/** The figures that a person gave; what is absent is filled in. */
export type Figures = { readonly [component in Component]?: ScaleValue };

/** Every figure that counts; `jobSize` is `null` where nobody knows how large the job is. */
export type CountedFigures = Readonly<Record<(typeof VALUE_COMPONENTS)[number], ScaleValue>> & {
  readonly jobSize: ScaleValue | null;
};

/** The sum of the three value figures, 3 to 60. */
export const valueOf = (figures: CountedFigures): number =>
  VALUE_COMPONENTS.reduce((sum, component) => sum + figures[component], 0);

/** Value by size, 0.15 to 60; `null` for a job whose size nobody knows. */
export const scoreOf = (figures: CountedFigures): number | null =>
  figures.jobSize === null ? null : valueOf(figures) / figures.jobSize;

/** The value of the scale that lies nearest; of two that lie equally near the larger, so that no job is rounded small. */
export const nearestOnScale = (amount: number): ScaleValue =>
  SCALE.reduce((best, value) => (Math.abs(value - amount) <= Math.abs(best - amount) ? value : best));

export const isScaleValue = (value: unknown): value is ScaleValue =>
  SCALE.some((allowed) => allowed === value);
