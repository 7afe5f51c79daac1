import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio';

type Processing = ConstructorParameters<typeof CSPProcessingService>;
type Permissions = Parameters<CSPProcessingService['getCspDetails']>[1];

/**
 * The policy that a Custom UI page gets from Forge for what the manifest permits, by Atlassian's own code. Two things
 * are the stand-in's: the page that may embed it, and that reports stay on this machine.
 */
export const contentSecurityPolicy = (
  page: string,
  permissions: Readonly<Record<string, unknown>>,
  siteOrigin: string,
): string => {
  const processing = new CSPProcessingService(
    console as unknown as Processing[0],
    load as unknown as Processing[1],
  );
  return new CSPInjectionService()
    .getInjectableCSP({
      existingCSPDetails: processing.getCspDetails(page, permissions as Permissions),
      microsEnv: 'prod',
      parentEmbeddingDomain: siteOrigin,
    })
    .map((directive) => (directive.startsWith('report-uri ') ? `report-uri ${REPORT_PATH}` : directive))
    .join('; ');
};

/** What a frame's `sandbox` attribute lets it do: the same that its policy lets it. */
export const frameSandbox = (): string => {
  const policy = contentSecurityPolicy('', {}, 'http://127.0.0.1');
  const [, permitted] = /(?:^|; )sandbox ([^;]+)/.exec(policy) ?? [];
  if (permitted === undefined) throw new Error('@forge/csp has no sandbox in its policy any more.');
  return permitted;
};

/** Where the browser reports violations of the policy. */
export const REPORT_PATH = '/local/csp-report';
