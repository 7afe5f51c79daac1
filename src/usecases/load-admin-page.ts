import type { AdminPageView } from '../contract/admin-page';
import type { Caller } from '../platform/caller';
import { loadReportState } from '../storage/personal-data-report';
import { loadPlan } from '../storage/plan';

/** What the administrators' page shows before anything is asked for. Two storage operations. */
export const loadAdminPage = async (_caller: Caller): Promise<AdminPageView> => {
  const [{ calendar }, report] = await Promise.all([loadPlan(null), loadReportState()]);
  return { cycles: calendar.value.length, personalData: report.value.last };
};
