import { EQUALITY, noSuchValue, type JqlContext, type JqlField, type JqlFunction } from './jql-field';
import type { Issue } from './model';

/** Who is behind an issue. */
export const peopleFields = (context: JqlContext): Record<string, JqlField> => ({
  assignee: personField(context, 'assignee', ({ assignee }) => assignee),
  reporter: personField(context, 'reporter', ({ reporter }) => reporter),
});

/** Functions that stand for people. `currentUser()` is nobody for the app and for who is not logged in. */
export const peopleFunctions = ({
  state,
  caller,
}: JqlContext): Pick<JqlField, 'valueFunctions' | 'listFunctions'> => ({
  valueFunctions: { currentUser: () => [caller.as === 'user' ? caller.accountId : ''] },
  listFunctions: { membersOf: membersOf(state.site.groups) },
});

const membersOf =
  (groups: JqlContext['state']['site']['groups']): JqlFunction =>
  ([name = '']) => {
    const group = groups.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
    if (!group) throw noSuchValue(name, 'membersOf');
    return group.members;
  };

const personField = (
  context: JqlContext,
  name: string,
  person: (issue: Issue) => string | null,
): JqlField => ({
  types: ['user'],
  operators: EQUALITY,
  values: (issue) => {
    const accountId = person(issue);
    return accountId === null ? [] : [accountId];
  },
  operand: (written) => [readPerson(context, written, name)],
  ...peopleFunctions(context),
});

/** The account that is written by its id, name or e-mail address. @throws 400 when there is none. */
export const readPerson = ({ state }: JqlContext, written: string, field: string): string => {
  const wanted = written.toLowerCase();
  const account = state.site.accounts.find(
    ({ accountId, displayName, emailAddress }) =>
      accountId === written || displayName.toLowerCase() === wanted || emailAddress.toLowerCase() === wanted,
  );
  if (!account) throw noSuchValue(written, field);
  return account.accountId;
};
