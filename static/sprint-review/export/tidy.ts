/** A number without the dust of binary fractions. */
export const tidy = (value: number): number => Number(value.toPrecision(12));
