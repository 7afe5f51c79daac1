import { mount } from '../shared/mount';
import { soon } from '../shared/soon';
import { answered } from '../sprint-review/answered';
import { BegunReviewContext } from '../sprint-review/begun-review-context';
import type { Begun } from './begin';
import { BegunPageContext } from './begun-page-context';
import { PARTS } from './parts';
import { ProjectParts, type FirstScreen } from './project-parts';

/** Draws the page with the part that its address leads to. */
export const show = (begun: Begun): Promise<void> => mount('OKRs', drawn(begun));

const drawn = async (begun: Begun) => {
  const { addresses, page, review } = begun;
  const [first] = await Promise.all([
    firstScreen(begun),
    soon<unknown>(review ? answered(review.store) : (page ?? NOTHING)),
  ]);
  return (
    <BegunPageContext.Provider value={page}>
      <BegunReviewContext.Provider value={review}>
        <ProjectParts addresses={addresses} first={first} />
      </BegunReviewContext.Provider>
    </BegunPageContext.Provider>
  );
};

const NOTHING = Promise.resolve();

const firstScreen = async ({ part, projectId }: Begun): Promise<FirstScreen | null> => {
  const load = PARTS.find(({ path }) => path === part)?.load;
  const Screen = load && projectId !== null ? await soon(load()) : null;
  return Screen && projectId !== null ? { part, Screen, projectId } : null;
};
