import api, { getAppContext, route } from '@forge/api';

type Clause = { readonly operator: string; readonly arguments: readonly string[] };

/** Issues whose rating is at least so much; of `never` it thinks for ever. */
export const issuesRated = async ({ clause }: { readonly clause: Clause }): Promise<unknown> => {
  const [least = ''] = clause.arguments;
  if (least === 'never') await new Promise(() => undefined);
  if (!Number.isFinite(Number(least))) {
    return { error: `${least} is no rating.`, storeErrorAsPrecomputation: true };
  }
  return { jql: `Rating ${clause.operator === 'in' ? '>=' : '<'} ${least}` };
};

type Asked = {
  readonly field: unknown;
  readonly issues: readonly { readonly id: number; readonly value: string | null }[];
};

/** Each issue's own bad habit by its number, and of all others what the function was told. */
export const headline = async (asked: Asked): Promise<unknown> =>
  Promise.all(
    asked.issues.map(async ({ id, value }) => {
      if (id === 10002) throw new Error('the press is broken');
      if (id === 10003) return 3;
      if (id === 10004) return (await api.asUser().requestJira(route`/rest/api/3/myself`)).status;
      if (id === 10005) return new Promise(() => undefined);
      return value === null ? JSON.stringify({ asked, ...getAppContext() }) : null;
    }),
  );
