import {
  canonicalJson,
  type Backup,
  type BackupRecord,
  type StoredCalendar,
  type StoredLearnings,
  type StoredList,
  type StoredObjective,
} from './backup';
import { keyResultContent, objectiveContent, type BackupKind } from './backup-items';
import { partsOf, piecesOf, type BackupParts } from './backup-parts';
import { newer } from './check-in';
import type { KeyResult } from './objective';
import { verdictOn, withVerdict } from './verdict';

/** A record to be written where there is none yet (`null`), or one at this revision. */
export type RecordWrite = BackupRecord & { readonly expected: number | null };

/**
 * What an import writes. Nothing that is here goes: what is new comes, what differs stays as it is here unless its kind
 * is to be replaced. Into a site without such a record it goes exactly as it was. The pieces come first and what leads
 * to them last, so that an import that is broken off shows nothing half done.
 */
export const mergeWrites = (
  here: Pick<Backup, 'records'>,
  there: Pick<Backup, 'records'>,
  replace: ReadonlySet<BackupKind>,
): RecordWrite[] => {
  const known = partsOf(here);
  const given = partsOf(there);
  return [
    ...[...given.checkIns]
      .filter(([key]) => !known.checkIns.has(key))
      .map(([key, value]): RecordWrite => ({ entity: 'check-in', key, value, expected: null })),
    ...[...given.objectives].flatMap(([key, value]): RecordWrite[] =>
      written(known.objectives.get(key), value, (mine) => mergedObjective(mine, value, replace)).map(
        (write) => ({
          entity: 'objective',
          key,
          ...write,
        }),
      ),
    ),
    ...[...given.intents].flatMap(([key, value]): RecordWrite[] =>
      written(known.intents.get(key), value, (mine) => (replace.has('intent') ? value : mine)).map(
        (write) => ({
          entity: 'sprint-intent',
          key,
          ...write,
        }),
      ),
    ),
    ...[...given.settings].flatMap(([key, value]): RecordWrite[] =>
      written(known.settings.get(key), value, (mine) => (replace.has('planning') ? value : mine)).map(
        (write) => ({
          entity: 'planning-settings',
          key,
          ...write,
        }),
      ),
    ),
    ...[...given.learnings].flatMap(([key, value]): RecordWrite[] =>
      written(known.learnings.get(key), value, (mine) => mergedLearnings(mine, value, replace)).map(
        (write) => ({
          entity: 'key-result-learnings',
          key,
          ...write,
        }),
      ),
    ),
    ...ledgerWrites(known, given),
    ...listWrites(known, given, replace),
    ...[...given.calendars].flatMap(([key, value]): RecordWrite[] =>
      written(known.calendars.get(key), value, (mine) => mergedCalendar(mine, value, replace)).map(
        (write) => ({
          entity: 'cycle-calendar',
          key,
          ...write,
        }),
      ),
    ),
  ];
};

/** The write of a record: as given where there is none, merged at the next revision where that changes anything. */
const written = <T extends { readonly revision: number }>(
  mine: T | undefined,
  given: T,
  merge: (mine: T) => T,
): { readonly value: T; readonly expected: number | null }[] => {
  if (mine === undefined) return [{ value: given, expected: null }];
  const value = merge(mine);
  // How often something was changed makes no difference.
  if (canonicalJson({ ...value, revision: mine.revision }) === canonicalJson(mine)) return [];
  return [{ value: { ...value, revision: mine.revision + 1 }, expected: mine.revision }];
};

const mergedObjective = (
  mine: StoredObjective,
  given: StoredObjective,
  replace: ReadonlySet<BackupKind>,
): StoredObjective => {
  const differs = canonicalJson(objectiveContent(mine)) !== canonicalJson(objectiveContent(given));
  const added = given.keyResults.filter(({ id }) => mine.keyResults.every((own) => own.id !== id));
  const keyResults = mine.keyResults.map((own) => {
    const other = given.keyResults.find(({ id }) => id === own.id);
    return other ? mergedKeyResult(own, other, replace) : own;
  });
  const own = { ...mine, keyResults: [...keyResults, ...added] };
  if (!differs || !replace.has('objective')) return own;
  const { description: _description, owner: _owner, ...rest } = own;
  return {
    ...rest,
    title: given.title,
    ...(given.description === undefined ? {} : { description: given.description }),
    ...(given.owner === undefined ? {} : { owner: given.owner }),
    archived: given.archived,
    ownRevision: mine.ownRevision + (ownFieldsDiffer(mine, given) ? 1 : 0),
  };
};

