import * as contract from '../contract/admin-page';
import * as column from '../contract/key-result-column';
import { estimateIssues } from '../usecases/export-estimate';
import { exportNamedRecords, exportRecords } from '../usecases/export-records';
import { importRecords } from '../usecases/import-records';
import { loadAdminPage } from '../usecases/load-admin-page';
import { editsSomeOf, refreshColumn } from '../usecases/refresh-column';
import { administersSite } from '../usecases/who-may';
import { handle } from './handle';
import { surface } from './surface';

export const adminPage = surface<contract.AdminPageApi & column.KeyResultColumnApi>({
  loadAdminPage: handle(contract.loadAdminPage, administersSite, loadAdminPage),
  exportRecords: handle(contract.exportRecords, administersSite, exportRecords),
  exportNamedRecords: handle(contract.exportNamedRecords, administersSite, exportNamedRecords),
  estimateIssues: handle(contract.estimateIssues, administersSite, estimateIssues),
  importRecords: handle(contract.importRecords, administersSite, importRecords),
  refreshColumn: handle(column.refreshColumn, editsSomeOf, refreshColumn),
});
