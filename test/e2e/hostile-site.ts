import type { Loaded } from '../../local/server';
import { demoSite } from '../../local/sites/demo/demo-site';
import { HOSTILE_TEXTS } from '../fuzz/hostile-text';

/** What nobody would write, beside what somebody might on purpose: words without an end. */
const LONG_TEXTS = ['x'.repeat(300), 'Ü'.repeat(300), '<b>'.repeat(100), `${'\u202E'.repeat(20)}abc`];

/** Fields of what the app is told by the script that fills a site, with the most characters that they take. */
const MOST: Readonly<Record<string, number>> = {
  learning: 280,
  title: 200,
  name: 200,
  description: 2000,
  note: 500,
  unit: 20,
};

/**
 * The demo, with a hostile text in place of every text that a person has written.
 *
 * @param first - Which text comes first, so that others stand in each place.
 */
export const hostileSite = (today: Date, first: number): Loaded => {
  const { site, script } = demoSite(today);
  turn = first;
  return {
    site: {
      ...site,
      accounts: site.accounts.map((account) => ({ ...account, displayName: next(100) })),
      projects: site.projects.map((project) => ({ ...project, name: next(80), description: next(400) })),
      statuses: site.statuses.map((status) => ({ ...status, name: next(60) })),
      boards: site.boards.map((board) => ({ ...board, name: next(100) })),
      sprints: site.sprints.map((sprint) => ({ ...sprint, name: next(30), goal: next(400) })),
      issues: site.issues.map((issue) => ({
        ...issue,
        summary: next(255),
        description: next(400),
        labels: [],
      })),
    },
    script: script.map((step) => ('told' in step ? step : { ...step, payload: withTexts(step.payload) })),
  };
};

let turn = 0;

/** The next text, as Jira would take it: on one line, and not empty. */
const next = (most: number): string => {
  turn += 1;
  const text = (
    turn % 4 === 0 ? LONG_TEXTS[(turn / 4) % LONG_TEXTS.length]! : HOSTILE_TEXTS[turn % HOSTILE_TEXTS.length]!
  ).replace(/[\u0000-\u001f\u007f\u2028]/g, ' ');
  return text.slice(0, most).trim();
};

const withTexts = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]: [string, unknown]) => {
      const most = MOST[key];
      const isText = typeof part === 'string' && part !== '' && most !== undefined;
      return [key, isText ? next(most) : withTexts(part)];
    }),
  );
};
