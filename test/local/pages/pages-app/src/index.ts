import Resolver from '@forge/resolver';

const resolver = new Resolver();
resolver.define('where', ({ context }) => context['extension'] as object);

/** Tells where it was asked from. */
export const tell = resolver.getDefinitions();

type Clause = { readonly operator: string; readonly arguments: readonly string[] };

/** Booking's issues up to a number. */
export const issuesNumbered = ({ clause }: { readonly clause: Clause }): unknown => {
  const most = Number(clause.arguments[0]);
  if (!(most > 0)) return { error: `${clause.arguments[0]} is no number of issues.` };
  const keys = Array.from({ length: most }, (_, at) => `BOOK-${at + 1}`);
  return { jql: `key ${clause.operator} (${keys.join(', ')})` };
};

/** Each issue's headline, and how often it was made up. */
export const headline = ({
  issues,
}: {
  readonly issues: readonly { readonly id: number; readonly value: string | null }[];
}): string[] => issues.map(({ value }) => `Headline ${Number(value?.split(' ')[1] ?? 0) + 1}`);
