import {
  CLOSED_SPRINT,
  CYCLE,
  FLOW_BOARD,
  LOBBY_SPRINT,
  LONE_BOARD,
  LONE_SPRINT,
  OTHER_CYCLE,
  PLACES,
  SECRET_FLOW_BOARD,
  SHARED_SPRINT,
  STRAY_SPRINT,
  type Place,
  type PlaceName,
} from './places';

type Payload = Readonly<Record<string, unknown>>;

/** How a function is asked in the rows of the table. */
export type Asking = {
  readonly does: 'reads' | 'writes';
  /** The payload of a row that is named after a place. */
  readonly inPlace?: (place: Place) => Payload;
  /** The payloads of other rows by their names, with the place that a `yes` tells of or changes, if any. */
  readonly others?: Readonly<Record<string, { readonly about: PlaceName | null; readonly payload: Payload }>>;
};

const OWN = PLACES['own team'];
const GUARD = PLACES['own team, restricted'];
const OTHER = PLACES['another team, open'];
const SECRET = PLACES['another team, restricted'];
const COMPANY = PLACES.company;
const UNKNOWN = PLACES['unknown ids'];
/** A key result that its objective does not have, and the id that a new one gets. */
const MISSING = '-absent';
const SERVES_OTHERS = '100002';
const HIDDEN = '100003';

const objective = ({ objective: id, cycle, scope, marker }: Place, over: Payload = {}): Payload => ({
  id,
  expectedRevision: 0,
  cycleId: cycle,
  scope,
  title: `Changed ${marker}`,
  description: '',
  owner: null,
  ...over,
});
const newObjective = (place: Place, over: Payload = {}): Payload =>
  objective(place, { id: 'obrandnew1', expectedRevision: null, ...over });

/** What `site.ts` made the objective with. */
const repeated = (place: Place, over: Payload = {}): Payload =>
  newObjective(place, {
    id: place.objective,
    title: `Objective ${place.marker}`,
    owner: 'account-owner',
    ...over,
  });

const keyResult = ({ keyResult: id, marker }: Place, over: Payload = {}): Payload => ({
  id,
  expectedRevision: 0,
  title: `Changed ${marker}`,
  metric: { baseline: 0, target: 10, unit: '' },
  owner: null,
  weight: 1,
  ...over,
});
const newKeyResult = (place: Place): Payload =>
  keyResult(place, { id: `${place.objective}${MISSING}`, expectedRevision: null });

const checkIn = ({ keyResult: keyResultId, marker }: Place, over: Payload = {}): Payload => ({
  id: keyResultId && `${keyResultId}-checkin2`,
  keyResultId,
  value: 7,
  confidence: 7,
  note: `Note ${marker}`,
  date: '2026-02-03',
  ...over,
});

const tagged = (...keyResults: readonly string[]) => ({ state: 'tagged', keyResults });
const tag = (over: Payload): Payload => ({ issueId: OWN.issue, expected: null, ...over });
const servesOthers = tagged(GUARD.keyResult, OTHER.keyResult, SECRET.keyResult);

const cycle = ({ cycle: id }: Place, over: Payload = {}): Payload => ({
  id,
  expectedRevision: 1,
  name: 'Changed',
  startDate: '2026-01-01',
  endDate: '2026-04-30',
  ...over,
});

/** A function that takes no ids, and what comes of giving it some. */
const namesNothing: Asking = {
  does: 'reads',
  others: {
    'names nothing': { about: null, payload: {} },
    'with ids that it does not take': { about: null, payload: { projectId: SECRET.project } },
  },
};

/** An objective's record, changed, at the revision that `site.ts` leaves it at. */
const record = ({ objective: key, scope, cycle: cycleId, marker }: Place, over: Payload = {}): Payload => ({
  records: [
    {
      expected: 3,
      record: {
        entity: 'objective',
        key,
        value: {
          version: 1,
          revision: 4,
          cycleId,
          scope: scope.type === 'company' ? 'company' : scope.projectId,
          title: `Changed ${marker}`,
          archived: false,
          ownRevision: 1,
          keyResults: [],
        },
      },
      ...over,
    },
  ],
});

