import type { StandIn } from '../../local/stand-in';

/** A stored record as it lies there. */
type Fields = Readonly<Record<string, unknown>>;
type Stored = ReadonlyMap<string, Fields>;

/** What is wrong with all that is stored, by hand: the form of each record, and whether the records fit together. */
export const wrongStored = (standIn: StandIn): string[] => {
  const { calendar, lists, objectives, checkIns, intents, settings, ledgers, pieces, learnings } =
    storedOf(standIn);
  const cycles = new Set(
    (calendar.get('site')?.['cycles'] as readonly { id: string }[] | undefined)?.map(({ id }) => id),
  );
  return [
    ...formsOf(calendar, isCalendar, 'cycle-calendar'),
    ...formsOf(lists, isList, 'objective-list'),
    ...formsOf(objectives, isObjective, 'objective'),
    ...formsOf(checkIns, isCheckIn, 'check-in'),
    ...formsOf(intents, isIntent, 'sprint-intent'),
    ...formsOf(settings, isSettings, 'planning-settings'),
    ...formsOf(ledgers, isLedger, 'sprint-ledger'),
    ...formsOf(pieces, isPiece, 'sprint-ledger-piece'),
    ...formsOf(learnings, isLearnings, 'key-result-learnings'),
    ...[...objectives].flatMap(([id, one]) => wrongPlace(id, one, lists, cycles)),
    ...[...lists].flatMap(([key, list]) => wrongEntries(key, list, objectives)),
    ...[...objectives].flatMap(([, one]) => wrongLatest(one, checkIns)),
    ...[...checkIns].flatMap(([id, one]) =>
      objectives.has(String(one['objectiveId'])) ? [] : [`check-in ${id} belongs to no objective`],
    ),
    ...[...learnings].flatMap(([id, one]) => wrongLearner(id, one, objectives)),
    ...[...ledgers].flatMap(([id, one]) => wrongPieces(id, one, pieces)),
  ];
};

/** The records by kind and key. */
export const storedOf = ({ storage }: StandIn) => {
  const dump = storage.dump();
  const of = (entity: string): Stored =>
    new Map((dump[`entity:${entity}`] ?? []).map(({ key, value }) => [key, value as Fields]));
  return {
    calendar: of('cycle-calendar'),
    lists: of('objective-list'),
    objectives: of('objective'),
    checkIns: of('check-in'),
    intents: of('sprint-intent'),
    settings: of('planning-settings'),
    ledgers: of('sprint-ledger'),
    pieces: of('sprint-ledger-piece'),
    learnings: of('key-result-learnings'),
  };
};

const formsOf = (
  records: Stored,
  isRight: (record: Fields, key: string) => boolean,
  kind: string,
): string[] =>
  [...records].flatMap(([key, record]) =>
    isRight(record, key) ? [] : [`${kind} ${key} is ${JSON.stringify(record).slice(0, 400)}`],
  );

const isWhole = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;
const isFinite = (value: unknown): boolean => typeof value === 'number' && Math.abs(value) <= 1e12;
const isText = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'string' && value.length >= least && value.length <= most && value.trim() === value;
const isId = (value: unknown, pattern: RegExp): boolean => typeof value === 'string' && pattern.test(value);
const isDay = (value: unknown): boolean =>
  isId(value, /^\d{4}-\d\d-\d\d$/) &&
  new Date(`${String(value)}T00:00:00Z`).toISOString().startsWith(String(value));
