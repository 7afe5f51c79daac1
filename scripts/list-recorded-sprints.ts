import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { recordedSprintsPage } from './recorded-sprints/page';
import { readRecordings } from './recorded-sprints/recording';
import { root } from './run-step';

const PAGE = path.join(root, 'docs', 'recorded-sprints.md');
const FIXTURES = path.join(root, '..', 'shared', 'fixtures');

/** Prints docs/recorded-sprints.md, made anew from the recordings; with `--write` it is written instead. */
async function main(): Promise<void> {
  const page = await recordedSprintsPage(readRecordings(FIXTURES));
  const formatted = await format(page, { ...(await resolveConfig(PAGE)), parser: 'markdown' });
  if (process.argv.includes('--write')) writeFileSync(PAGE, formatted);
  else process.stdout.write(formatted);
}

void main();
