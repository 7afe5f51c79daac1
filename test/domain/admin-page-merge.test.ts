import fc from 'fast-check';
import { canonicalJson, nameOf, type BackupRecord } from '../../src/domain/backup';
import { looseEnds, wholeLedgers } from '../../src/domain/backup-closure';
import { differences, mayBeReplaced } from '../../src/domain/backup-difference';
import { BACKUP_KINDS, type BackupKind } from '../../src/domain/backup-items';
import { mergeWrites } from '../../src/domain/backup-merge';
import { summaryOf } from '../../src/domain/check-in';
import type { IsoInstant } from '../../src/domain/dates';
import type { CheckInId, CycleId, ObjectiveId } from '../../src/domain/ids';
import { aCheckIn, aCycle, aDay, aKeyResult, aKeyResultId } from '../builders/okrs';

/** Small sites that share ids, so that what they hold meets: the same, different, only here, only there. */
const aSite = fc
  .record({
    cycles: fc.subarray(['caaaaaaaa1', 'caaaaaaaa2'] as CycleId[]),
    cycleName: fc.constantFrom('A', 'B'),
    objectives: fc.array(
      fc.record({
        id: fc.constantFrom<ObjectiveId[]>(...(['oaaaaaaaa1', 'oaaaaaaaa2', 'oaaaaaaaa3'] as ObjectiveId[])),
        title: fc.constantFrom('One', 'Two'),
        owner: fc.constantFrom('ann', 'bob', undefined),
        keyResults: fc.subarray(['kr0001', 'kr0002']),
        unit: fc.constantFrom('%', 'days'),
        days: fc.subarray([1, 2, 3]),
        learnedIn: fc.subarray([2, 1]),
        learning: fc.constantFrom('', 'Less is more'),
        revision: fc.nat(5),
      }),
      { maxLength: 3 },
    ),
    ledgers: fc.subarray([1, 2]),
    restricted: fc.boolean(),
    revision: fc.nat(5),
  })
  .map((drawn): BackupRecord[] => {
    const objectives = [...new Map(drawn.objectives.map((one) => [one.id, one])).values()];
    const checkInsOf = (objective: (typeof objectives)[number], ending: string) =>
      objective.days.map((day) => {
        const keyResultId = aKeyResultId(ending, objective.id);
        return aCheckIn({
          id: `${keyResultId}-checkin${day}` as CheckInId,
          keyResultId,
          date: aDay(`2026-02-0${day}`),
        });
      });
    return [
      {
        entity: 'cycle-calendar',
        key: 'site',
        value: {
          version: 1,
          revision: drawn.revision,
          cycles: drawn.cycles.map((id) => aCycle({ id, name: drawn.cycleName })),
        },
      },
      {
        entity: 'objective-list',
        key: 'team:10000',
        value: {
          version: 1,
          revision: drawn.revision,
          restricted: drawn.restricted,
          entries: objectives.map(({ id }) => ({ objectiveId: id, cycleId: 'caaaaaaaa1' as CycleId })),
        },
      },
      ...objectives.map((objective): BackupRecord => ({
        entity: 'objective',
        key: objective.id,
        value: {
          version: 1,
          revision: objective.revision,
          cycleId: 'caaaaaaaa1' as CycleId,
          scope: '10000',
          title: objective.title,
          ...(objective.owner === undefined ? {} : { owner: objective.owner as never }),
          archived: false,
          ownRevision: objective.revision,
          keyResults: objective.keyResults.map((ending) => {
            const newest = checkInsOf(objective, ending).at(-1);
            return aKeyResult({
              id: aKeyResultId(ending, objective.id),
              metric: { baseline: 0, target: 1, unit: objective.unit },
              latest: newest ? summaryOf(newest) : null,
            });
          }),
        },
      })),
      ...objectives.flatMap((objective) => learningsOf(objective, drawn.revision)),
      ...drawn.ledgers.flatMap(aLedger),
      ...objectives.flatMap((objective) =>
        objective.keyResults.flatMap((ending) =>
          checkInsOf(objective, ending).map(({ id, note: _note, ...checkIn }): BackupRecord => ({
            entity: 'check-in',
            key: id,
            value: { version: 1, objectiveId: objective.id, ...checkIn },
          })),
        ),
      ),
    ];
  });

