let changes = 0;

/** Something was saved from this page: what its other parts have read may not be so any more. */
export const tellChange = (): void => void (changes += 1);

/** How often something was saved from this page. */
export const changesSoFar = (): number => changes;
