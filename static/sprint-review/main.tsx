import { toProblem } from '../shared/loading';
import { enableTheme } from '../shared/theme';
import { begin } from './begin';

const begun = begin().then(
  (value) => ({ state: 'ready', value }) as const,
  (error: unknown) => ({ state: 'error', problem: toProblem(error) }) as const,
);
void enableTheme();

// What draws the review is fetched with the page, and run once the app is asked: it takes the browser as long as the answer.
void begun.then(() => import('./show')).then(({ show }) => show(begun));
