import { isDeepStrictEqual } from 'node:util';
import { grouped } from './grouped';
import { inWords, isAcknowledged, mayHaveHappened, type Operation } from './operation';
import type { Stored, StoredCheckIn } from './stored';

/** What is wrong with check-ins: each acknowledged one must be there as it was said, no refused one, none of nobody's. */
export const verifyCheckIns = (stored: Stored, done: readonly Operation[]): string[] => {
  const sent = grouped(
    done.filter(({ name }) => name === 'checkIn'),
    ({ payload }) => String(payload['id']),
  );
  return [
    ...[...sent].flatMap(([id, operations]) => verifyOne(id, stored.checkIns.get(id), operations)),
    ...[...stored.checkIns.keys()].filter((id) => !sent.has(id)).map((id) => `Nobody made check-in ${id}.`),
    ...verifyLatest(stored),
  ];
};

const verifyOne = (
  id: string,
  kept: StoredCheckIn | undefined,
  operations: readonly Operation[],
): string[] => {
  const acknowledged = operations.filter(isAcknowledged);
  const told = operations.map(inWords).join('\n');
  if (acknowledged.length > 1) return [`Check-in ${id} was acknowledged more than once:\n${told}`];
  if (kept === undefined) return acknowledged.length === 0 ? [] : [`Check-in ${id} is not there:\n${told}`];
  const by = operations.filter((one) => isAcknowledged(one) || mayHaveHappened(one));
  return by.some((one) => isDeepStrictEqual(said(one), content(kept)))
    ? []
    : [`Check-in ${id} is there as ${JSON.stringify(kept)}, which is not what was said:\n${told}`];
};

const said = ({ payload, account }: Operation) => ({
  keyResultId: payload['keyResultId'],
  value: payload['value'],
  confidence: payload['confidence'],
  note: payload['note'],
  date: payload['date'],
  author: `account-${account}`,
});

/** Storage leaves out what is empty. */
const content = (kept: StoredCheckIn) => ({
  keyResultId: kept.keyResultId,
  value: kept['value'],
  confidence: kept['confidence'],
  note: kept['note'] ?? '',
  date: kept.date,
  author: kept['author'],
});

/** Every key result must show the last of its check-ins by date, of one day the one that was written last. */
const verifyLatest = ({ objectives, checkIns }: Stored): string[] => {
  const keyResults = [...objectives.values()].flatMap((objective) => objective.keyResults);
  const known = new Set(keyResults.map(({ id }) => id));
  const byKeyResult = grouped([...checkIns], ([, { keyResultId }]) => keyResultId);
  const lone = [...byKeyResult.keys()].filter((id) => !known.has(id));
  return [
    ...lone.map((id) => `There are check-ins on key result ${id}, which is not there.`),
    ...keyResults.flatMap(({ id, latest }) => {
      const last = [...(byKeyResult.get(id) ?? [])].sort(byMoment).at(-1);
      const expected = last === undefined ? null : summaryOf(last);
      return isDeepStrictEqual(latest, expected)
        ? []
        : [
            `Key result ${id} shows ${JSON.stringify(latest)}; its last check-in is ${JSON.stringify(expected)}.`,
          ];
    }),
  ];
};

type Entry = readonly [string, StoredCheckIn];

const byMoment = ([aId, a]: Entry, [bId, b]: Entry): number =>
  compare(a.date, b.date) || compare(a.createdAt, b.createdAt) || compare(aId, bId);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const summaryOf = ([id, { date, createdAt, ...rest }]: Entry) => ({
  id,
  value: rest['value'],
  confidence: rest['confidence'],
  date,
  createdAt,
});
