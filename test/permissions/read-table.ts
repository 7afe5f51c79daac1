import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLE_NAMES, type Role } from './site';

export type Word = 'yes' | 'same' | 'all' | 'blank' | 'no' | 'none' | 'bad' | 'clash';

/** One field of the permission table: what somebody is answered. */
export type Cell = { readonly call: string; readonly row: string; readonly role: Role; readonly word: Word };

const WORDS: readonly string[] = [
  'yes',
  'same',
  'all',
  'blank',
  'no',
  'none',
  'bad',
  'clash',
] satisfies Word[];

/** The cells under a heading of `permission-table.md`. @throws what in the table is not well-formed. */
export const readTable = (heading: string): Cell[] => {
  const text = readFileSync(join(__dirname, 'permission-table.md'), 'utf8');
  const [, section = ''] = text.split(`## ${heading}\n`);
  const lines = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
  const [head = [], , ...rows] = lines.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((field) => field.trim()),
  );
  const names = head.slice(-ROLE_NAMES.length);
  if (names.join() !== ROLE_NAMES.join())
    throw new Error(`“${heading}” has the columns ${names.join(', ')}.`);
  return rows.flatMap((fields) => {
    const labels = fields.slice(0, head.length - ROLE_NAMES.length);
    const words = fields.slice(head.length - ROLE_NAMES.length);
    return ROLE_NAMES.map((role, index) => {
      const word = words[index] ?? '';
      if (!WORDS.includes(word))
        throw new Error(`“${word}” of ${labels.join(', ')} is no word of the table.`);
      return { call: labels[0] ?? '', row: labels.at(-1) ?? '', role, word: word as Word };
    });
  });
};

export const WHO_SEES = 'Who sees the OKRs of a place';
export const EVENTS = 'What the platform calls by itself';
export const ANSWERS = 'What each call answers';
export const OFFERED = 'What a screen offers';
