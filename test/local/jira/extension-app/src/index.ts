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
