import { inWords, isAcknowledged, type Operation } from './operation';
import { runChaos, type Ran } from './run';

const OPERATIONS = 1_000;
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1_000_000));

let ran: Ran;
beforeAll(async () => {
  ran = await runChaos(seed, OPERATIONS);
  process.stderr.write(`Chaos, to be had again with SEED=${seed}: ${sumOf(ran.operations)}\n`);
});

test(`everybody’s work is there once, or not at all, as they were told (SEED=${seed})`, () => {
  expect(ran.problems).toEqual([]);
});

test('there was enough of everything to say so', () => {
  const answers = ran.operations.map(({ answer }) => answer.state);
  const share = (state: string): number => answers.filter((one) => one === state).length / answers.length;
  expect(answers.length).toBeGreaterThanOrEqual(OPERATIONS);
  expect(share('acknowledged')).toBeGreaterThan(0.4);
  expect(share('refused')).toBeGreaterThan(0.1);
  expect(share('unanswered')).toBeGreaterThan(0.005);
  expect(ran.operations.filter(({ lostReplies }) => lostReplies > 0).length).toBeGreaterThan(10);
  expect(ran.standIn.meter.read().storage.refused).toBeGreaterThan(0);
  expect(new Set(ran.operations.filter(isAcknowledged).map(({ name }) => name)).size).toBe(9);
});

test('the same seed plays the same', async () => {
  const again = await runChaos(seed, 100);
  // Those that were under way when the shorter run ended ended otherwise.
  const both = again.operations.length - 50;
  expect(again.operations.slice(0, both).map(inWords)).toEqual(ran.operations.slice(0, both).map(inWords));
});

const sumOf = (operations: readonly Operation[]): string => {
  const count = (test: (one: Operation) => boolean): number => operations.filter(test).length;
  const refused = count(({ answer }) => answer.state === 'refused');
  const unanswered = count(({ answer }) => answer.state === 'unanswered');
  const lost = count(({ lostReplies }) => lostReplies > 0);
  return `${operations.length} operations, ${count(isAcknowledged)} acknowledged, ${refused} refused, ${unanswered} unanswered, ${lost} with lost replies`;
};
