/** What the generator is to have happen, each often enough to say something. */
export const CASES = [
  'at the start',
  'added',
  'removed',
  'left and joined again',
  're-estimated in the sprint',
  'without an estimate',
  'reopened',
  'done before the start',
  'finished while outside',
  'closed late',
  'started before it was activated',
  'sprint dates edited',
  'moved to another board’s sprint',
  'moved to another project’s board',
  'of another project',
  'deleted in the sprint',
  'deleted after the close',
  'sub-task',
  'created in the running sprint',
  'carried over',
  'changed at the very moment of the start',
  'changed at the very moment of the close',
  'more than 40 changes since the start',
  'own tag changed in the sprint',
  'tag of the epic changed in the sprint',
  'moved to another epic in the sprint',
  'tag changed after the close',
] as const;
export type Case = (typeof CASES)[number];

export type CaseCounts = Map<Case, number>;

export const noCases = (): CaseCounts => new Map(CASES.map((name) => [name, 0]));

export const count = (cases: CaseCounts, name: Case): void => void cases.set(name, cases.get(name)! + 1);

export const inWords = (cases: CaseCounts): string =>
  [...cases].map(([name, times]) => `${times} × ${name}`).join(', ');
