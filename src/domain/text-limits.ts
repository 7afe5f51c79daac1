/** How long people's own words may be, in UTF-16 units, where nothing narrower is said. */
export const LONGEST_TITLE = 200;
export const LONGEST_TEXT = 2000;