const planning = ({ project, board, sprint, keyResult: id }: Place, over: Payload = {}): Payload => ({
  projectId: project,
  boardId: board,
  place: { kind: 'sprint', sprintId: sprint },
  keyResultIds: [id],
  ...over,
});
const intent = ({ sprint, keyResult: keyResultId, marker }: Place, over: Payload = {}): Payload => ({
  id: 'ibrandnew1',
  place: { kind: 'sprint', sprintId: sprint },
  expectedRevision: 1,
  advances: [{ keyResultId, change: `Changed ${marker}`, movement: 1, visibleBy: '2026-03-01' }],
  ...over,
});
const period = (board: number): Payload => ({ kind: 'period', boardId: board, start: '2026-02-16' });
const settings = ({ board }: Place, over: Payload = {}): Payload => ({
  boardId: board,
  expectedRevision: null,
  band: { low: 0.6, high: 0.8 },
  rhythm: null,
  ...over,
});

const sprintOf = (sprintId: number): Payload => ({ kind: 'sprint', sprintId });
const review = ({ scope, project, board }: Place, sprintId: number | null): Payload => ({
  projectId: scope.type === 'team' ? project : null,
  boardId: board,
  place: { kind: 'sprint', sprintId },
});
const verdict = ({ closed, keyResult: keyResultId, marker }: Place, over: Payload = {}): Payload => ({
  keyResultId,
  place: sprintOf(closed),
  expectedSavedAt: null,
  verdict: 'confirmed',
  learning: `Changed ${marker}`,
  ...over,
});
const gap = ({ keyResult: keyResultId, marker }: Place, after: number): Payload => ({
  id: 'ibrandnew1',
  after: sprintOf(after),
  keyResultId,
  change: `Changed ${marker}`,
  movement: 1,
});

