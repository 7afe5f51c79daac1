import { mount } from '../shared/mount';
import { readPlace } from './begin';
import { SprintReview } from './sprint-review';

let early: ReturnType<typeof readPlace> | null = readPlace();
early.catch(() => undefined);

/** What was begun before anything is drawn, and the same anew when it is tried again. */
const begin = (): ReturnType<typeof readPlace> => {
  const place = early ?? readPlace();
  early = null;
  return place;
};

void mount('Sprint review', <SprintReview begin={begin} />);
