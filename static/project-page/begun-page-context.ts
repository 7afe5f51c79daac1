import { createContext } from 'react';
import type { ProjectPageView } from '../../src/contract/project-page';

/** The OKRs that the page was opened with, where it was with those. */
export const BegunPageContext = createContext<Promise<ProjectPageView> | null>(null);
