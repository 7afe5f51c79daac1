import type { DifferenceState } from '../../src/domain/backup-difference';
import type { BackupKind } from '../../src/domain/backup-items';
import { formatNumber } from '../../src/domain/figure-words';
import type { Progress } from './site-reading';
import type { Counts } from './counts';
import { doneOf, totalOf, type Writing } from './write-site';

export const KIND_WORDS: Readonly<Record<BackupKind, string>> = {
  cycle: 'Cycles',
  visibility: 'Who sees a team’s OKRs',
  objective: 'Objectives',
  'key-result': 'Key results',
  'check-in': 'Check-ins',
  intent: 'What sprints are to move',
  planning: 'How boards plan',
  verdict: 'What was learned in sprints',
  ledger: 'What sprints did',
  tag: 'Tags on issues',
  figures: 'WSJF figures of issues',
};

export const STATE_WORDS: Readonly<Record<DifferenceState, string>> = {
  new: 'New',
  changed: 'Different',
  same: 'Same',
  'only-here': 'Only here',
};

/** `406 records, 120 tags and 1 issue’s WSJF figures`, with what there is nothing of left out. */
export const contentWords = (counts: Counts): string =>
  listed(counts, (name) => THINGS[name](counts[name])) || 'nothing';

/** `100 of 406 records and 0 of 1 tag`, with what there is nothing of left out. */
export const writtenWords = (writing: Writing): string => {
  const total = totalOf(writing.plan);
  const done = doneOf(writing);
  return listed(total, (name) => `${formatNumber(done[name])} of ${THINGS[name](total[name])}`);
};

const THINGS: Readonly<Record<keyof Counts, (count: number) => string>> = {
  records: (count) => countOf(count, 'record'),
  tags: (count) => countOf(count, 'tag'),
  figures: (count) => countOf(count, 'issue’s WSJF figures', 'issues’ WSJF figures'),
};

const listed = (counts: Counts, wordsOf: (name: keyof Counts) => string): string => {
  const names: readonly (keyof Counts)[] = ['records', 'tags', 'figures'];
  const parts = names.filter((name) => counts[name] > 0).map(wordsOf);
  return new Intl.ListFormat('en-GB').format(parts);
};

/** How far an import came that broke off, and what trying again does. */
export const stoppedWords = (writing: Writing): string =>
  writing.isUndecided
    ? `Written for certain: ${writtenWords(writing)}. What was sent last may or may not have arrived. What is written stays, and trying again writes the rest.`
    : `Written so far: ${writtenWords(writing)}. That stays, and trying again writes the rest.`;

/** `1 record`, `2 records`. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;

export const readingWords = ({ step, issues, counts }: Progress): string => {
  switch (step) {
    case 'settling':
      return 'Waiting ten seconds, so that what was just saved is found.';
    case 'records':
      return `Reading what is stored: ${countOf(counts.records, 'record')} so far.`;
    case 'issues':
      return `Reading what stands on issues: ${countOf(issues, 'issue')} so far.`;
    case 'names':
    case 'done':
      return 'Reading the names of people and projects.';
  }
};
