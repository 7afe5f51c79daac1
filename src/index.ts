export { issuePanel } from './resolvers/issue-panel';
export { projectPage } from './resolvers/project-page';
export { sprintReview } from './resolvers/sprint-review';
