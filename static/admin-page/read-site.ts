import { MOST_NAMED_RECORDS } from '../../src/contract/admin-page';
import { BACKUP_ENTITIES, canonicalJson, listKeyOf, nameOf, type RecordKey } from '../../src/domain/backup';
import { looseEnds } from '../../src/domain/backup-closure';
import { accountsNamed, projectsNamed } from '../../src/domain/backup-parts';
import { listProjects } from '../../src/jira/projects';
import { searchIssueValues } from '../../src/jira/issue-properties';
import { fetchUsers } from '../../src/jira/users';
import { chunksOf } from './chunks';
import { keep, keepIssue, type Reading } from './site-reading';
import { again, ask, stoppedBy, type Site } from './site';

/**
 * How long what was just saved is given to reach the queries and Jira's search. Neither says how far it trails; both are
 * seconds behind at most, and the records are read strictly besides.
 */
const SETTLE_MS = 10_000;

/** While people go on working, the ends may move; after this many rounds they are left as they are. */
const MOST_ROUNDS = 5;

/**
 * Reads all that the app stores on the site, as far as the reading has not got it yet. What fails is asked again; when
 * it goes on failing, what was read is kept in the reading, and calling this again reads the rest.
 */
export const readSite = async (site: Site, reading: Reading, onProgress: () => void): Promise<void> => {
  const enter = (step: Reading['step']): void => {
    reading.step = step;
    onProgress();
  };
  enter('settling');
  await site.pause(Math.max(0, reading.startedAt + SETTLE_MS - site.now()));
  enter('records');
  await readRecords(site, reading, onProgress);
  const projects = await again(site, () => listProjects(site.jira));
  await readNamed(
    site,
    reading,
    projects
      .map(({ id }): RecordKey => ({ entity: 'objective-list', key: listKeyOf(id) }))
      .filter((key) => !reading.records.has(nameOf(key))),
  );
  await tieLooseEnds(site, reading);
  enter('issues');
  await readIssues(site, reading, onProgress);
  enter('names');
  const backup = { records: [...reading.records.values()] };
  const named = new Set(projectsNamed(backup));
  reading.projects = projects.filter(({ id }) => named.has(id)).map(({ id, key }) => ({ id, key }));
  const people = await again(site, () => fetchUsers(site.jira, accountsNamed(backup)));
  reading.accounts = people.map(({ accountId, displayName }) => ({ id: accountId, displayName }));
  reading.estimate = (await ask(site, 'estimateIssues', {})).estimate;
  enter('done');
};

const readRecords = async (site: Site, reading: Reading, onProgress: () => void): Promise<void> => {
  for (const entity of BACKUP_ENTITIES) {
    while (reading.places.get(entity) !== null) {
      const after = reading.places.get(entity) ?? null;
      const page = await ask(site, 'exportRecords', { entity, after });
      keep(reading, page.records);
      reading.places.set(entity, page.next);
      onProgress();
    }
  }
};

/** Reads by key what the pages did not have, or had before somebody changed it. */
const tieLooseEnds = async (site: Site, reading: Reading): Promise<void> => {
  let before = '';
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const ends = looseEnds([...reading.records.values()]);
    const found = await readNamed(site, reading, ends);
    // An end that stays loose is so in the storage: an objective of which the list alone is left, say.
    const now = canonicalJson(found);
    if (ends.length === 0 || now === before) return;
    before = now;
  }
};

const readNamed = async (site: Site, reading: Reading, keys: readonly RecordKey[]) => {
  const found = [];
  for (const some of chunksOf(keys, MOST_NAMED_RECORDS)) {
    const { records } = await ask(site, 'exportNamedRecords', { keys: [...some] });
    keep(reading, records);
    found.push(...records);
  }
  return found;
};

const readIssues = async (site: Site, reading: Reading, onProgress: () => void): Promise<void> => {
  while (reading.issuePage !== 'end') {
    const { token } = reading.issuePage;
    const page = await again(site, () => searchIssueValues(site.jira, token)).catch((error: unknown) => {
      // A search's place does not last: begin again, and what comes twice does no harm.
      if (token === null || stoppedBy(error).code !== 'invalid') throw error;
      return { issues: [], nextPageToken: null, beginsAgain: true };
    });
    for (const issue of page.issues) keepIssue(reading, issue);
    const goesOn = page.nextPageToken !== null || 'beginsAgain' in page;
    reading.issuePage = goesOn ? { token: page.nextPageToken } : 'end';
    onProgress();
  }
};
