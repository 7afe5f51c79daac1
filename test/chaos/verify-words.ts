import { inWords, type Operation } from './operation';
import type { Stored } from './stored';

/** Who was told that nothing was changed, and has changed something: as far as ids of their own show it. */
export const verifyWords = (stored: Stored, done: readonly Operation[]): string[] => {
  const there = new Set([
    ...stored.checkIns.keys(),
    ...stored.objectives.keys(),
    ...stored.calendar.cycles.map(({ id }) => id),
    ...[...stored.objectives.values()].flatMap(({ keyResults }) => keyResults.map(({ id }) => id)),
  ]);
  return done
    .filter((one) => isCreate(one) && one.mustFail === undefined && there.has(String(one.payload['id'])))
    .filter(
      ({ answer }) =>
        answer.state !== 'acknowledged' && /Nothing was (changed|saved)/.test(answer.problem.message),
    )
    .map((one) => `Told that nothing was changed, which is not so: ${inWords(one)}`);
};

const isCreate = ({ name, payload }: Operation): boolean =>
  name === 'checkIn' || payload['expectedRevision'] === null;
