import { runChaos } from './run';

test('try', async () => {
  const seed = Number(process.env['SEED'] ?? 1);
  const { operations: done, problems, standIn } = await runChaos(seed, 1000);
  const by: Record<string, number> = {};
  for (const one of done) {
    const k = `${one.name} ${one.answer.state} ${one.answer.state === 'acknowledged' ? '' : one.answer.problem.code} ${one.mustFail ?? ''}`;
    by[k] = (by[k] ?? 0) + 1;
  }
  console.log(by, standIn.clock.now());
  console.log(JSON.stringify(standIn.meter.read().storage), standIn.meter.read().invocations.total);
  console.log(problems.join('\n\n'));
});