const MOMENT = '2026-02-13T15:00:00.000Z' as IsoInstant;

/** What was learned of each key result of an objective. */
const learningsOf = (
  {
    id,
    keyResults,
    learnedIn,
    learning,
  }: {
    readonly id: ObjectiveId;
    readonly keyResults: readonly string[];
    readonly learnedIn: readonly number[];
    readonly learning: string;
  },
  revision: number,
): BackupRecord[] =>
  learnedIn.length === 0
    ? []
    : keyResults.map((ending) => ({
        entity: 'key-result-learnings',
        key: aKeyResultId(ending, id),
        value: {
          version: 1,
          revision,
          objectiveId: id,
          verdicts: learnedIn.map((sprintId) => ({
            place: { kind: 'sprint', sprintId },
            endedOn: aDay(`2026-02-1${sprintId}`),
            verdict: 'confirmed',
            learning,
            savedAt: MOMENT,
          })),
        },
      }));

/** A ledger is the same wherever it is, with its one piece. */
const aLedger = (sprintId: number): BackupRecord[] => {
  const piece = `sprint:${sprintId}:close:0:${String(sprintId).repeat(24)}`;
  return [
    {
      entity: 'sprint-ledger',
      key: `sprint:${sprintId}`,
      value: {
        version: 1,
        revision: 1,
        state: 'closed',
        startedAt: MOMENT,
        closedAt: MOMENT,
        close: { frozenAt: MOMENT, pieces: [piece], mayMissRemoved: false },
      },
    },
    {
      entity: 'sprint-ledger-piece',
      key: piece,
      value: {
        version: 1,
        revision: 1,
        sprintId: String(sprintId),
        tags: [],
        lines: [['10001', 0, 0, 1, 2, -1, -2]],
      },
    },
  ];
};

const kinds = fc.subarray([...BACKUP_KINDS]).map((chosen) => new Set<BackupKind>(chosen));

const written = (
  here: readonly BackupRecord[],
  there: readonly BackupRecord[],
  replace: ReadonlySet<BackupKind>,
) => {
  const after = new Map(here.map((record) => [nameOf(record), record]));
  for (const { expected: _expected, ...record } of mergeWrites(
    { records: here },
    { records: there },
    replace,
  ))
    after.set(nameOf(record), record as BackupRecord);
  return [...after.values()];
};

const found = (here: readonly BackupRecord[], there: readonly BackupRecord[]) =>
  [...differences({ records: here, properties: [] }, { records: there, properties: [] }).values()].flat();

const ALL = new Set<BackupKind>(BACKUP_KINDS);

describe('what an import writes', () => {
  test('into an empty site is the file, just as it is', () => {
    fc.assert(
      fc.property(aSite, kinds, (there, replace) => {
        const names = (records: readonly BackupRecord[]) => records.map(canonicalJson).sort();
        expect(names(written([], there, replace))).toEqual(names(there));
      }),
    );
  });

  test('loses nothing that is here and brings everything that is new, whatever is replaced', () => {
    fc.assert(
      fc.property(aSite, aSite, kinds, (here, there, replace) => {
        const after = written(here, there, replace);
        const gone = found(after, here).filter(({ state }) => state === 'new');
        const missing = found(after, there).filter(({ state }) => state === 'new');
        expect([...gone, ...missing]).toEqual([]);
      }),
    );
  });

  test('changes only what is of a kind that is to be replaced', () => {
    fc.assert(
      fc.property(aSite, aSite, kinds, (here, there, replace) => {
        const changed = found(here, written(here, there, replace)).filter(({ state }) => state === 'changed');
        expect(changed.filter(({ kind }) => !replace.has(kind))).toEqual([]);
      }),
    );
  });

  test('leaves no difference when every kind is replaced, and nothing to write the second time', () => {
    fc.assert(
      fc.property(aSite, aSite, (here, there) => {
        const after = written(here, there, ALL);
        expect(found(after, there).filter(({ state }) => state === 'changed')).toEqual([]);
        expect(mergeWrites({ records: after }, { records: there }, ALL)).toEqual([]);
      }),
    );
  });

  test('counts up every record and part that it changes', () => {
    fc.assert(
      fc.property(aSite, aSite, kinds, (here, there, replace) => {
        for (const write of mergeWrites({ records: here }, { records: there }, replace)) {
          const before = here.find((record) => nameOf(record) === nameOf(write));
          if (before === undefined) expect(write.expected).toBeNull();
          else if (before.entity !== 'check-in' && write.entity !== 'check-in') {
            expect(write.expected).toBe(before.value.revision);
            expect(write.value.revision).toBe(before.value.revision + 1);
          }
        }
      }),
    );
  });

  test('keeps each key result at the newest of both sites’ check-ins', () => {
    fc.assert(
      fc.property(aSite, aSite, kinds, (here, there, replace) => {
        expect(
          looseEnds(written(here, there, replace)).filter(({ entity }) => entity === 'objective'),
        ).toEqual([]);
      }),
    );
  });
});

