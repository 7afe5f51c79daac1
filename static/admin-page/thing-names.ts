import { projectOfList, type StoredLedger } from '../../src/domain/backup';
import { partsOf } from '../../src/domain/backup-parts';
import { FORMER_USER } from '../../src/domain/personal-data';
import type { Band } from '../../src/domain/focus-share';
import type { Rhythm } from '../../src/domain/period';
import type { Advance } from '../../src/domain/sprint-intent';
import { parseTag } from '../../src/domain/tag';
import { COMPONENTS, type Component } from '../../src/domain/wsjf';
import type { Verdict } from '../../src/domain/verdict';
import { parseFigures } from '../../src/domain/wsjf-figures';
import { EXEMPTION_REASON_NAMES } from '../shared/exemption-reason';
import { formatChange, formatDay, formatNumber, formatPercent } from '../../src/domain/figure-words';
import { VERDICT_NAMES } from '../shared/verdict-names';
import type { Compared } from './use-import';

/** The name of anything by its id: people, projects, cycles, key results. */
export type ThingNames = ReadonlyMap<string, string>;

export const namesOf = ({ file, comparison, resolved, people }: Compared): ThingNames => {
  const names = new Map<string, string>([[FORMER_USER, 'Former user']]);
  for (const { here, there } of [comparison]) {
    for (const backup of [there, here]) {
      for (const { id, displayName } of backup.accounts) names.set(id, displayName);
      for (const { id, key } of backup.projects) names.set(id, key);
      const { calendars, objectives } = partsOf(backup);
      for (const { cycles } of calendars.values()) for (const { id, name } of cycles) names.set(id, name);
      for (const { keyResults } of objectives.values())
        for (const { id, title } of keyResults) names.set(id, title);
    }
  }
  for (const { id, displayName } of file.backup.accounts) if (!names.has(id)) names.set(id, displayName);
  for (const user of [...resolved.known, ...people.values()]) names.set(user.accountId, user.displayName);
  return names;
};

/** A field's value in words. */
export const valueWords = (field: string, value: unknown, names: ThingNames): string => {
  if (value === null || value === undefined || value === '') return field === 'owner' ? 'nobody' : 'nothing';
  if (field === 'scope') return scopeWords(String(value), names);
  if (field === 'tag') return tagWords(value, names);
  if (field === 'figures') return figuresWords(value);
  const planned = planWords(field, value, names);
  if (planned !== null) return planned;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return formatNumber(value);
  return names.get(String(value)) ?? String(value);
};

/** A field's name in words. */
export const fieldWords = (field: string): string => FIELDS[field] ?? field;

const FIELDS: Readonly<Record<string, string>> = {
  name: 'Name',
  startDate: 'First day',
  endDate: 'Last day',
  state: 'State',
  restricted: 'Only for who may browse the project',
  title: 'Title',
  description: 'Description',
  owner: 'Owner',
  archived: 'Archived',
  scope: 'Whose',
  cycleId: 'Cycle',
  baseline: 'Baseline',
  target: 'Target',
  unit: 'Unit',
  weight: 'Weight',
  value: 'Value',
  confidence: 'Confidence',
  note: 'Note',
  date: 'Day',
  author: 'By',
  projectId: 'Project',
  said: 'Said',
  earlier: 'Said before',
  band: 'Band',
  rhythm: 'Rhythm',
  createdAt: 'Written',
  verdict: 'Verdict',
  learning: 'Learned',
  endedOn: 'Sprint ended',
  savedAt: 'Written',
  boardId: 'Board',
  startedAt: 'Started',
  start: 'Work at the start',
  closedAt: 'Closed',
  close: 'Work at the close',
  tag: 'Tag',
  figures: 'Figures',
};

/** What was said of a sprint, and how a board plans; `null` for any other field. */
const planWords = (field: string, value: unknown, names: ThingNames): string | null => {
  if (field === 'said') {
    return (value as readonly Advance[])
      .map(
        ({ keyResultId, change, movement }) =>
          `${names.get(keyResultId) ?? keyResultId} by ${change}: ${formatChange(movement, '')}`,
      )
      .join('; ');
  }
  if (field === 'earlier') return `${formatNumber((value as readonly unknown[]).length)} times`;
  if (field === 'band') {
    const { low, high } = value as Band;
    return `${formatPercent(low)} to ${formatPercent(high)}`;
  }
  if (field !== 'rhythm') return sprintWords(field, value);
  const { weeks, firstDay } = value as Rhythm;
  return `every ${weeks} weeks, from ${firstDay}`;
};

/** What was learned in a sprint, and what its ledger says of itself; `null` for any other field. */
const sprintWords = (field: string, value: unknown): string | null => {
  if (field === 'verdict') return VERDICT_NAMES[value as Verdict];
  if (field === 'boardId') return String(value);
  if (field !== 'start' && field !== 'close') return null;
  const { frozenAt, pieces } = value as NonNullable<StoredLedger['start']>;
  return `frozen on ${formatDay(frozenAt)}, in ${pieces.length === 1 ? 'one piece' : `${pieces.length} pieces`}`;
};

const scopeWords = (key: string, names: ThingNames): string => {
  const project = projectOfList(key);
  return project === null ? 'Company' : `Team ${names.get(project) ?? project}`;
};

const tagWords = (value: unknown, names: ThingNames): string => {
  const tag = parseTag(value);
  if (tag === null) return 'no tag';
  if (tag.state === 'exempt')
    return `exempt: ${EXEMPTION_REASON_NAMES[tag.reason]}${tag.note ? `, ${tag.note}` : ''}`;
  return tag.keyResults.map((id) => names.get(id) ?? id).join(', ');
};

const FIGURE_NAMES: Readonly<Record<Component, string>> = {
  userBusinessValue: 'business value',
  timeCriticality: 'time criticality',
  riskReduction: 'risk or opportunity',
  jobSize: 'job size',
};

const figuresWords = (value: unknown): string => {
  const figures = parseFigures(value);
  const given = COMPONENTS.filter((component) => figures[component] !== undefined);
  if (given.length === 0) return 'no figures';
  return given.map((component) => `${FIGURE_NAMES[component]} ${figures[component]}`).join(', ');
};
