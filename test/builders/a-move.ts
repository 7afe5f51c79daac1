import type { Site } from '../../local/jira/model';
import { readBackupFile, writeBackupFile } from '../../src/contract/backup-file';
import type { Backup, BackupOrigin } from '../../src/domain/backup';
import type { BackupKind } from '../../src/domain/backup-items';
import type { AccountId } from '../../src/domain/ids';
import { compare, planOf } from '../../static/admin-page/comparison';
import { readSite } from '../../static/admin-page/read-site';
import { resolve } from '../../static/admin-page/resolve';
import type { Site as Frame } from '../../static/admin-page/site';
import { backupOf, newReading, type Reading } from '../../static/admin-page/site-reading';
import { newWriting, writeSite, type Writing } from '../../static/admin-page/write-site';
import { anAdminFrame } from './an-admin-frame';
import { anInstalledApp, type InstalledApp } from './an-installed-app';

export const ORIGIN: BackupOrigin = {
  exportedAt: '2026-02-16T09:00:00.000Z' as BackupOrigin['exportedAt'],
  site: 'https://origin.example',
};

/** The app on a site where queries and searches trail by seconds, as the page allows for. */
export const anAppThatTrails = async (site: Site): Promise<InstalledApp> => {
  const app = await anInstalledApp(site);
  app.standIn.clock.moveTo(new Date('2026-02-16T09:00:00.000Z'));
  app.standIn.settings.change({ queryLagMs: 5000, searchLagMs: 5000 });
  return app;
};

/** What the page reads of a site. */
export const readWhole = async (app: InstalledApp, frame: Frame = anAdminFrame(app)): Promise<Reading> => {
  const reading = newReading(frame.now());
  await readSite(frame, reading, () => undefined);
  return reading;
};

/** The file that the page offers, with one and the same first line. */
export const exported = async (app: InstalledApp): Promise<string> =>
  writeBackupFile(ORIGIN, backupOf(await readWhole(app)));

/** The content of a file; fails when something is wrong with it. */
export const contentOf = (text: string): Backup => {
  const file = readBackupFile(text);
  if (!file.ok) throw new Error(JSON.stringify(file.problems));
  return file.backup;
};

type Decisions = {
  readonly people?: ReadonlyMap<AccountId, AccountId>;
  readonly replace?: readonly BackupKind[];
  readonly siteUrl?: string;
};

/** What the page finds when a file is held against a site. */
export const compared = async (
  app: InstalledApp,
  text: string,
  { people = new Map(), siteUrl = 'https://destination.example' }: Decisions = {},
) => {
  const frame = anAdminFrame(app);
  const reading = await readWhole(app);
  const backup = contentOf(text);
  const about = { backup, origin: ORIGIN, siteUrl };
  const resolved = await resolve(frame, about, () => undefined);
  return { resolved, comparison: compare(backup, reading, resolved, people) };
};

/** Does what the page does when the administrator says _Import_. */
export const imported = async (
  app: InstalledApp,
  text: string,
  decisions: Decisions = {},
  frame: Frame = anAdminFrame(app),
): Promise<Writing> => {
  const { comparison } = await compared(app, text, decisions);
  const writing = newWriting(planOf(comparison, new Set(decisions.replace ?? [])));
  await writeSite(frame, writing, () => undefined);
  return writing;
};