export const ASKING: Readonly<Record<string, Asking>> = {
  loadIssuePanel: {
    does: 'reads',
    inPlace: ({ issue }) => ({ issueId: issue }),
    others: {
      'own issue that serves another team’s key results': {
        about: 'another team, open',
        payload: { issueId: SERVES_OTHERS },
      },
      'own team’s issue, hidden by a security level': { about: 'own team', payload: { issueId: HIDDEN } },
    },
  },
  loadObjectives: {
    does: 'reads',
    inPlace: (place) => ({ keyResultIds: [place.keyResult] }),
    others: { 'an empty list': { about: 'own team', payload: { keyResultIds: [] } } },
  },
  saveTag: {
    does: 'writes',
    inPlace: (place) => tag({ issueId: place.issue, tag: tagged(place.keyResult) }),
    others: {
      'own team’s issue, hidden by a security level': {
        about: 'own team',
        payload: tag({ issueId: HIDDEN, tag: tagged(OWN.keyResult) }),
      },
      'own issue, another team’s open key result': {
        about: 'own team',
        payload: tag({ tag: tagged(OTHER.keyResult) }),
      },
      'own issue, another team’s restricted key result': {
        about: 'own team',
        payload: tag({ tag: tagged(OWN.keyResult, SECRET.keyResult) }),
      },
      'own issue, company’s key result': {
        about: 'own team',
        payload: tag({ tag: tagged(COMPANY.keyResult) }),
      },
      'own issue, unknown key result': {
        about: 'own team',
        payload: tag({ tag: tagged(OWN.keyResult, UNKNOWN.keyResult) }),
      },
      'own issue, unknown key result of a known objective': {
        about: 'own team',
        payload: tag({ tag: tagged(`${OWN.objective}${MISSING}`) }),
      },
      'own issue, an empty list': { about: 'own team', payload: tag({ tag: tagged() }) },
      'own issue, exempt': {
        about: 'own team',
        payload: tag({ tag: { state: 'exempt', reason: 'bug', note: '' } }),
      },
      'own issue, keeping what somebody else tagged': {
        about: 'own team',
        payload: tag({
          issueId: SERVES_OTHERS,
          expected: servesOthers,
          tag: tagged(...servesOthers.keyResults, OWN.keyResult),
        }),
      },
      'own issue, as if another tag were there': {
        about: 'own team',
        payload: tag({ expected: tagged(OTHER.keyResult), tag: tagged(OWN.keyResult) }),
      },
    },
  },
  refreshColumn: {
    does: 'writes',
    inPlace: ({ issue }) => ({ issueIds: [issue] }),
    others: {
      'own team’s issue, hidden by a security level': { about: 'own team', payload: { issueIds: [HIDDEN] } },
      'own issue that serves another team’s key results': {
        about: 'own team',
        payload: { issueIds: [SERVES_OTHERS] },
      },
      'the same, and issues of other teams': {
        about: 'own team',
        payload: { issueIds: [OTHER.issue, SECRET.issue, HIDDEN, SERVES_OTHERS, UNKNOWN.issue] },
      },
      'an empty list': { about: 'own team', payload: { issueIds: [] } },
    },
  },
  loadProjectPage: {
    does: 'reads',
    inPlace: (place) => ({ projectId: place.project, cycleId: place.cycle }),
    others: {
      'unknown project': { about: 'unknown ids', payload: { projectId: UNKNOWN.project, cycleId: CYCLE } },
    },
  },
  loadRefinement: {
    does: 'reads',
    inPlace: (place) => ({ projectId: place.project }),
  },
  loadHistory: {
    does: 'reads',
    inPlace: (place) => ({ keyResultId: place.keyResult }),
    others: {
      'unknown key result of a known objective': {
        about: 'own team',
        payload: { keyResultId: `${OWN.objective}${MISSING}` },
      },
    },
  },
  saveCycle: {
    does: 'writes',
    inPlace: (place) => cycle(place),
    others: {
      new: { about: 'company', payload: cycle(COMPANY, { id: 'cbrandnew1', expectedRevision: null }) },
    },
  },
  changeCycleState: {
    does: 'writes',
    inPlace: (place) => ({ id: place.cycle, expectedRevision: 1, state: 'closed' }),
  },
  saveObjective: {
    does: 'writes',
    inPlace: (place) => objective(place),
    others: {
      'another team’s open one, said to be our own': {
        about: 'another team, open',
        payload: objective(OTHER, { scope: OWN.scope }),
      },
      'another team’s restricted one, said to be our own': {
        about: 'another team, restricted',
        payload: objective(SECRET, { scope: OWN.scope }),
      },
      'new in our own team': { about: 'own team', payload: newObjective(OWN) },
      'new in our own restricted team': { about: 'own team, restricted', payload: newObjective(GUARD) },
      'new in another team': { about: 'another team, open', payload: newObjective(OTHER) },
      'new in another restricted team': { about: 'another team, restricted', payload: newObjective(SECRET) },
      'new in an unknown project': {
        about: 'unknown ids',
        payload: newObjective(UNKNOWN, { cycleId: CYCLE }),
      },
      'new in the company': { about: 'company', payload: newObjective(COMPANY) },
      'new in an unknown cycle': {
        about: 'own team',
        payload: newObjective(OWN, { cycleId: UNKNOWN.cycle }),
      },
      'new, with the id of another team’s restricted one': {
        about: 'own team',
        payload: newObjective(OWN, { id: SECRET.objective }),
      },
      'new, repeating another team’s restricted one': {
        about: 'own team',
        payload: repeated(SECRET, { scope: OWN.scope }),
      },
      'new, repeating our own': { about: 'own team', payload: repeated(OWN) },
      'new, repeating our own in another cycle': {
        about: 'own team',
        payload: repeated(OWN, { cycleId: OTHER_CYCLE }),
      },
      'new, with the id of our own': { about: 'own team', payload: newObjective(OWN, { id: OWN.objective }) },
    },
  },
  archiveObjective: {
    does: 'writes',
    inPlace: (place) => ({ id: place.objective, expectedRevision: 0, archived: true }),
  },
  saveKeyResult: {
    does: 'writes',
    inPlace: (place) => keyResult(place),
    others: {
      'new in our own team': { about: 'own team', payload: newKeyResult(OWN) },
      'new in our own restricted team': { about: 'own team, restricted', payload: newKeyResult(GUARD) },
      'new in another team': { about: 'another team, open', payload: newKeyResult(OTHER) },
      'new in another restricted team': { about: 'another team, restricted', payload: newKeyResult(SECRET) },
      'new in the company': { about: 'company', payload: newKeyResult(COMPANY) },
      'unknown key result of a known objective': {
        about: 'own team',
        payload: keyResult(OWN, { id: `${OWN.objective}${MISSING}` }),
      },
    },
  },
  archiveKeyResult: {
    does: 'writes',
    inPlace: (place) => ({ id: place.keyResult, expectedRevision: 0, archived: true }),
    others: {
      'unknown key result of a known objective': {
        about: 'own team',
        payload: { id: `${OWN.objective}${MISSING}`, expectedRevision: 0, archived: true },
      },
    },
  },
  checkIn: {
    does: 'writes',
    inPlace: (place) => checkIn(place),
    others: {
      'own key result, id of another team’s check-in': {
        about: 'own team',
        payload: checkIn(OWN, { id: SECRET.checkIn }),
      },
      'unknown key result of a known objective': {
        about: 'own team',
        payload: checkIn(OWN, {
          id: `${OWN.objective}${MISSING}-checkin2`,
          keyResultId: `${OWN.objective}${MISSING}`,
        }),
      },
    },
  },
  saveVisibility: {
    does: 'writes',
    inPlace: (place) => ({ projectId: place.project, restricted: !place.isRestricted }),
  },
  loadSprintPlanning: {
    does: 'reads',
    inPlace: (place) => planning(place),
    others: {
      'own project, sprint of another restricted team': {
        about: 'another team, restricted',
        payload: planning(SECRET, { projectId: OWN.project, keyResultIds: [] }),
      },
      'own project, sprint of our own restricted team': {
        about: 'own team, restricted',
        payload: planning(GUARD, { projectId: OWN.project, keyResultIds: [] }),
      },
      'own project, sprint of another open team': {
        about: 'another team, open',
        payload: planning(OTHER, { projectId: OWN.project, keyResultIds: [] }),
      },
      'own project, board of our own restricted team': {
        about: 'own team, restricted',
        payload: planning(OWN, { boardId: GUARD.board, keyResultIds: [] }),
      },
    },
  },
  saveSprintIntent: {
    does: 'writes',
    inPlace: (place) => intent(place),
    others: {
      'own sprint, company’s key result': {
        about: 'own team',
        payload: intent(COMPANY),
      },
      'own sprint, another team’s open key result': {
        about: 'own team',
        payload: intent({ ...OTHER, sprint: OWN.sprint }),
      },
      'own sprint, another team’s restricted key result': {
        about: 'own team',
        payload: intent({ ...SECRET, sprint: OWN.sprint }),
      },
      'own sprint, as if nothing was said': {
        about: 'own team',
        payload: intent(OWN, { expectedRevision: null }),
      },
      'own sprint, which is closed': {
        about: 'own team',
        payload: intent({ ...OWN, sprint: CLOSED_SPRINT }),
      },
      'period of our own board without sprints': {
        about: 'own team',
        payload: intent(OWN, { place: period(FLOW_BOARD), expectedRevision: null }),
      },
      'period of another team’s board': {
        about: 'another team, restricted',
        payload: intent(SECRET, { place: period(SECRET.board), expectedRevision: null }),
      },
      'sprint of a board without a project': {
        about: null,
        payload: intent(COMPANY, {
          place: { kind: 'sprint', sprintId: LONE_SPRINT },
          expectedRevision: null,
        }),
      },
      'sprint without a board': {
        about: null,
        payload: intent(COMPANY, {
          place: { kind: 'sprint', sprintId: STRAY_SPRINT },
          expectedRevision: null,
        }),
      },
    },
  },
  savePlanningSettings: {
    does: 'writes',
    inPlace: (place) => settings(place),
    others: {
      'board without a project': { about: null, payload: settings(OWN, { boardId: LONE_BOARD }) },
      'own board, as if it had been set': {
        about: 'own team',
        payload: settings(OWN, { expectedRevision: 3 }),
      },
    },
  },
  loadSprintReview: {
    does: 'reads',
    inPlace: (place) => review(place, place.closed),
    others: {
      'own sprint, what hidden work alone serves': {
        about: 'another team, open',
        payload: review(OWN, OWN.closed),
      },
      'own sprint, whose intent another restricted team said': {
        about: 'another team, restricted',
        payload: review(OWN, OWN.closed),
      },
      'own sprint, which runs': { about: 'own team', payload: review(OWN, OWN.running) },
      'own sprint, which runs, what hidden work alone serves': {
        about: 'another team, open',
        payload: review(OWN, OWN.running),
      },
      'own sprint, which is to come': { about: 'own team', payload: review(OWN, OWN.sprint) },
      'own sprint, said to be of another restricted project': {
        about: 'another team, restricted',
        payload: review(SECRET, OWN.sprint),
      },
      'own board, its latest sprint': { about: 'own team', payload: review(OWN, null) },
      'another restricted team’s board, its latest sprint': {
        about: 'another team, restricted',
        payload: review(SECRET, null),
      },
      'another restricted team’s sprint that has an issue of ours': {
        about: 'another team, restricted',
        payload: review({ ...OWN, scope: COMPANY.scope }, SHARED_SPRINT),
      },
      'the same, our own key result that our issue serves': {
        about: 'own team',
        payload: review({ ...OWN, scope: COMPANY.scope }, SHARED_SPRINT),
      },
      'a period of another restricted team’s board': {
        about: 'another team, restricted',
        payload: {
          projectId: null,
          boardId: SECRET_FLOW_BOARD,
          place: { kind: 'period', start: '2026-02-04' },
        },
      },
    },
  },
  loadReviewedKeyResults: {
    does: 'reads',
    inPlace: (place) => ({ keyResultIds: [place.keyResult] }),
    others: {
      'of every place': {
        about: 'another team, restricted',
        payload: { keyResultIds: [OWN, GUARD, OTHER, SECRET, COMPANY, UNKNOWN].map((one) => one.keyResult) },
      },
      'an empty list': { about: 'own team', payload: { keyResultIds: [] } },
    },
  },
  loadKeyResultWork: {
    does: 'reads',
    inPlace: (place) => ({ keyResultId: place.keyResult, sprintIds: [place.closed] }),
    others: {
      'own key result, sprints of every place': {
        about: 'own team',
        payload: {
          keyResultId: OWN.keyResult,
          sprintIds: [OWN, GUARD, OTHER, SECRET, UNKNOWN]
            .flatMap(({ running, closed }) => [running, closed])
            .concat(SHARED_SPRINT),
        },
      },
      'another team’s open key result, our own sprint': {
        about: 'another team, open',
        payload: { keyResultId: OTHER.keyResult, sprintIds: [OWN.closed] },
      },
      'unknown key result of a known objective': {
        about: 'own team',
        payload: { keyResultId: `${OWN.objective}${MISSING}`, sprintIds: [OWN.closed] },
      },
      'an empty list': { about: 'own team', payload: { keyResultId: OWN.keyResult, sprintIds: [] } },
    },
  },
  saveVerdict: {
    does: 'writes',
    inPlace: (place) => verdict(place),
    others: {
      'company’s key result, a sprint where its managers look around': {
        about: 'company',
        payload: verdict(COMPANY, { place: sprintOf(LOBBY_SPRINT) }),
      },
      'own sprint, another team’s open key result': {
        about: 'another team, open',
        payload: verdict({ ...OTHER, closed: OWN.closed }),
      },
      'own sprint, another team’s restricted key result': {
        about: 'another team, restricted',
        payload: verdict({ ...SECRET, closed: OWN.closed }),
      },
      'own key result, another restricted team’s sprint': {
        about: 'own team',
        payload: verdict({ ...OWN, closed: SECRET.closed }),
      },
      'own key result, another team’s sprint that has an issue of ours': {
        about: 'own team',
        payload: verdict({ ...OWN, closed: SHARED_SPRINT }),
      },
      'own sprint, which is to come': { about: 'own team', payload: verdict({ ...OWN, closed: OWN.sprint }) },
      'own, as if another verdict were there': {
        about: 'own team',
        payload: verdict(OWN, { expectedSavedAt: '2026-02-01T09:00:00.000Z' }),
      },
      'own, taking back what is not there': {
        about: 'own team',
        payload: verdict(OWN, { verdict: null, learning: '' }),
      },
      'unknown key result of a known objective': {
        about: 'own team',
        payload: verdict({ ...OWN, keyResult: `${OWN.objective}${MISSING}` }),
      },
      'period of our own board without sprints': {
        about: 'own team',
        payload: verdict(OWN, { place: period(FLOW_BOARD) }),
      },
      'company’s key result, period of our own board': {
        about: 'company',
        payload: verdict(COMPANY, { place: period(FLOW_BOARD) }),
      },
      'period of another restricted team’s board': {
        about: 'own team',
        payload: verdict(OWN, { place: period(SECRET_FLOW_BOARD) }),
      },
    },
  },
  continueIntent: {
    does: 'writes',
    // What is to come is planned already, so that the next one is the one that runs.
    inPlace: (place) => gap(place, place.sprint),
    others: {
      'own sprint, company’s key result': { about: 'own team', payload: gap(COMPANY, OWN.sprint) },
      'own sprint, where it is said already': { about: 'own team', payload: gap(OWN, OWN.closed) },
      'own sprint, another team’s open key result': {
        about: 'own team',
        payload: gap(OTHER, OWN.closed),
      },
      'own sprint, another team’s restricted key result': {
        about: 'own team',
        payload: gap(SECRET, OWN.closed),
      },
      'own key result, another restricted team’s sprint': {
        about: 'another team, restricted',
        payload: gap(OWN, SECRET.closed),
      },
      'own key result, another team’s sprint that has an issue of ours': {
        about: 'another team, restricted',
        payload: gap(OWN, SHARED_SPRINT),
      },
      'unknown key result of a known objective': {
        about: 'own team',
        payload: gap({ ...OWN, keyResult: `${OWN.objective}${MISSING}` }, OWN.closed),
      },
      'period of our own board without sprints': {
        about: 'own team',
        payload: { ...gap(OWN, OWN.closed), after: period(FLOW_BOARD) },
      },
      'period of another restricted team’s board': {
        about: 'another team, restricted',
        payload: { ...gap(OWN, OWN.closed), after: period(SECRET_FLOW_BOARD) },
      },
    },
  },
  loadAdminPage: namesNothing,
  estimateIssues: namesNothing,
  exportRecords: {
    does: 'reads',
    others: {
      'every objective': {
        about: 'another team, restricted',
        payload: { entity: 'objective', after: null },
      },
      'every check-in': { about: 'another team, restricted', payload: { entity: 'check-in', after: null } },
      'unknown ids': { about: 'own team', payload: { entity: 'secrets', after: null } },
      'unknown place to go on from': {
        about: 'another team, restricted',
        payload: { entity: 'objective', after: 'nowhere' },
      },
      'empty ids': { about: 'own team', payload: { entity: '', after: '' } },
    },
  },
  exportNamedRecords: {
    does: 'reads',
    inPlace: ({ objective: key }) => ({ keys: [{ entity: 'objective', key }] }),
    others: { 'an empty list': { about: 'own team', payload: { keys: [] } } },
  },
  importRecords: {
    does: 'writes',
    inPlace: (place) => record(place),
    others: {
      'new in another restricted team': {
        about: 'another team, restricted',
        payload: record({ ...SECRET, objective: 'obrandnew1' }, { expected: null }),
      },
      'as if it were not there': { about: 'own team', payload: record(OWN, { expected: null }) },
      'an empty list': { about: 'own team', payload: { records: [] } },
    },
  },
};

