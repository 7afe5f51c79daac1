import type { DifferenceState } from '../../src/domain/backup-difference';
import type { BackupKind } from '../../src/domain/backup-items';
import { formatNumber } from '../shared/format';
import type { Progress } from './site-reading';
import { doneOf, type Writing } from './write-site';

export const KIND_WORDS: Readonly<Record<BackupKind, string>> = {
  cycle: 'Cycles',
  visibility: 'Who sees a team’s OKRs',
  objective: 'Objectives',
  'key-result': 'Key results',
  'check-in': 'Check-ins',
  intent: 'What sprints are to move',
  planning: 'How boards plan',
  tag: 'Tags on issues',
};

export const STATE_WORDS: Readonly<Record<DifferenceState, string>> = {
  new: 'New',
  changed: 'Different',
  same: 'Same',
  'only-here': 'Only here',
};

/** `100 of 406 records and 0 of 1 tag`, with what there is nothing of left out. */
export const writtenWords = (writing: Writing): string => {
  const { records, tags } = doneOf(writing);
  const { plan } = writing;
  return [
    plan.records.length > 0 && `${formatNumber(records)} of ${countOf(plan.records.length, 'record')}`,
    plan.tags.length > 0 && `${formatNumber(tags)} of ${countOf(plan.tags.length, 'tag')}`,
  ]
    .filter(Boolean)
    .join(' and ');
};

/** How far an import came that broke off, and what trying again does. */
export const stoppedWords = (writing: Writing): string =>
  writing.isUndecided
    ? `Written for certain: ${writtenWords(writing)}. What was sent last may or may not have arrived. What is written stays, and trying again writes the rest.`
    : `Written so far: ${writtenWords(writing)}. That stays, and trying again writes the rest.`;

/** `1 record`, `2 records`. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;

export const readingWords = ({ step, records, tags }: Progress): string => {
  switch (step) {
    case 'settling':
      return 'Waiting ten seconds, so that what was just saved is found.';
    case 'records':
      return `Reading what is stored: ${countOf(records, 'record')} so far.`;
    case 'tags':
      return `Reading tags: ${countOf(tags, 'issue')} so far.`;
    case 'names':
    case 'done':
      return 'Reading the names of people and projects.';
  }
};
