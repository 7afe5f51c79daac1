/** Where what a payload names may lie, seen from the people in the table: the names of most of its rows. */
export type Place = {
  readonly isThere: boolean;
  readonly isRestricted: boolean;
  readonly scope: { readonly type: 'company' } | { readonly type: 'team'; readonly projectId: string };
  readonly project: string;
  readonly issue: string;
  /** Of the project: a board, and sprints of it, one that is to come, one that runs, and one that is over. */
  readonly board: number;
  readonly sprint: number;
  readonly running: number;
  readonly closed: number;
  readonly cycle: string;
  readonly objective: string;
  readonly keyResult: string;
  readonly checkIn: string;
  /** Stands in every text of the place, so that an answer that tells of it gives itself away. */
  readonly marker: string;
};

/** Of our own team: a board without sprints, and a sprint that is over. */
export const FLOW_BOARD = 2;
export const CLOSED_SPRINT = 1;
/** Of another restricted team: a board without sprints, and a sprint that is over and has an issue of our own team. */
export const SECRET_FLOW_BOARD = 100_014;
export const SHARED_SPRINT = 100_019;
/** Of a project without OKRs, where those look around who look after the company's: a sprint that is over. */
export const LOBBY_SPRINT = 100_048;

/** Of no team, and seen by everybody who is logged in: a board without a project with a sprint of it, and a sprint without a board. */
export const LONE_BOARD = 770;
export const LONE_SPRINT = 771;
export const STRAY_SPRINT = 772;

export const CYCLE = 'cquarter01';
export const OTHER_CYCLE = 'cquarter02';

/** A team's project with what the app stores of it; its issue is the project's first. */
const team = (project: string, name: string, isRestricted: boolean): Place => ({
  isThere: true,
  isRestricted,
  scope: { type: 'team', projectId: project },
  project,
  issue: `${project}1`,
  board: Number(`${project}5`),
  sprint: Number(`${project}6`),
  running: Number(`${project}7`),
  closed: Number(`${project}8`),
  cycle: CYCLE,
  ...idsOf(name),
  marker: `of<${name}>`,
});

const idsOf = (name: string) => ({
  objective: `o${name.padEnd(9, '0')}`,
  keyResult: `o${name.padEnd(9, '0')}-result`,
  checkIn: `o${name.padEnd(9, '0')}-result-checkin1`,
});

export const PLACES = {
  'own team': team('10000', 'team', false),
  'own team, restricted': team('10002', 'guard', true),
  'another team, open': team('10003', 'other', false),
  'another team, restricted': team('10001', 'secret', true),
  company: {
    ...team('10000', 'company', false),
    scope: { type: 'company' },
  },
  'unknown ids': {
    ...team('99999', 'unknown', false),
    isThere: false,
    issue: '999991',
    cycle: 'cunknown01',
    marker: 'of<unknown>',
  },
  'empty ids': {
    isThere: false,
    isRestricted: false,
    scope: { type: 'team', projectId: '' },
    project: '',
    issue: '',
    board: 0,
    sprint: 0,
    running: 0,
    closed: 0,
    cycle: '',
    objective: '',
    keyResult: '',
    checkIn: '',
    marker: 'of<nothing>',
  },
} as const satisfies Record<string, Place>;
export type PlaceName = keyof typeof PLACES;
