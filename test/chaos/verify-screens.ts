import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from '../../src/contract/outcome';
import type { StandIn } from '../../local/stand-in';
import type { Frame } from './frame';
import { PROJECTS } from './people';
import type { Stored } from './stored';

/** What is wrong with what the app shows to who may see everything, once all has settled, against what is stored. */
export const verifyScreens = async (frame: Frame, stored: Stored, { site }: StandIn): Promise<string[]> => {
  const problems: string[] = [];
  const shown = new Map<string, object>();
  for (const { id: projectId } of PROJECTS) {
    for (const cycle of stored.calendar.cycles) {
      frame.projectId = projectId;
      const page = got(await frame.loadPage(projectId, cycle.id));
      for (const objective of page.objectives) shown.set(objective.id, objective);
      if (!isDeepStrictEqual(page.cycle, cycle))
        problems.push(`The page shows another cycle than ${cycle.id}.`);
    }
  }
  for (const id of new Set([...stored.objectives.keys(), ...shown.keys()])) {
    if (!isSame(stored.objectives.get(id), shown.get(id))) problems.push(`The pages show another ${id}.`);
  }
  for (const id of [...stored.objectives.values()].flatMap((one) => one.keyResults.map((each) => each.id))) {
    const { checkIns } = got(await frame.loadHistory(id));
    const written = [...stored.checkIns].filter(([, one]) => one.keyResultId === id).map(([key]) => key);
    if (!isDeepStrictEqual(checkIns.map((one) => one.id as string).sort(), written.sort()))
      problems.push(`The history of ${id} has other check-ins than were written.`);
  }
  for (const { id, key, properties } of site.issues) {
    const { ownTag } = got(await frame.loadPanel(id));
    const tag = properties['throughline-tag'] as { readonly version: number } | undefined;
    const { version: _version, ...own } = tag ?? { version: 1 };
    if (!isDeepStrictEqual(ownTag, tag === undefined ? null : own))
      problems.push(`The panel of ${key} lies.`);
  }
  return problems;
};

const got = <T>(outcome: Outcome<T>): T => {
  if (outcome.ok) return outcome.value;
  throw new Error(`What is to be shown could not be read: ${outcome.error.message}`);
};

type Shown = {
  readonly title?: unknown;
  readonly revision?: unknown;
  readonly archived?: unknown;
  readonly keyResults?: readonly (object & { readonly mayCheckIn?: boolean })[];
};

const isSame = (stored: unknown, shown: Shown | undefined): boolean => {
  const kept = stored as Record<string, unknown> | undefined;
  if (kept === undefined || shown === undefined) return false;
  const keyResults = (shown.keyResults ?? []).map(({ mayCheckIn: _may, ...one }) => one);
  return isDeepStrictEqual(
    [kept['title'], kept['ownRevision'], kept['archived'], kept['keyResults']],
    [shown.title, shown.revision, shown.archived, keyResults],
  );
};
