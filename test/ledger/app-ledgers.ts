import type { SprintReviewView } from '../../src/contract/sprint-review';
import type { ProjectId } from '../../src/domain/ids';
import type { IsoInstant } from '../../src/domain/dates';
import type { TaggedLine } from '../../src/domain/sprint-ledger';
import { readBoardSetup } from '../../src/jira/board-setup';
import { getSprint } from '../../src/jira/boards';
import type { JiraApi } from '../../src/jira/jira-api';
import { unpackLines, type PackedLines } from '../../src/storage/packed-lines';
import { rebuildSprint } from '../../static/shared/rebuilt-sprint';
import { readWork } from '../../static/sprint-review/read-work';
import type { InstalledApp } from '../builders/an-installed-app';
import { iso, type Sprint, type World } from './world';

/** Every ledger as it lies in storage, by the id of its sprint: nobody's rights have taken anything out of it. */
export const storedLedgers = ({ standIn }: InstalledApp): Map<number, readonly TaggedLine[]> => {
  const dump = standIn.storage.dump();
  const pieces = new Map((dump['entity:sprint-ledger-piece'] ?? []).map(({ key, value }) => [key, value]));
  return new Map(
    (dump['entity:sprint-ledger'] ?? []).map(({ key, value }) => [
      Number(key.replace('sprint:', '')),
      ((value as StoredLedger).close?.pieces ?? []).flatMap((piece) =>
        unpackLines(pieces.get(piece) as PackedLines),
      ),
    ]),
  );
};

type StoredLedger = { readonly close?: { readonly pieces: readonly string[] } };

/** The review of a sprint, as somebody is answered who may see every issue that is there. */
export const review = ({ app }: World, { id, board }: Sprint): Promise<SprintReviewView> =>
  app.get('admin', 'loadSprintReview', {
    projectId: board.projectId as ProjectId,
    boardId: board.id,
    place: { kind: 'sprint', sprintId: id },
  });

/** What the app rebuilds of a sprint from histories, in the browser of the same person: for a key result's history. */
export const rebuiltForHistory = async (
  world: World,
  jira: JiraApi,
  { id, board }: Sprint,
): Promise<{ readonly lines: readonly TaggedLine[]; readonly mayMissRemoved: boolean }> => {
  const sprint = await getSprint(jira, id);
  const setup = await readBoardSetup(jira, board.id);
  const { lines, mayMissRemoved } = await rebuildSprint(
    jira,
    sprint,
    board.projectId,
    setup,
    iso(world.now()) as IsoInstant,
  );
  return { lines: byIssue(lines), mayMissRemoved };
};

/** The same for its review, had nothing been frozen. */
export const rebuiltForReview = async (
  jira: JiraApi,
  view: SprintReviewView,
  { board }: Sprint,
): Promise<readonly TaggedLine[]> => {
  const { work } = await readWork(jira, board.id, { ...view, ledger: null }, () => undefined);
  return byIssue(work.lines);
};

const byIssue = (lines: readonly TaggedLine[]): readonly TaggedLine[] =>
  [...lines].sort((a, b) => Number(a.issueId) - Number(b.issueId));