/** What the screens are asked for, and where in the answer it says whether a means is offered. */
export const OFFERS: Readonly<
  Record<
    string,
    { readonly name: string; readonly payload: Payload; readonly path: readonly (string | number)[] }
  >
> = {
  'manage cycles': page(OWN, 'mayManageCycles'),
  'manage cycles, where they browse the project': page({ project: '10004' }, 'mayManageCycles'),
  'create an objective of the company': page(OWN, 'mayCreate', 'company'),
  'create an objective of our own team': page(OWN, 'mayCreate', 'team'),
  'decide who sees our own team’s': page(OWN, 'visibility', 'mayChange'),
  'decide who sees another team’s': page(OTHER, 'visibility', 'mayChange'),
  'edit the company’s objective': page(OWN, 'objectives', 0, 'mayEdit'),
  'edit our own team’s objective': page(OWN, 'objectives', 1, 'mayEdit'),
  'edit another team’s open objective': page(OTHER, 'objectives', 1, 'mayEdit'),
  'check in on the company’s key result': page(OWN, 'objectives', 0, 'keyResults', 0, 'mayCheckIn'),
  'check in on our own team’s key result': page(OWN, 'objectives', 1, 'keyResults', 0, 'mayCheckIn'),
  'check in on another team’s open key result': page(OTHER, 'objectives', 1, 'keyResults', 0, 'mayCheckIn'),
  'say what our own team’s next sprint is to move': reviewed(OWN, 'mayPlan'),
  'say what another team’s next sprint is to move': reviewed({ ...OWN, project: OTHER.project }, 'mayPlan'),
  'check in on our own team’s key result, in review': reviewed(
    OWN,
    'objectives',
    0,
    'keyResults',
    0,
    'mayCheckIn',
  ),
  'check in on the company’s key result, in review': reviewed(
    OWN,
    'objectives',
    1,
    'keyResults',
    0,
    'mayCheckIn',
  ),
  'check in on the company’s key result that work serves': served(COMPANY, 'keyResults', 0, 'mayCheckIn'),
  'check in on our own team’s key result that work serves': served(OWN, 'keyResults', 0, 'mayCheckIn'),
  'edit the company’s objective that work serves': served(COMPANY, 'mayEdit'),
  'edit our own team’s objective that work serves': served(OWN, 'mayEdit'),
  'edit another team’s open objective that work serves': served(OTHER, 'mayEdit'),
  'tag our own team’s issue': {
    name: 'loadIssuePanel',
    payload: { issueId: OWN.issue },
    path: ['value', 'issue', 'mayEdit'],
  },
};

