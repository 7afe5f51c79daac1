import { callBridge } from './bridge';
import type { SeedStep } from './seams';
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
      const { account, module, context, functionKey, payload } = step;
      const outcome = await callBridge(standIn, {
        account,
        module,
        context,
        command: 'invoke',
        data: { functionKey, payload },
      });
      if (!isSuccess(outcome)) {
        const place = `Step ${position + 1} of the site's script (${account} calls ${functionKey} at ${step.at})`;
        throw new Error(`${place} was refused by the app: ${JSON.stringify(outcome)}`);
      }
    }
  } finally {
    sprints.restore();
    standIn.clock.moveTo(new Date(Date.now() + offset));
    // What the app asked the platform for is done before anybody looks.
    await standIn.deliveries.settled();
    standIn.meter.reset();
  }
};

const isSuccess = (outcome: unknown): boolean =>
  typeof outcome === 'object' && outcome !== null && 'ok' in outcome && outcome.ok === true;