const isMoment = (value: unknown): boolean => isId(value, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const isAccount = (value: unknown): boolean => isId(value, /^[a-zA-Z0-9:_-]{1,128}$/);
const CYCLE = /^c[a-z0-9]{9}$/;
const OBJECTIVE = /^o[a-z0-9]{9}$/;

const has = (record: Fields, needed: readonly string[], optional: readonly string[] = []): boolean =>
  needed.every((key) => key in record) &&
  Object.keys(record).every((key) => needed.includes(key) || optional.includes(key));

const isHeaded = (record: Fields): boolean =>
  record['version'] === 1 && isWhole(record['revision']) && record['revision'] !== 0;

const isUnique = (items: readonly Fields[], key: string): boolean =>
  new Set(items.map((item) => item[key])).size === items.length;

const isCalendar = (record: Fields, key: string): boolean => {
  const cycles = record['cycles'] as readonly Fields[];
  return (
    key === 'site' &&
    has(record, ['version', 'revision', 'cycles']) &&
    isHeaded(record) &&
    isUnique(cycles, 'id') &&
    cycles.every(
      (cycle) =>
        has(cycle, ['id', 'name', 'startDate', 'endDate', 'state', 'revision']) &&
        isId(cycle['id'], CYCLE) &&
        isText(cycle['name'], 1, 200) &&
        isDay(cycle['startDate']) &&
        isDay(cycle['endDate']) &&
        String(cycle['startDate']) < String(cycle['endDate']) &&
        ['draft', 'active', 'closed'].includes(String(cycle['state'])) &&
        isWhole(cycle['revision']),
    )
  );
};

const isList = (record: Fields, key: string): boolean => {
  const entries = record['entries'] as readonly Fields[];
  return (
    /^(company|team:\d{1,18})$/.test(key) &&
    has(record, ['version', 'revision', 'restricted', 'entries']) &&
    isHeaded(record) &&
    typeof record['restricted'] === 'boolean' &&
    !(key === 'company' && record['restricted']) &&
    isUnique(entries, 'objectiveId') &&
    entries.every((entry) => has(entry, ['objectiveId', 'cycleId']))
  );
};

const isObjective = (record: Fields, key: string): boolean => {
  const keyResults = record['keyResults'] as readonly Fields[];
  return (
    OBJECTIVE.test(key) &&
    has(
      record,
      ['version', 'revision', 'cycleId', 'scope', 'title', 'archived', 'ownRevision', 'keyResults'],
      ['description', 'owner'],
    ) &&
    isHeaded(record) &&
    isId(record['cycleId'], CYCLE) &&
    isId(record['scope'], /^(company|\d{1,18})$/) &&
    isText(record['title'], 1, 200) &&
    (record['description'] === undefined || isText(record['description'], 1, 2000)) &&
    (record['owner'] === undefined || isAccount(record['owner'])) &&
    typeof record['archived'] === 'boolean' &&
    isWhole(record['ownRevision']) &&
    isUnique(keyResults, 'id') &&
    keyResults.every((keyResult) => isKeyResult(keyResult, key))
  );
};

const isKeyResult = (keyResult: Fields, objective: string): boolean => {
  const { baseline, target, unit } = keyResult['metric'] as Fields;
  return (
    has(keyResult, ['id', 'title', 'metric', 'owner', 'weight', 'archived', 'latest', 'revision']) &&
    isId(keyResult['id'], new RegExp(`^${objective}-[a-z0-9]{6}$`)) &&
    isText(keyResult['title'], 1, 200) &&
    has(keyResult['metric'] as Fields, ['baseline', 'target', 'unit']) &&
    isFinite(baseline) &&
    isFinite(target) &&
    baseline !== target &&
    isText(unit, 0, 20) &&
    (keyResult['owner'] === null || isAccount(keyResult['owner'])) &&
    isFinite(keyResult['weight']) &&
    typeof keyResult['archived'] === 'boolean' &&
    isWhole(keyResult['revision'])
  );
};

const isCheckIn = (record: Fields, key: string): boolean =>
  has(
    record,
    ['version', 'objectiveId', 'keyResultId', 'date', 'createdAt', 'value', 'confidence', 'author'],
    ['note'],
  ) &&
  record['version'] === 1 &&
  isId(key, new RegExp(`^${String(record['keyResultId'])}-[a-z0-9]{8}$`)) &&
  String(record['keyResultId']).startsWith(`${String(record['objectiveId'])}-`) &&
  isDay(record['date']) &&
  isMoment(record['createdAt']) &&
  isFinite(record['value']) &&
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].includes(Number(record['confidence'])) &&
  isAccount(record['author']) &&
  (record['note'] === undefined || isText(record['note'], 1, 2000));

