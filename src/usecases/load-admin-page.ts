import type { AdminPageView } from '../contract/admin-page';
import { BACKUP_ENTITIES } from '../domain/backup';
import type { Caller } from '../platform/caller';
import { pageOfRecords } from '../storage/backup';
import { loadReportState } from '../storage/personal-data-report';
import { loadPlan } from '../storage/plan';
import { estimateIssues } from './export-estimate';

/**
 * What the administrators' page shows before anything is asked for. Two storage operations, and where there is no cycle
 * one more for each kind of record that an import writes before the cycles, and a count by Jira, for one point.
 */
export const loadAdminPage = async (caller: Caller): Promise<AdminPageView> => {
  const [{ calendar }, report] = await Promise.all([loadPlan(null), loadReportState()]);
  const cycles = calendar.value.length;
  const isEmpty = cycles === 0 && !(await hasRecords()) && !(await standsOnIssues(caller));
  return { cycles, isEmpty, personalData: report.value.last };
};

/** An issue may be exempt, or have figures for WSJF, where there are no OKRs. */
const standsOnIssues = async (caller: Caller): Promise<boolean> =>
  (await estimateIssues(caller)).estimate > 0;

const hasRecords = async (): Promise<boolean> => {
  // The pieces of ledgers are not there without them.
  const kinds = BACKUP_ENTITIES.filter(
    (entity) => entity !== 'cycle-calendar' && entity !== 'sprint-ledger-piece',
  );
  const pages = await Promise.all(kinds.map((entity) => pageOfRecords(entity, null)));
  return pages.some(({ records }) => records.length > 0);
};
