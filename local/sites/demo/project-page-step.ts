import type { SeedStep } from '../../seams';
import { isoMoment } from './calendar';
import type { TeamKey } from './people';
import { PROJECTS } from './projects';

/** A call of the project page's resolver, as its front end makes it. */
export const projectPageStep = (
  team: TeamKey,
  at: number,
  account: string,
  functionKey: string,
  payload: unknown,
): SeedStep => ({
  at: isoMoment(at),
  account,
  module: 'project-page-module',
  context: { type: 'jira:projectPage', project: { id: PROJECTS[team].id, key: team, type: 'software' } },
  functionKey,
  payload,
});
