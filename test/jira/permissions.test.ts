import type { JiraApi } from '../../src/jira/jira-api';
import { readPermissions } from '../../src/jira/permissions';

/** Jira once the site's points are used up. */
const busy = {
  route: (strings: TemplateStringsArray) => strings.join(''),
  requestJira: async () => new Response('{}', { status: 429 }),
} as unknown as JiraApi;

it.each([
  [null, 'Jira is busy and refused your permissions for now.'],
  ['10001', 'Jira is busy and refused your permissions in this project for now.'],
])(
  'who is refused for want of points reads what was asked for, in project %s',
  async (projectId, message) => {
    await expect(readPermissions(busy, ['ADMINISTER'], projectId)).rejects.toThrow(message);
  },
);
