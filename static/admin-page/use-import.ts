import { useRef, useState } from 'react';
import { readBackupFile } from '../../src/contract/backup-file';
import { problemOfFile, type LineProblem } from '../../src/contract/backup-problems';
import type { Problem } from '../../src/contract/outcome';
import type { Backup, BackupOrigin } from '../../src/domain/backup';
import type { BackupKind } from '../../src/domain/backup-items';
import type { AccountId } from '../../src/domain/ids';
import type { User } from '../../src/jira/users';
import { tellColumn } from '../shared/tell-column';
import { compare, planOf, type Comparison, type Plan } from './comparison';
import { site } from './queries';
import { peopleSaid, type Said } from './people-said';
import { readSite } from './read-site';
import { resolve, type Resolved } from './resolve';
import { stoppedBy } from './site';
import { newReading, progressOf, type Reading } from './site-reading';
import { countOf, readingWords, writtenWords } from './words';
import { newWriting, shareOf, writeSite, type Writing } from './write-site';

export type ReadFile = { readonly name: string; readonly origin: BackupOrigin; readonly backup: Backup };

/** What was found when the file was held against the site, and what the administrator has decided about it. */
export type Compared = {
  readonly file: ReadFile;
  readonly reading: Reading;
  readonly resolved: Resolved;
  readonly people: ReadonlyMap<AccountId, User>;
  readonly replace: ReadonlySet<BackupKind>;
  readonly comparison: Comparison;
  readonly plan: Plan;
};

export type ImportState =
  | { readonly name: 'idle' }
  | {
      readonly name: 'working';
      readonly words: string;
      readonly share: number | null;
      readonly isSettling: boolean;
    }
  | { readonly name: 'refused'; readonly fileName: string; readonly problems: readonly LineProblem[] }
  | {
      readonly name: 'stopped';
      readonly problem: Problem;
      /** What was written before it stopped; `null` where nothing was to be written yet. */
      readonly writing: Writing | null;
      readonly goOn: () => void;
    }
  | { readonly name: 'compared'; readonly compared: Compared }
  | { readonly name: 'done'; readonly compared: Compared; readonly writing: Writing };

/** An import: the file is read and held against the site, the administrator decides, then it is written. */
export const useImport = (siteUrl: string, onWritten: () => void) => {
  const [state, setState] = useState<ImportState>({ name: 'idle' });
  // A file that was chosen meanwhile makes what an older one brings worthless.
  const current = useRef(0);
  // Who is who is the same for every file of a site, so it is said once.
  const said = useRef(new Map<string, Said>());

  const working = (words: string, share: number | null = null, isSettling = false): void =>
    setState({ name: 'working', words, share, isSettling });

  const steps = async (
    work: (isCurrent: () => boolean) => Promise<void>,
    writing: Writing | null = null,
  ): Promise<void> => {
    const mine = (current.current += 1);
    try {
      await work(() => mine === current.current);
    } catch (error) {
      if (mine !== current.current) return;
      setState({
        name: 'stopped',
        problem: stoppedBy(error),
        writing,
        goOn: () => void steps(work, writing),
      });
    } finally {
      // An import that broke off has written something all the same, or may have.
      if (writing) onWritten();
    }
  };

  const compareWith = (file: ReadFile): void => {
    const reading = newReading(site.now());
    void steps(async (isCurrent) => {
      await readSite(
        site,
        reading,
        () =>
          isCurrent() &&
          working(
            `Comparing with what is here. ${readingWords(progressOf(reading))}`,
            null,
            reading.step === 'settling',
          ),
      );
      const resolved = await resolve(
        site,
        { ...file, siteUrl },
        (issues) =>
          isCurrent() && working(`Looking for the file’s issues here: ${countOf(issues, 'issue')} so far.`),
      );
      const before = said.current.get(file.origin.site) ?? new Map<AccountId, User>();
      const people = new Map([...before].filter(([id]) => resolved.unknown.some((one) => one.id === id)));
      if (isCurrent()) show({ file, reading, resolved, people, replace: new Set() });
    });
  };

  const show = (decided: Omit<Compared, 'comparison' | 'plan'>): void => {
    const { site: origin } = decided.file.origin;
    const before = said.current.get(origin) ?? new Map<AccountId, User>();
    said.current.set(origin, peopleSaid(before, decided.resolved.unknown, decided.people));
    const accounts = new Map([...decided.people].map(([id, { accountId }]) => [id, accountId]));
    const comparison = compare(decided.file.backup, decided.reading, decided.resolved, accounts);
    const plan = planOf(comparison, decided.replace);
    setState({ name: 'compared', compared: { ...decided, comparison, plan } });
  };

  const choose = (file: File): void => {
    working(`Reading ${file.name}.`);
    void steps(async (isCurrent) => {
      const read = await readFile(file);
      if (!isCurrent()) return;
      if (read.ok) compareWith({ name: file.name, origin: read.origin, backup: read.backup });
      else setState({ name: 'refused', fileName: file.name, problems: read.problems });
    });
  };

  const write = (compared: Compared): void => {
    const writing = newWriting(compared.plan);
    void steps(async (isCurrent) => {
      const tell = (): void => working(`Importing: ${writtenWords(writing)} written.`, shareOf(writing));
      tell();
      await writeSite(site, writing, () => isCurrent() && tell());
      const tags = writing.plan.properties.filter(({ property }) => property === 'tag');
      tellColumn(tags.map(({ issueId }) => issueId));
      if (isCurrent()) setState({ name: 'done', compared, writing });
    }, writing);
  };

  return { state, choose, show, write, compareAgain: ({ file }: Compared) => compareWith(file) };
};

/** A browser holds this much without trouble; a site with 100,000 check-ins has a third of it. */
const MOST_BYTES = 100_000_000;

const readFile = async (file: File): Promise<ReturnType<typeof readBackupFile>> =>
  file.size > MOST_BYTES
    ? { ok: false, problems: [problemOfFile('The file is larger than 100 MB. It is not an export.')] }
    : readBackupFile(await file.text());
