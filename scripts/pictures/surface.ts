import type { FrameLocator, Locator, Page } from '@playwright/test';

/** Something of the demo site that a picture is made of. */
export type Surface = {
  readonly name: string;
  readonly as: string;
  /** `story` is the one that the tour begins with; `epic:` and a summary is that epic. */
  readonly path: string;
  /** Brings the page to what is worth showing. */
  readonly prepare: (page: Page, app: FrameLocator) => Promise<unknown>;
  /** What is shown of it, where that is not all. */
  readonly part?: (page: Page, app: FrameLocator) => Locator;
  /** Whether a narrow window leaves out what the picture is about. */
  readonly wideOnly?: boolean;
  /** Whether `prepare` changes the site, so that every picture needs one of its own. */
  readonly changes?: boolean;
};
