/** What people of Booking said that an issue is worth, and how large it is; `points` are Jira's. */
export type FigureText = {
  readonly userBusinessValue?: number;
  readonly timeCriticality?: number;
  readonly riskReduction?: number;
  readonly jobSize?: number;
  readonly points?: number;
};

/** By the epic's name. */
export const FIGURES_OF_EPICS: Readonly<Record<string, FigureText>> = {
  'Guest checkout in three steps': { userBusinessValue: 13, jobSize: 13 },
  'Search that understands people': { jobSize: 8 },
  'Change my booking': { timeCriticality: 20, points: 8 },
  'Commuter passes online': { points: 5 },
  'Extras at checkout': { userBusinessValue: 8, jobSize: 5 },
  'Payments upkeep': { riskReduction: 8, jobSize: 5 },
  'Booking maintenance': { riskReduction: 13, jobSize: 13 },
  'Real departure times in the shop': { userBusinessValue: 3, jobSize: 3 },
};

/** Of open stories that have points. */
export const FIGURES_OF_STORIES: readonly FigureText[] = [
  { userBusinessValue: 20 },
  { userBusinessValue: 2, timeCriticality: 3 },
  { riskReduction: 8 },
  { timeCriticality: 13 },
];
