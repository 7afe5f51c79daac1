import { getAppContext } from '@forge/api';

/** What tells one site's installation of the app from every other: a warm process serves several. */
export const installationKey = (): string => getAppContext().installationAri.toString();