function page({ project }: Pick<Place, 'project'>, ...path: readonly (string | number)[]) {
  return {
    name: 'loadProjectPage',
    payload: { projectId: project, cycleId: CYCLE },
    path: ['value', ...path],
  };
}

function reviewed(place: Place, ...path: readonly (string | number)[]) {
  const sprintId = place.project === OWN.project ? OWN.closed : OWN.sprint;
  return { name: 'loadSprintReview', payload: review(place, sprintId), path: ['value', ...path] };
}

function served({ keyResult: id }: Place, ...path: readonly (string | number)[]) {
  return {
    name: 'loadReviewedKeyResults',
    payload: { keyResultIds: [id] },
    path: ['value', 'objectives', 0, ...path],
  };
}

const moved = (id: string, field: string): Payload => ({ issue: { id }, changelog: { items: [{ field }] } });

const ISSUES_OF_EVERY_PLACE = [OWN.issue, SERVES_OTHERS, GUARD.issue, OTHER.issue, SECRET.issue].map(
  (id) => ({ id: Number(id), value: null as string | null }),
);

/** One is tagged: with a restricted team's, an open team's and another restricted team's, none of which is its own. */
const COLUMN_OF_EVERY_PLACE = [null, `KR-RESULT; Key result ${OTHER.marker}; KR-RESULT`, null, null, null];

