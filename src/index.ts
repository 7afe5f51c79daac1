export { adminPage } from './resolvers/admin-page';
export { issuePanel } from './resolvers/issue-panel';
export { keyResultColumn } from './events/key-result-column';
export { projectPage } from './resolvers/project-page';
export { computeJqlFunction } from './events/jql-function';
export { reportPersonalData } from './events/report-personal-data';
export { sprintReview } from './resolvers/sprint-review';
