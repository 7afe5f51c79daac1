import { callBridge } from './bridge';
import type { ProductEvent, SeedCall, SeedStep } from './seams';
import { sprintsThen } from './sprints-then';
import type { StandIn } from './stand-in';

/**
 * Fills a fresh site through the app's own resolvers, with the clock at each step's moment and the sprints as they were
 * then, and sets both back.
 * @throws an error that names the step which the app refused.
 */
export const seedApp = async (standIn: StandIn, script: readonly SeedStep[]): Promise<void> => {
  const offset = standIn.clock.offset();
  const sprints = sprintsThen(standIn.site.sprints);
  try {
    for (const [position, step] of script.entries()) {
      standIn.clock.moveTo(new Date(step.at));
      sprints.at(step.at);
      if ('told' in step) await tell(standIn, step.told, step.at);
      else await call(standIn, step, `Step ${position + 1} of the site's script`);
    }
  } finally {
    sprints.restore();
    standIn.clock.moveTo(new Date(Date.now() + offset));
    // What the app asked the platform for is done before anybody looks.
    await standIn.deliveries.settled();
    standIn.meter.reset();
  }
};

const call = async (standIn: StandIn, step: SeedCall, name: string): Promise<void> => {
  const { account, module, context, functionKey, payload, at } = step;
  const outcome = await callBridge(standIn, {
    account,
    module,
    context,
    command: 'invoke',
    data: { functionKey, payload },
  });
  if (isSuccess(outcome)) return;
  const place = `${name} (${account} calls ${functionKey} at ${at})`;
  throw new Error(`${place} was refused by the app: ${JSON.stringify(outcome)}`);
};

/** What an event causes is over a few minutes later. */
const tell = async (standIn: StandIn, event: ProductEvent, at: string): Promise<void> => {
  standIn.events.fire(event, { as: 'anonymous' });
  await standIn.deliveries.settled();
  standIn.clock.moveTo(new Date(Date.parse(at) + MINUTES_UNTIL_DONE * 60_000));
  await standIn.deliveries.settled();
};

const MINUTES_UNTIL_DONE = 5;

const isSuccess = (outcome: unknown): boolean =>
  typeof outcome === 'object' && outcome !== null && 'ok' in outcome && outcome.ok === true;
