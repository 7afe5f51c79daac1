import type { ProjectPageView } from '../../src/contract/project-page';
import type { ProjectId } from '../../src/domain/ids';
import { readFirstContext } from '../shared/platform';
import { beginAddressed } from '../sprint-review/begin-addressed';
import type { OpenReview } from '../sprint-review/open-review';
import { followAddresses, type Addresses } from './addresses';
import { openedAt } from './part-addresses';
import { isPart } from './parts';
import { loadPage } from './load-page';
import { projectIn } from './project-in';

/** What is known of the page, and asked for it, before there is anything to draw. */
export type Begun = {
  readonly addresses: Addresses;
  /** The part that the address leads to. */
  readonly part: string;
  /** `null` where the host page did not say it. */
  readonly projectId: ProjectId | null;
  /** What the part that is opened shows first, where it is the OKRs or one sprint's review. */
  readonly page: Promise<ProjectPageView> | null;
  readonly review: OpenReview | null;
};

/** Reads where in the page the address leads, and begins to read what is shown there. */
export const begin = async (): Promise<Begun> => {
  const [addresses, projectId] = await Promise.all([
    followAddresses(),
    readFirstContext().then(projectIn, () => null),
  ]);
  const { shown: part, paths } = openedAt(null, addresses.get().address, isPart);
  const page = part === '' && projectId !== null ? loadPage(projectId, null) : null;
  // Who shows the page hears of it.
  page?.catch(() => undefined);
  const review =
    part === 'review' && projectId !== null ? beginAddressed(projectId, paths.get(part) ?? '') : null;
  return { addresses, part, projectId, page, review };
};
