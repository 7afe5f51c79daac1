import { createWatcher, failOn, type Watcher } from './watcher';

/**
 * The watcher of a test file in jest: a test during which a request or a reply broke Jira's specification fails, even
 * where the app made the best of it.
 */
export const watcher: Watcher = createWatcher();

// Runs outside of jest, such as that of the mutations, build the same sites and have no tests to fail.
if (typeof afterEach === 'function') {
  afterEach(() => failOn(watcher.take()));
  afterAll(() => failOn(watcher.take()));
}
