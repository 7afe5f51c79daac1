import * as contract from '../contract/sprint-review';
import { loadSprintReview } from '../usecases/load-sprint-review';
import { anybodyLoggedIn } from '../usecases/who-may';
import { handle } from './handle';
import { surface } from './surface';

export const sprintReview = surface<contract.SprintReviewApi>({
  loadSprintReview: handle(contract.loadSprintReview, anybodyLoggedIn, loadSprintReview),
});
