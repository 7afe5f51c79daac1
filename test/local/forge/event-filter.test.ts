import { readEventFilter } from '../../../local/forge/event-filter';

const EVENT = {
  issue: { fields: { issuetype: { hierarchyLevel: 1, name: 'Epic' }, parent: null } },
  property: { key: 'ours' },
  changelog: { items: [{ field: 'summary' }, { field: 'IssueParentAssociation' }] },
};

describe('the expression of a filter', () => {
  test.each([
    ["event.property.key == 'ours'", true],
    ["event.property.key != 'ours'", false],
    ['event.issue.fields.issuetype.hierarchyLevel > 0', true],
    ['event.issue.fields.issuetype.hierarchyLevel >= 2', false],
    ["event.changelog.items.some(item => item.field == 'IssueParentAssociation')", true],
    ["event.changelog.items.some(item => item.field == 'status')", false],
    ["!(event.property.key == 'ours') || event.issue.fields.issuetype.name == 'Epic'", true],
    ["event.property.key == 'ours' && event.issue.fields.parent?.key == 'TEAM-1'", false],
  ])('%s', (expression, expected) => {
    expect(readEventFilter(expression)(EVENT)).toBe(expected);
  });

  test.each(['event.worklog.id == 1', 'event.property.key', 'event.property.some(each => true)'])(
    'fails where Jira’s would: %s',
    (expression) => {
      const passes = readEventFilter(expression);
      expect(() => passes(EVENT)).toThrow();
    },
  );

  test.each([
    'user.isAdmin()',
    'event.a = 1',
    'event.a == `x`',
    'event.items.map(i => i)',
    'event.a == -1',
    'a b',
  ])('is refused, or fails, where more is needed than is played: %s', (expression) => {
    expect(() => readEventFilter(expression)({ a: 1, items: [] })).toThrow();
  });
});
