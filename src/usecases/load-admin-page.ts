import type { AdminPageView } from '../contract/admin-page';
import type { Caller } from '../platform/caller';
import { loadReportState } from '../storage/personal-data-report';

/** What the administrators' page shows before anything is asked for. One storage operation. */
export const loadAdminPage = async (caller: Caller): Promise<AdminPageView> => ({
  now: caller.now,
  personalData: (await loadReportState()).value.last,
});