/** An objective's cycle and scope are for good, so they are not taken over. */
const ownFieldsDiffer = (mine: StoredObjective, given: StoredObjective): boolean =>
  canonicalJson(objectiveContent({ ...given, scope: mine.scope, cycleId: mine.cycleId })) !==
  canonicalJson(objectiveContent(mine));

const mergedKeyResult = (mine: KeyResult, given: KeyResult, replace: ReadonlySet<BackupKind>): KeyResult => {
  const latest = given.latest === null ? mine.latest : newer(mine.latest, given.latest);
  const differs = canonicalJson(keyResultContent(mine)) !== canonicalJson(keyResultContent(given));
  if (!differs || !replace.has('key-result')) return { ...mine, latest };
  return { ...given, latest, revision: mine.revision + 1 };
};

/** Verdicts that are here stay, unless theirs are to replace them. */
const mergedLearnings = (
  mine: StoredLearnings,
  given: StoredLearnings,
  replace: ReadonlySet<BackupKind>,
): StoredLearnings => ({
  ...mine,
  verdicts: given.verdicts.reduce(
    (verdicts, verdict) =>
      verdictOn(mine.verdicts, verdict.place) === null || replace.has('verdict')
        ? withVerdict(verdicts, verdict.place, verdict)
        : verdicts,
    mine.verdicts,
  ),
});

/** Ledgers of which there is nothing here, after their pieces. One that is here is as it was frozen. */
const ledgerWrites = (known: BackupParts, given: BackupParts): RecordWrite[] => {
  const ledgers = [...given.ledgers].filter(([key]) => !known.ledgers.has(key));
  const needed = new Set(ledgers.flatMap(([, ledger]) => piecesOf(ledger)));
  return [
    ...[...given.pieces]
      .filter(([key]) => needed.has(key) && !known.pieces.has(key))
      .map(([key, value]): RecordWrite => ({ entity: 'sprint-ledger-piece', key, value, expected: null })),
    ...ledgers.map(([key, value]): RecordWrite => ({ entity: 'sprint-ledger', key, value, expected: null })),
  ];
};

const listWrites = (
  known: BackupParts,
  given: BackupParts,
  replace: ReadonlySet<BackupKind>,
): RecordWrite[] => {
  // An objective that is here stays in its list, whichever the backup has it in.
  const listed = new Set(
    [...known.lists.values()].flatMap(({ entries }) => entries.map(({ objectiveId }) => objectiveId)),
  );
  return [...given.lists].flatMap(([key, list]): RecordWrite[] => {
    const added = list.entries.filter(({ objectiveId }) => !listed.has(objectiveId));
    const merge = (mine: StoredList): StoredList => ({
      ...mine,
      restricted: replace.has('visibility') ? list.restricted : mine.restricted,
      entries: [...mine.entries, ...added],
    });
    return written(known.lists.get(key), { ...list, entries: added }, merge).map((write) => ({
      entity: 'objective-list',
      key,
      ...write,
    }));
  });
};

const mergedCalendar = (
  mine: StoredCalendar,
  given: StoredCalendar,
  replace: ReadonlySet<BackupKind>,
): StoredCalendar => {
  const added = given.cycles.filter(({ id }) => mine.cycles.every((own) => own.id !== id));
  const cycles = mine.cycles.map((own) => {
    const other = given.cycles.find(({ id }) => id === own.id);
    const differs =
      other && canonicalJson({ ...other, revision: 0 }) !== canonicalJson({ ...own, revision: 0 });
    return other && differs && replace.has('cycle') ? { ...other, revision: own.revision + 1 } : own;
  });
  return { ...mine, cycles: [...cycles, ...added] };
};