const isSaid = (said: Fields): boolean =>
  has(said, ['id', 'savedAt', 'advances']) &&
  isId(said['id'], /^i[a-z0-9]{9}$/) &&
  isMoment(said['savedAt']) &&
  (said['advances'] as readonly Fields[]).every(
    (advance) =>
      has(advance, ['keyResultId', 'change', 'movement', 'visibleBy', 'valueThen']) &&
      isId(advance['keyResultId'], /^o[a-z0-9]{9}-[a-z0-9]{6}$/) &&
      isText(advance['change'], 1, 200) &&
      isFinite(advance['movement']) &&
      isDay(advance['visibleBy']) &&
      isFinite(advance['valueThen']),
  );

const isIntent = (record: Fields, key: string): boolean =>
  /^(sprint:\d{1,16}|board:\d{1,16}:\d{4}-\d\d-\d\d)$/.test(key) &&
  has(record, ['version', 'revision', 'projectId', 'said', 'earlier']) &&
  isHeaded(record) &&
  isId(record['projectId'], /^\d{1,18}$/) &&
  isSaid(record['said'] as Fields) &&
  (record['earlier'] as readonly Fields[]).length <= 20 &&
  (record['earlier'] as readonly Fields[]).every(isSaid);

const isShare = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;

const isSettings = (record: Fields, key: string): boolean => {
  const band = record['band'] as Fields | undefined;
  const rhythm = record['rhythm'] as Fields | undefined;
  return (
    /^board:\d{1,16}$/.test(key) &&
    has(record, ['version', 'revision', 'projectId'], ['band', 'rhythm']) &&
    isHeaded(record) &&
    isId(record['projectId'], /^\d{1,18}$/) &&
    (band === undefined ||
      (isShare(band['low']) && isShare(band['high']) && Number(band['low']) <= Number(band['high']))) &&
    (rhythm === undefined || ([2, 4].includes(Number(rhythm['weeks'])) && isDay(rhythm['firstDay'])))
  );
};

const isPieceKey = (value: unknown, sprint: string, moment: string): boolean =>
  isId(value, new RegExp(`^${sprint}:${moment}:\\d{1,3}:[0-9a-f]{24}$`));

const isFrozen = (value: unknown, sprint: string, moment: string, optional: readonly string[]): boolean =>
  value === undefined ||
  (has(value as Fields, ['frozenAt', 'pieces', ...optional]) &&
    isMoment((value as Fields)['frozenAt']) &&
    ((value as Fields)['pieces'] as readonly unknown[]).every((key) => isPieceKey(key, sprint, moment)));

const isLedger = (record: Fields, key: string): boolean => {
  const { state, start, closedAt, close, projectId, boardId } = record;
  return (
    /^sprint:[1-9]\d{0,15}$/.test(key) &&
    has(
      record,
      ['version', 'revision', 'state', 'startedAt'],
      ['projectId', 'boardId', 'start', 'closedAt', 'close'],
    ) &&
    isHeaded(record) &&
    ['running', 'closed', 'gone'].includes(String(state)) &&
    isMoment(record['startedAt']) &&
    (projectId === undefined || isId(projectId, /^\d{1,18}$/)) &&
    (boardId === undefined || isWhole(boardId)) &&
    isFrozen(start, key, 'start', []) &&
    isFrozen(close, key, 'close', ['mayMissRemoved']) &&
    (state === 'closed' ? isMoment(closedAt) && close !== undefined : start !== undefined)
  );
};

const isLedgerTag = (tag: Fields): boolean =>
  typeof tag['inherited'] === 'boolean' &&
  (tag['state'] === 'tagged'
    ? has(tag, ['state', 'keyResults', 'inherited']) &&
      (tag['keyResults'] as readonly unknown[]).every((id) => isId(id, /^o[a-z0-9]{9}-[a-z0-9]{6}$/))
    : tag['state'] === 'exempt' && has(tag, ['state', 'reason', 'inherited']));

