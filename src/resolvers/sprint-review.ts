import { makeResolver } from '@forge/resolver';
import * as contract from '../contract/sprint-review';
import { loadSprintReview } from '../usecases/load-sprint-review';
import { anybodyLoggedIn } from '../usecases/who-may';
import { handle } from './handle';

export const sprintReview = makeResolver<contract.SprintReviewApi>({
  loadSprintReview: handle(contract.loadSprintReview, anybodyLoggedIn, loadSprintReview),
});
