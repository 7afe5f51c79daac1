import { enableTheme } from '../shared/theme';
import { begin } from './begin';

const begun = begin();
void enableTheme();

// What draws the page is fetched with it, and run once the app is asked: it takes the browser as long as the answer.
void begun.then((known) => import('./show').then(({ show }) => show(known)));
