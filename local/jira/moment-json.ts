/** A moment as Jira's platform API writes it: `2020-12-03T14:05:20.974+0000`. */
export const momentJson = (iso: string): string => new Date(iso).toISOString().replace('Z', '+0000');
