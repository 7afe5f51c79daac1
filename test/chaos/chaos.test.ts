import { inWords, isAcknowledged, type Operation } from './operation';
import { runChaos } from './run';

const OPERATIONS = 1_000;
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1_000_000));

test(`everybody’s work is there once, or not at all, as they were told (again with SEED=${seed})`, async () => {
  const { operations, problems } = await runChaos(seed, OPERATIONS);
  process.stderr.write(`Chaos with SEED=${seed}: ${sumOf(operations)}\n`);
  expect(problems).toEqual([]);
});

test('the same seed plays the same', async () => {
  const [first, again, other] = [
    await runChaos(seed, 60),
    await runChaos(seed, 60),
    await runChaos(seed + 1, 60),
  ];
  expect(again.operations.map(inWords)).toEqual(first.operations.map(inWords));
  expect(other.operations.map(inWords)).not.toEqual(first.operations.map(inWords));
});

const sumOf = (operations: readonly Operation[]): string => {
  const count = (test: (one: Operation) => boolean): number => operations.filter(test).length;
  const refused = count(({ answer }) => answer.state === 'refused');
  const unanswered = count(({ answer }) => answer.state === 'unanswered');
  const lost = count(({ lostReplies }) => lostReplies > 0);
  return `${operations.length} operations, ${count(isAcknowledged)} acknowledged, ${refused} refused, ${unanswered} unanswered, ${lost} with lost replies`;
};
