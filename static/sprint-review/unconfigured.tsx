import { Message } from './message';

/** A gadget or widget that was never set up, or whose settings cannot be read. */
export const Unconfigured = () => (
  <Message title="Choose a board to review">
    This shows what a sprint did for the key results of your team. Edit it on the dashboard (open its menu and
    choose Edit or Configure), then pick a board and, if you like, one sprint.
  </Message>
);
