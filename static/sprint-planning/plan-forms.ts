import { newSprintIntentId } from '../../src/domain/ids';
import type { IntentPlace } from '../../src/domain/sprint-intent';
import { randomBytes } from '../shared/random';
import { createIntentForm, type IntentFormStore } from './intent-form-store';
import { saveIntent } from './queries';

/** The forms of sprints and periods: each keeps what was typed while another is looked at. */
export type PlanForms = { readonly formOf: (place: IntentPlace) => IntentFormStore };

export const createPlanForms = (): PlanForms => {
  const forms = new Map<string, IntentFormStore>();
  return {
    formOf: (place) => {
      const name = JSON.stringify(place);
      const form =
        forms.get(name) ??
        createIntentForm(
          (payload) => saveIntent({ ...payload, place }),
          () => newSprintIntentId(randomBytes),
        );
      forms.set(name, form);
      return form;
    },
  };
};