const isPiece = (record: Fields, key: string): boolean => {
  const tags = record['tags'] as readonly Fields[];
  const rows = record['lines'] as readonly (readonly unknown[])[];
  const length = key.includes(':close:') ? 7 : 4;
  return (
    has(record, ['version', 'revision', 'sprintId', 'tags', 'lines']) &&
    isHeaded(record) &&
    isPieceKey(key, `sprint:${String(record['sprintId'])}`, '(start|close)') &&
    tags.every(isLedgerTag) &&
    rows.length > 0 &&
    rows.length <= 500 &&
    rows.every((row) => row.length === length && isId(row[0], /^\d{1,18}$/) && row.slice(1).every(isCell))
  );
};

const isCell = (cell: unknown): boolean => cell === null || typeof cell === 'number';

const isLearnings = (record: Fields, key: string): boolean =>
  isId(key, new RegExp(`^${String(record['objectiveId'])}-[a-z0-9]{6}$`)) &&
  has(record, ['version', 'revision', 'objectiveId', 'verdicts']) &&
  isHeaded(record) &&
  (record['verdicts'] as readonly Fields[]).length <= 60 &&
  (record['verdicts'] as readonly Fields[]).every(
    (verdict) =>
      has(verdict, ['place', 'endedOn', 'verdict', 'learning', 'savedAt']) &&
      ['confirmed', 'no-effect', 'too-early'].includes(String(verdict['verdict'])) &&
      isDay(verdict['endedOn']) &&
      isMoment(verdict['savedAt']) &&
      isText(verdict['learning'], 0, 280) &&
      !/[\n\r\u2028\u2029]/.test(String(verdict['learning'])),
  );

/** What was learned was learned of a key result that is there. */
const wrongLearner = (id: string, { objectiveId }: Fields, objectives: Stored): string[] => {
  const keyResults = (objectives.get(String(objectiveId))?.['keyResults'] ?? []) as readonly Fields[];
  return keyResults.some((one) => one['id'] === id)
    ? []
    : [`${id}, of which something was learned, is not there`];
};

/** What a ledger points to is there. */
const wrongPieces = (id: string, { start, close }: Fields, pieces: Stored): string[] =>
  [start, close].flatMap((frozen) =>
    (((frozen as Fields | undefined)?.['pieces'] as readonly string[] | undefined) ?? []).flatMap((key) =>
      pieces.has(key) ? [] : [`ledger ${id} points to ${key}, which is not there`],
    ),
  );

/** Every objective is in the list of its scope, in its cycle, and the cycle is there. */
const wrongPlace = (id: string, objective: Fields, lists: Stored, cycles: ReadonlySet<string>): string[] => {
  const { scope, cycleId } = objective;
  const list = lists.get(scope === 'company' ? 'company' : `team:${String(scope)}`);
  const entries = (list?.['entries'] ?? []) as readonly Fields[];
  const isListed = entries.some((entry) => entry['objectiveId'] === id && entry['cycleId'] === cycleId);
  return [
    ...(isListed ? [] : [`objective ${id} is not in the list of ${String(scope)}`]),
    ...(cycles.has(String(cycleId)) ? [] : [`objective ${id} is in no cycle`]),
  ];
};

const wrongEntries = (key: string, list: Fields, objectives: Stored): string[] =>
  (list['entries'] as readonly Fields[]).flatMap(({ objectiveId }) =>
    objectives.has(String(objectiveId))
      ? []
      : [`list ${key} names ${String(objectiveId)}, which is not there`],
  );

/** A key result's newest check-in is stored too, with the same values. */
const wrongLatest = (objective: Fields, checkIns: Stored): string[] =>
  (objective['keyResults'] as readonly Fields[]).flatMap(({ id, latest }) => {
    if (latest === null) return [];
    const { id: checkInId, ...summary } = latest as Fields;
    const stored = checkIns.get(String(checkInId));
    const isSame = Object.entries(summary).every(([name, value]) => stored?.[name] === value);
    return stored && isSame ? [] : [`${String(id)} has a newest check-in that is not stored`];
  });
