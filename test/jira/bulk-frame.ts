import { patientJira } from '../../src/jira/patient-jira';
import type { BulkPlan, BulkStateName } from '../../src/domain/bulk-plan';
import { TAG_PROPERTY } from '../../src/domain/tag';
import { tagKind } from '../../src/jira/bulk-tags';
import { runBulk, type BulkEnd, type BulkKind, type BulkRun } from '../../src/jira/bulk-run';
import type { JiraApi } from '../../src/jira/jira-api';
import { anAdminFrame } from '../builders/an-admin-frame';
import type { InstalledApp } from '../builders/an-installed-app';

/** A frame in which somebody does something with many issues; the stand-in's clock goes on while it waits. */
export const aBulkFrame = (app: InstalledApp, account: string) => {
  const { jira: plain, pause } = anAdminFrame(app, account);
  const jira = patientJira(plain, () => ({ timeLeft: () => 15_000, random: () => 0.5, pause }));
  return {
    jira,
    pause,
    run: (plan: BulkPlan, { kind = tagKind, ...over }: Over = {}): Promise<BulkEnd> =>
      runBulk(plan, {
        jira,
        kind: kind(jira),
        pause,
        isCancelled: () => false,
        onProgress: () => undefined,
        ...over,
      }),
  };
};

type Over = Partial<Omit<BulkRun, 'kind' | 'jira' | 'pause'>> & {
  readonly kind?: (jira: JiraApi) => BulkKind;
};

/** What an issue's tag holds, asked by somebody who sees everything; `undefined` for nothing. */
export const held = ({ standIn }: InstalledApp, issueKey: string): unknown =>
  standIn.site.issues.find(({ key }) => key === issueKey)?.properties[TAG_PROPERTY];

/** How many issues are in each state; those in which none is are left out. */
export const tally = (plan: BulkPlan): Readonly<Partial<Record<BulkStateName, number>>> =>
  plan.reduce<Partial<Record<BulkStateName, number>>>(
    (counts, { state: { name } }) => ({ ...counts, [name]: (counts[name] ?? 0) + 1 }),
    {},
  );
