import { existsSync } from 'node:fs';
import path from 'node:path';

const specifications = path.join(import.meta.dirname, '..', '..', 'shared', 'openapi');

/** Says once a run, before the first test, when there is nothing to hold the tests' requests and replies to. */
export default function tellAbsentSpecifications() {
  if (existsSync(specifications)) return;
  console.warn(
    "../shared/openapi is absent: what passes between the app and Jira is not held to Jira's specification in this run.",
  );
}