/** One use of a function of JQL. */
const use = (functionName: string, ...given: readonly string[]): Payload => ({
  clause: { functionName, operator: 'in', arguments: given },
});

const PROPERTY = 'issue.property["throughline-tag"]';

/** What counts and serves the key result: stories, since no epic of the site is tagged. */
const servedBy = (keyResultId: string) => ({
  jql: `((issuetype not in subTaskIssueTypes()) AND (issuetype not in ("1"))) AND ((${PROPERTY}.state = "tagged") AND (${PROPERTY}.keyResults in ("${keyResultId}")))`,
});

const refused = (words: string) => ({ error: words, storeErrorAsPrecomputation: false });

const NO_OBJECTIVE_ID =
  'issuesOfObjective takes the id of an objective. Open the OKRs of the project, choose “Copy JQL” in the menu of the objective, and paste it here.';

const EPIC_CHANGED = {
  eventType: 'avi:jira:updated:issue',
  changelog: { items: [{ field: 'IssueParentAssociation' }] },
};
const epic = (id: string): Payload => ({
  ...EPIC_CHANGED,
  issue: { id, fields: { issuetype: { hierarchyLevel: 1 } } },
});

const sprintTold = (what: 'started' | 'closed', id: number): Payload => ({
  eventType: `avi:jira-software:${what}:sprint`,
  sprint: { id: String(id), startDate: '2026-02-09T09:00:00.000Z' },
});
const freeze = (sprintId: number): Payload => ({ body: { kind: 'freeze', sprintId, startedAt: null } });

