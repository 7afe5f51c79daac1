import { checkChain, type Link } from './chain';
import { grouped } from './grouped';
import { inWords, isAcknowledged, mayHaveHappened, type Change, type Operation } from './operation';
import type { Stored, StoredKeyResult, StoredObjective } from './stored';

type Fields = Readonly<Record<string, unknown>>;

/** A kind of record that is created, edited and put into another state, and counts that. */
type Kind = {
  readonly what: string;
  readonly save: Change;
  readonly shift: Change;
  /** The field that `shift` sets. */
  readonly state: string;
  /** The fields that `save` sets. */
  readonly fields: readonly string[];
  /** What a new one is besides its fields. */
  readonly fresh: Fields;
};

const CYCLE: Kind = {
  what: 'Cycle',
  save: 'saveCycle',
  shift: 'changeCycleState',
  state: 'state',
  fields: ['name', 'startDate', 'endDate'],
  fresh: { state: 'draft' },
};
const OBJECTIVE: Kind = {
  what: 'Objective',
  save: 'saveObjective',
  shift: 'archiveObjective',
  state: 'archived',
  fields: ['title', 'description', 'owner'],
  fresh: { archived: false },
};
const KEY_RESULT: Kind = {
  what: 'Key result',
  save: 'saveKeyResult',
  shift: 'archiveKeyResult',
  state: 'archived',
  fields: ['title', 'metric', 'owner', 'weight'],
  fresh: { archived: false },
};

/** What is wrong with cycles, objectives and key results: what is there against what was done. */
export const verifyRecords = (stored: Stored, done: readonly Operation[]): string[] => [
  ...verifyKind(
    CYCLE,
    new Map(stored.calendar.cycles.map((one) => [one.id, { fields: one, revision: one.revision }])),
    done,
  ),
  ...verifyKind(OBJECTIVE, new Map([...stored.objectives].map(([id, one]) => [id, asRecord(one)])), done),
  ...verifyKind(
    KEY_RESULT,
    new Map(
      [...stored.objectives.values()]
        .flatMap(({ keyResults }) => keyResults)
        .map((one: StoredKeyResult) => [one.id, { fields: one, revision: one.revision }]),
    ),
    done,
  ),
];

type Kept = { readonly fields: Fields; readonly revision: number };

/** Storage leaves out what is empty. */
const asRecord = (one: StoredObjective): Kept => ({
  fields: { ...one, description: one['description'] ?? '', owner: one['owner'] ?? null },
  revision: one.ownRevision,
});

const verifyKind = (kind: Kind, there: ReadonlyMap<string, Kept>, done: readonly Operation[]): string[] => {
  const about = done.filter(({ name }) => name === kind.save || name === kind.shift);
  const byId = grouped(about, ({ payload }) => String(payload['id']));
  return [...new Set([...there.keys(), ...byId.keys()])].flatMap((id) =>
    verifyOne(kind, id, there.get(id), byId.get(id) ?? []),
  );
};

const verifyOne = (kind: Kind, id: string, kept: Kept | undefined, done: readonly Operation[]): string[] => {
  const what = `${kind.what} ${id}`;
  const creates = done.filter((one) => one.name === kind.save && one.payload['expectedRevision'] === null);
  const created = creates.filter((one) => isAcknowledged(one) || mayHaveHappened(one));
  if (kept === undefined) {
    const lost = done.filter(isAcknowledged);
    return lost.length === 0 ? [] : [`${what} is not there:\n${lost.map(inWords).join('\n')}`];
  }
  const acknowledged = created.filter(isAcknowledged);
  const by = acknowledged.length > 0 ? acknowledged : created;
  if (by.length !== 1)
    return [`${what} is there, and ${by.length} have made it.\n${by.map(inWords).join('\n')}`];
  const links = done
    .filter((one) => !creates.includes(one))
    .map((one) => (one.name === kind.save ? edit(kind, one) : shift(kind, one)));
  return checkChain(what, links, {
    first: { ...pick(by[0]!.payload, kind.fields), ...kind.fresh },
    last: pick(kept.fields, [...kind.fields, kind.state]),
    revision: kept.revision,
  });
};

const edit = (kind: Kind, operation: Operation): Link<Fields> => ({
  operation,
  on: Number(operation.payload['expectedRevision']),
  apply: (state) => ({ ...state, ...pick(operation.payload, kind.fields) }),
  isDone: null,
});

const shift = ({ state: field }: Kind, operation: Operation): Link<Fields> => ({
  operation,
  on: Number(operation.payload['expectedRevision']),
  apply: (state) =>
    state[field] === operation.payload[field] ? null : { ...state, [field]: operation.payload[field] },
  // Somebody else may have done the same in between: then all is as it was asked for.
  isDone: (state) => state[field] === operation.payload[field],
});

const pick = (from: Fields, fields: readonly string[]): Fields =>
  Object.fromEntries(fields.map((field) => [field, from[field]]));
