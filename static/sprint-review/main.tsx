import { mount } from '../shared/mount';
import { SprintReview } from './sprint-review';

void mount('Sprint review', <SprintReview />);