/**
 * What the functions that the platform calls are told, by their key in the manifest, row by row, and what they may touch:
 * beginnings of names as `kept-site.ts` gives them. A row without a body is a person who asks for it by name. Functions
 * that the platform asks for something touch nothing and answer, in each row that is named, exactly what is said here.
 */
export const EVENTS_TOLD: Readonly<
  Record<
    string,
    {
      readonly told: Readonly<Record<string, Payload | undefined>>;
      readonly touches: readonly string[];
      readonly answers?: Readonly<Record<string, unknown>>;
    }
  >
> = {
  'key-results-column-fn': {
    told: {
      'issues of every place': { issues: ISSUES_OF_EVERY_PLACE },
      'the same, as if somebody had seen more': {
        issues: ISSUES_OF_EVERY_PLACE.map(({ id }) => ({ id, value: `Key result ${SECRET.marker}` })),
      },
      'unknown ids': { issues: [{ id: Number(UNKNOWN.issue), value: null }] },
      'empty ids': { issues: [{ id: '', value: null }] },
    },
    touches: [],
    answers: {
      'issues of every place': COLUMN_OF_EVERY_PLACE,
      'the same, as if somebody had seen more': COLUMN_OF_EVERY_PLACE,
      'unknown ids': [null],
      'empty ids': [null],
    },
  },
  'jql-function-fn': {
    told: {
      'an objective that everybody may see': use('issuesOfObjective', OTHER.objective),
      'an objective that a project keeps to itself': use('issuesOfObjective', SECRET.objective),
      'a key result that a project keeps to itself': use('issuesOfKeyResult', SECRET.keyResult),
      'unknown ids': use('issuesOfObjective', UNKNOWN.objective),
      'empty ids': use('issuesOfObjective', ''),
    },
    touches: [],
    answers: {
      'an objective that everybody may see': servedBy(OTHER.keyResult),
      'an objective that a project keeps to itself': servedBy(`${SECRET.objective}-`),
      'a key result that a project keeps to itself': servedBy(SECRET.keyResult),
      'unknown ids': servedBy(`${UNKNOWN.objective}-`),
      'empty ids': refused(NO_OBJECTIVE_ID),
    },
  },
  // What it asks for comes a minute later, by the function below.
  'jql-issue-changed-fn': {
    told: {
      'an epic of a project': epic(OWN.issue),
      'an epic of a project that others may not see': epic(SECRET.issue),
      'unknown ids': { eventType: 'avi:jira:set:issue-property', issue: { id: UNKNOWN.issue } },
      'empty ids': { eventType: 'avi:jira:set:issue-property', issue: { id: '' } },
    },
    touches: [],
    answers: {
      'an epic of a project': undefined,
      'an epic of a project that others may not see': undefined,
      'unknown ids': undefined,
      'empty ids': undefined,
    },
  },
  'jql-refresh-fn': {
    told: {
      'what was asked for': { body: { dueAt: '2026-01-01T00:00:00.000Z' } },
      'unknown ids': { body: { dueAt: '2026-01-01T00:00:00.000Z', objectiveId: UNKNOWN.objective } },
      'empty ids': { body: { dueAt: '2026-01-01T00:00:00.000Z', objectiveId: '' } },
    },
    touches: ['jql-refresh '],
  },
  'key-results-moved-fn': {
    told: {
      'an issue under another parent': moved(SERVES_OTHERS, 'IssueParentAssociation'),
      'an issue in another project': moved(SERVES_OTHERS, 'project'),
      'an issue that was not moved': moved(SERVES_OTHERS, 'summary'),
      'unknown ids': moved(UNKNOWN.issue, 'project'),
      'empty ids': moved('', 'project'),
    },
    touches: [`issue ${SERVES_OTHERS}`],
    answers: { 'an issue that was not moved': undefined, 'unknown ids': undefined, 'empty ids': undefined },
  },
  // What it asks for comes half a minute later, by the function below.
  'sprint-changed-fn': {
    told: {
      'a sprint that started': sprintTold('started', OTHER.running),
      'a sprint that others may not see': sprintTold('closed', SECRET.closed),
      'unknown ids': sprintTold('closed', UNKNOWN.closed),
      'empty ids': { eventType: 'avi:jira-software:closed:sprint', sprint: { id: '' } },
    },
    touches: [],
    answers: {
      'a sprint that started': undefined,
      'a sprint that others may not see': undefined,
      'unknown ids': undefined,
      'empty ids': undefined,
    },
  },
  'sprint-ledger-fn': {
    told: {
      'a sprint that started': freeze(OTHER.running),
      'a sprint that others may not see': freeze(SECRET.running),
      'a sprint that is frozen': freeze(OWN.closed),
      'a sprint that is to come': freeze(OWN.sprint),
      'every board': { body: { kind: 'reconcile', startAt: 0 } },
      'unknown ids': freeze(UNKNOWN.closed),
      'empty ids': freeze(0),
    },
    touches: ['sprint-ledger ', 'sprint-ledger-piece '],
    answers: Object.fromEntries(
      ['a sprint that is frozen', 'a sprint that is to come', 'every board', 'unknown ids', 'empty ids'].map(
        (row) => [row, undefined],
      ),
    ),
  },
  'reconcile-sprints-fn': {
    told: {
      'its own module': { context: { cloudId: 'here', moduleKey: 'reconcile-sprints' } },
      'unknown ids': { context: { cloudId: UNKNOWN.project }, payload: { sprintId: UNKNOWN.closed } },
      'empty ids': { context: {}, payload: {} },
    },
    touches: [],
    answers: { 'its own module': undefined, 'unknown ids': undefined, 'empty ids': undefined },
  },
  'report-personal-fn': {
    told: {
      'its own module': { context: { cloudId: 'here', moduleKey: 'report-personal-data' } },
      'somebody else’s ids': {
        context: { cloudId: 'elsewhere', moduleKey: 'another-module' },
        payload: { objectiveId: SECRET.objective, projectId: SECRET.project },
      },
      'unknown ids': { context: { cloudId: UNKNOWN.project }, payload: { objectiveId: UNKNOWN.objective } },
      'empty ids': { context: {}, payload: { objectiveId: '', projectId: '' } },
    },
    touches: ['personal-data-report '],
  },
};