describe('the loose ends of what was read', () => {
  const whole = fc.sample(aSite, { numRuns: 200, seed: 7 }).find((records) => records.length > 8)!;
  const without = (entity: string, key: string) =>
    looseEnds(whole.filter((record) => record.entity !== entity || record.key !== key));

  test('are an objective that a list names, a newest check-in, and a list that ought to name an objective', () => {
    const objective = whole.find(({ entity }) => entity === 'objective')!.key;
    expect(without('objective', objective)).toContainEqual({ entity: 'objective', key: objective });
    expect(without('objective-list', 'team:10000')).toContainEqual({
      entity: 'objective-list',
      key: 'team:10000',
    });
    const newest = whole.flatMap((record) =>
      record.entity === 'objective' ? record.value.keyResults.flatMap(({ latest }) => latest?.id ?? []) : [],
    )[0]!;
    expect(without('check-in', newest)).toContainEqual({ entity: 'check-in', key: newest });
  });

  test('are a piece that a ledger points to, a ledger of which there is only a piece, and what was learned of nothing', () => {
    const [ledger, piece] = aLedger(1);
    const keyOf = ({ entity, key }: BackupRecord) => ({ entity, key });
    expect(looseEnds([ledger!, piece!])).toEqual([]);
    expect(looseEnds([ledger!])).toEqual([keyOf(piece!)]);
    expect(looseEnds([piece!])).toEqual([keyOf(ledger!)]);
    const [learned] = learningsOf(
      { id: 'oaaaaaaaa1' as ObjectiveId, keyResults: ['kr0001'], learnedIn: [1], learning: '' },
      1,
    );
    expect(looseEnds([learned!])).toEqual([{ entity: 'objective', key: 'oaaaaaaaa1' }]);
  });
});

describe('ledgers', () => {
  const [one, its] = aLedger(1) as [BackupRecord, BackupRecord];
  const [two, others] = aLedger(2) as [BackupRecord, BackupRecord];
  const namesOf = (records: readonly BackupRecord[]) => records.map(nameOf);

  test('are taken whole or not at all, and without what none of them points to', () => {
    expect(wholeLedgers([one, its, two])).toEqual([one, its]);
    expect(wholeLedgers([one, its, others])).toEqual([one, its]);
    expect(wholeLedgers([its])).toEqual([]);
  });

  test('are no things of their own in their pieces', () => {
    expect(found([], [one, its]).map(({ kind, title }) => [kind, title])).toEqual([['ledger', 'Sprint 1']]);
  });

  test('come after their pieces, and bring only those that are not here', () => {
    const writes = (here: readonly BackupRecord[]) =>
      namesOf(mergeWrites({ records: here }, { records: [one, its, two, others] }, ALL) as BackupRecord[]);
    expect(writes([])).toEqual(namesOf([its, others, one, two]));
    expect(writes([one, its])).toEqual(namesOf([others, two]));
    expect(writes([its])).toEqual(namesOf([others, one, two]));
  });

  test('are never replaced', () => {
    const another = {
      ...one,
      value: { ...one.value, startedAt: '2026-02-01T09:00:00.000Z' },
    } as BackupRecord;
    expect(found([one, its], [another, its])).toMatchObject([{ state: 'changed' }]);
    expect(mayBeReplaced('ledger')).toBe(false);
    expect(mergeWrites({ records: [one, its] }, { records: [another, its] }, ALL)).toEqual([]);
  });
});
