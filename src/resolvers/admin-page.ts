import * as contract from '../contract/admin-page';
import { estimateTags } from '../usecases/export-estimate';
import { exportNamedRecords, exportRecords } from '../usecases/export-records';
import { importRecords } from '../usecases/import-records';
import { loadAdminPage } from '../usecases/load-admin-page';
import { administersSite } from '../usecases/who-may';
import { handle } from './handle';
import { surface } from './surface';

export const adminPage = surface<contract.AdminPageApi>({
  loadAdminPage: handle(contract.loadAdminPage, administersSite, loadAdminPage),
  exportRecords: handle(contract.exportRecords, administersSite, exportRecords),
  exportNamedRecords: handle(contract.exportNamedRecords, administersSite, exportNamedRecords),
  estimateTags: handle(contract.estimateTags, administersSite, estimateTags),
  importRecords: handle(contract.importRecords, administersSite, importRecords),
});
