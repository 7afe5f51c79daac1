import { placeOf, type Advance, type CarriedInto, type SprintIntent } from '../domain/sprint-intent';
import { findSprintIntent } from '../storage/sprint-intents';

/**
 * The intent with its gaps carried only where what they went into still names their key results. One storage operation for
 * each sprint or period that they went into: commonly one, and none where nothing was carried.
 */
export const withCarriedThatStays = async (intent: SprintIntent): Promise<SprintIntent> => {
  const places = new Map(
    intent.said.advances.flatMap(({ carriedInto }) =>
      carriedInto === undefined ? [] : [[keyOf(carriedInto), carriedInto] as const],
    ),
  );
  if (places.size === 0) return intent;
  const named = new Map(
    await Promise.all([...places].map(async ([key, into]) => [key, await namedIn(into)] as const)),
  );
  const stays = ({ keyResultId, carriedInto }: Advance): boolean =>
    carriedInto !== undefined && (named.get(keyOf(carriedInto)) ?? []).includes(keyResultId);
  const advances = intent.said.advances.map((one): Advance => {
    const { carriedInto: _carriedInto, ...said } = one;
    return stays(one) ? one : said;
  });
  return { ...intent, said: { ...intent.said, advances } };
};

const keyOf = (into: CarriedInto): string => JSON.stringify(placeOf(into));

const namedIn = async (into: CarriedInto): Promise<readonly string[]> =>
  (await findSprintIntent(placeOf(into))).value?.said.advances.map(({ keyResultId }) => keyResultId) ?? [];
