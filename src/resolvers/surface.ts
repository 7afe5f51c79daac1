import { makeResolver, type Handlers } from '@forge/resolver';
import { GUARDED } from './handle';

/** A contract: the functions of a surface by their names. */
type Functions = Record<string, (payload: never) => unknown>;

/**
 * What a surface's frames may call: functions that `handle` made, which none is without a policy. Everything else is
 * refused, the names that every object has (`constructor` …) included, which Forge's resolver would call.
 *
 * @throws When a function is none of `handle`'s: the app then does not start.
 */
export const surface = <Api extends Functions>(
  functions: Handlers<Api> & Readonly<Record<keyof Api, { readonly [GUARDED]: true }>>,
) => {
  for (const [name, one] of Object.entries<{ readonly [GUARDED]?: unknown }>(functions)) {
    if (one[GUARDED] !== true) throw new Error(`${name} has no policy.`);
  }
  const answer = makeResolver<Api>(functions);
  return async (...[request, backEnd]: Parameters<typeof answer>): Promise<unknown> => {
    const { functionKey } = request.call;
    if (Object.hasOwn(functions, functionKey)) return answer(request, backEnd);
    throw new Error(`Resolver has no definition for '${functionKey}'.`);
  };
};
