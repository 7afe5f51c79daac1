import type { Random } from '../../random';
import { BOOKING_OBJECTIVES } from './texts/booking-objectives';
import { BOOKING_PAST_OBJECTIVES } from './texts/booking-past-objectives';
import { COMPANY_OBJECTIVES } from './texts/company-objectives';
import { COMPANY_PAST_OBJECTIVES } from './texts/company-past-objectives';
import { DECK_OBJECTIVES } from './texts/deck-objectives';
import { HARBOUR_OBJECTIVES } from './texts/harbour-objectives';
import type { KeyResultText, ObjectiveText } from './texts/objective-text';

/** The demo's objectives with the ids that they get in the app, in its own pattern. */
export type PlannedOkrs = {
  readonly cycleIds: { readonly closed: string; readonly active: string };
  readonly objectives: readonly PlannedObjective[];
  /** A key result's id by its name in the texts. */
  readonly keyResultId: (name: string) => string;
  readonly keyResultNamed: (name: string) => KeyResultText;
};
export type PlannedObjective = Omit<ObjectiveText, 'keyResults'> & {
  readonly id: string;
  readonly keyResults: readonly (KeyResultText & { readonly id: string })[];
};

export const planOkrs = (random: Random): PlannedOkrs => {
  const cycleIds = { closed: `c${random.letters(9)}`, active: `c${random.letters(9)}` };
  const objectives = OBJECTIVES.map((text): PlannedObjective => {
    const id = `o${random.letters(9)}`;
    return {
      ...text,
      id,
      keyResults: text.keyResults.map((each) => ({ ...each, id: `${id}-${random.letters(6)}` })),
    };
  });
  const keyResultNamed = (name: string) => {
    const found = objectives
      .flatMap(({ keyResults }) => keyResults)
      .find((keyResult) => keyResult.name === name);
    if (found === undefined) throw new Error(`No key result of the demo is called “${name}”.`);
    return found;
  };
  return { cycleIds, objectives, keyResultNamed, keyResultId: (name) => keyResultNamed(name).id };
};

const OBJECTIVES = [
  ...COMPANY_PAST_OBJECTIVES,
  ...BOOKING_PAST_OBJECTIVES,
  ...COMPANY_OBJECTIVES,
  ...BOOKING_OBJECTIVES,
  ...DECK_OBJECTIVES,
  ...HARBOUR_OBJECTIVES,
];
