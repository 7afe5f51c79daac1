import { resolve } from 'node:path';
import { createStandIn, type StandIn } from '../../local/stand-in';
import { watcher } from '../contract/fail-on-mismatch';
import { letThemWork } from './crowd';
import { fivePercentOf } from './faults';
import { countLostReplies, openFrame, type Frame } from './frame';
import { givenPlan } from './given';
import { openJournal } from './journal';
import { inWords, isAcknowledged, type Operation } from './operation';
import { PEOPLE, theirSite } from './people';
import { readStored } from './stored';
import { verifyCheckIns } from './verify-check-ins';
import { verifyRecords } from './verify-records';
import { verifyScreens } from './verify-screens';
import { verifyTags } from './verify-tags';
import { verifyWhole } from './verify-whole';
import { verifyWords } from './verify-words';
import { inVirtualTime, pause, releaseTimeAndChance, ruleTimeAndChance } from './virtual-time';

export type Ran = {
  readonly operations: readonly Operation[];
  /** What is wrong afterwards, each in words. */
  readonly problems: readonly string[];
  readonly standIn: StandIn;
};

/** Lets twenty people do so many things at once while five of a hundred calls fail, and looks at what came of it. */
export const runChaos = async (seed: number, operations: number): Promise<Ran> => {
  const standIn = await theirStandIn();
  countLostReplies(standIn);
  ruleTimeAndChance(seed);
  try {
    return await inVirtualTime(play(standIn, seed, operations));
  } finally {
    releaseTimeAndChance();
  }
};

/** The app in their site, before anything was done. */
export const theirStandIn = (): Promise<StandIn> =>
  createStandIn({
    root: resolve(__dirname, '../..'),
    site: theirSite(),
    siteUrl: 'http://127.0.0.1:1',
    log: () => undefined,
    onExchange: watcher.onExchange,
  });

const LAG_MS = 5_000;
/** Few enough that people run into it. */
const REQUESTS_PER_SECOND = 60;

const play = async (standIn: StandIn, seed: number, operations: number): Promise<Ran> => {
  const frames: Frame[] = [];
  for (const account of PEOPLE) frames.push(await openFrame(standIn, account));
  const journal = openJournal();
  await givenPlan(journal, frames[0]!);
  const { storageRequestsPerSecond } = standIn.settings.read();
  standIn.settings.change({
    searchLagMs: LAG_MS,
    queryLagMs: LAG_MS,
    storageRequestsPerSecond: REQUESTS_PER_SECOND,
  });
  const work = letThemWork({ journal, frames, seed, operations });
  await fivePercentOf(standIn.faults, seed, work);
  await work;
  standIn.settings.change({ storageRequestsPerSecond });
  await pause(2 * 60_000);
  const done = journal.operations;
  const stored = readStored(standIn);
  const problems = [
    ...verifyRecords(stored, done),
    ...verifyCheckIns(stored, done),
    ...verifyWhole(stored, done),
    ...verifyTags(standIn, done),
    ...verifyRefusals(done),
    ...verifyWords(stored, done),
    ...(await verifyScreens(frames[0]!, stored, standIn)),
  ];
  return { operations: done, problems, standIn };
};

/** What has to be refused must not be acknowledged. */
const verifyRefusals = (done: readonly Operation[]): string[] =>
  done
    .filter((one) => one.mustFail !== undefined && isAcknowledged(one))
    .map((one) => `Acknowledged, although ${one.mustFail}: ${inWords(one)}`);
