import { existsSync } from 'node:fs';
import path from 'node:path';

const shared = path.join(__dirname, '..', '..', 'shared');

/** Where something of the data that lies beside the project is, or `null` where it is absent. */
export function sharedPath(...names: readonly string[]): string | null {
  const file = path.join(shared, ...names);
  return existsSync(file) ? file : null;
}

/**
 * `describe` for tests that read data from beside the project: they run where it is there and are skipped, with the
 * reason in their name, where it is not.
 *
 * @param name - What the tests are about.
 * @param names - The path of the data under `../shared`.
 * @param tests - Gets the data's absolute path.
 */
export function describeWithShared(
  name: string,
  names: readonly string[],
  tests: (file: string) => void,
): void {
  const file = sharedPath(...names);
  if (file) describe(name, () => tests(file));
  else
    describe.skip(`${name} (needs ../shared/${names.join('/')})`, () => tests(path.join(shared, ...names)));
}
