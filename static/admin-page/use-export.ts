import { useRef, useState } from 'react';
import type { Problem } from '../../src/contract/outcome';
import { writeBackupFile } from '../../src/contract/backup-file';
import type { IsoInstant } from '../../src/domain/dates';
import { site } from './queries';
import { readSite } from './read-site';
import { stoppedBy } from './site';
import { backupOf, hiddenIssues, newReading, progressOf, type Progress, type Reading } from './site-reading';

export type ExportState =
  | { readonly name: 'idle' }
  | { readonly name: 'running'; readonly progress: Progress }
  | { readonly name: 'stopped'; readonly progress: Progress; readonly problem: Problem }
  | {
      readonly name: 'done';
      readonly progress: Progress;
      readonly file: Blob;
      readonly exportedAt: IsoInstant;
      /** About how many issues with tags or figures the administrator may not browse. */
      readonly hidden: number;
      /** How many issues hold something in the place of a tag or of figures that is none. */
      readonly strange: number;
    };

/** An export that keeps what it has when something fails, and goes on from there. */
export const useExport = (siteUrl: string) => {
  const [state, setState] = useState<ExportState>({ name: 'idle' });
  const reading = useRef<Reading | null>(null);

  const run = async (current: Reading): Promise<void> => {
    const show = (): void => setState({ name: 'running', progress: progressOf(current) });
    show();
    try {
      await readSite(site, current, show);
      const exportedAt = new Date(site.now()).toISOString() as IsoInstant;
      const text = writeBackupFile({ exportedAt, site: siteUrl }, backupOf(current));
      setState({
        name: 'done',
        progress: progressOf(current),
        file: new Blob([text], { type: 'application/jsonl' }),
        exportedAt,
        hidden: hiddenIssues(current),
        strange: current.strange.size,
      });
    } catch (error) {
      setState({ name: 'stopped', progress: progressOf(current), problem: stoppedBy(error) });
    }
  };
  const start = (): void => {
    reading.current = newReading(site.now());
    void run(reading.current);
  };
  const goOn = (): void => {
    if (reading.current) void run(reading.current);
  };
  return { state, start, goOn };
};
