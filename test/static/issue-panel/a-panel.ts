import type { IssuePanelView } from '../../../src/contract/issue-panel';
import type { Panel } from '../../../static/issue-panel/panel';

/** The panel of a story that has a parent and no tag; its ancestors are not read yet. */
export const aPanel = (
  view: Partial<IssuePanelView> = {},
  issue: Partial<IssuePanelView['issue']> = {},
): Panel => ({
  view: {
    issue: {
      id: '10002',
      key: 'TEAM-2',
      isSubtask: false,
      level: 0,
      mayEdit: true,
      parent: { id: '10001', key: 'TEAM-1' },
      ...issue,
    },
    ownTag: null,
    unreadableTag: null,
    activeCycles: [],
    objectives: [],
    otherCycles: [],
    unavailable: null,
    ...view,
  },
  inherited: { state: 'unread' },
  others: { objectives: [], cycles: [] },
});
