import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import type { SprintReviewView } from '../../../../src/contract/sprint-review';
import type { TaggedLine } from '../../../../src/domain/sprint-ledger';
import { clipboardTable } from '../../../../static/sprint-review/export/clipboard-table';
import { copiedTable } from '../../../../static/sprint-review/export/copied-table';
import { csvOf } from '../../../../static/sprint-review/export/csv';
import type { Exported } from '../../../../static/sprint-review/export/exported';
import { issueFile } from '../../../../static/sprint-review/export/issue-file';
import { keyResultFile } from '../../../../static/sprint-review/export/key-result-file';
import { markdownReview } from '../../../../static/sprint-review/export/markdown-review';
import { formatDay } from '../../../../src/domain/figure-words';
import { reviewOf } from '../../../../static/sprint-review/review-model';
import { aCheckIn, aDay, aKeyResultId } from '../../../builders/okrs';
import { hostileText } from '../../../fuzz/hostile-text';
import {
  aFrozenWork,
  aLine,
  anAdvance,
  anIntent,
  anyLines,
  aReviewView,
  aSeenKeyResult,
  aSeenObjective,
  aVerdict,
  exemptTag,
  servingTag,
} from '../some-work';
import { readCsv } from './read-csv';

const one = aKeyResultId('kr0001');
const two = aKeyResultId('kr0002');
const hidden = aKeyResultId('kr0009', 'obbbbbbbbb');

const LINES: readonly TaggedLine[] = [
  aLine({ issueId: '1', outcome: 'completed', finalPoints: 5, tag: servingTag([one, two]) }),
  aLine({ issueId: '2', entrance: 'added', initialPoints: 2, finalPoints: 2, tag: servingTag([one], true) }),
  aLine({ issueId: '3', outcome: 'removed', tag: exemptTag('bug') }),
  aLine({ issueId: '4', initialPoints: null, finalPoints: null }),
  aLine({ issueId: '5', outcome: 'completed', finalPoints: 1, tag: servingTag([hidden]) }),
];

const anExport = (
  lines: readonly TaggedLine[] | null = LINES,
  fields: Partial<SprintReviewView> = {},
): Exported => {
  const view = aReviewView({
    objectives: [
      aSeenObjective({
        title: 'Booking is quick',
        keyResults: [
          aSeenKeyResult({
            id: one,
            title: 'Time to book',
            metric: { baseline: 10, target: 2, unit: 'min' },
          }),
          aSeenKeyResult({ id: two, title: 'Trust', metric: { baseline: 0, target: 100, unit: '%' } }),
        ],
      }),
    ],
    checkIns: {
      [one]: [
        aCheckIn({ keyResultId: one, date: aDay('2026-01-20'), value: 6 }),
        aCheckIn({ keyResultId: one, date: aDay('2026-02-12'), value: 5.2 }),
      ],
    },
    intent: anIntent(anAdvance({ keyResultId: one, movement: -2, valueThen: 6 })),
    learnings: {
      [one]: [
        aVerdict({
          place: { kind: 'sprint', sprintId: 7 },
          endedOn: aDay('2026-02-14'),
          verdict: 'confirmed',
          learning: 'Fewer fields help',
        }),
        aVerdict({ learning: 'Nobody reads the hint' }),
      ],
    },
    ...fields,
  });
  return {
    review: reviewOf(view, 1, lines && aFrozenWork(lines)),
    boardName: 'Deck board',
    words: new Map(
      ['1', '2', '3', '4'].map((id) => [
        id,
        {
          key: `DECK-${id}`,
          summary: `Story ${id}`,
          status: { name: 'Done', category: 'done' as const },
          inheritedFrom: id === '2' ? 'DECK-100' : null,
          note: id === '3' ? 'crashes' : '',
        },
      ]),
    ),
  };
};

/** The rows of a table by the names of its columns. */
const records = (rows: readonly (readonly unknown[])[]): Record<string, unknown>[] => {
  const [head = [], ...others] = rows;
  return others.map((row) => Object.fromEntries(head.map((name, index) => [String(name), row[index]])));
};

test('the key results are a row each, with values, intent, work and what was learned', () => {
  const rows = records(keyResultFile(anExport()));
  expect(rows.map(({ Row: kind, 'Key result': name }) => [kind, name])).toEqual([
    ['all work', 'All work'],
    ['key result', 'Time to book'],
    ['key result', 'Trust'],
    ['not visible', 'Not visible to you'],
    ['exempt', 'Exempt: Bug'],
    ['no key result', 'No key result'],
  ]);
  expect(rows[1]).toMatchObject({
    'Sprint or period': 'Deck 7',
    Board: 'Deck board',
    State: 'closed',
    Start: '2026-02-01',
    End: '2026-02-14',
    Objective: 'Booking is quick',
    Unit: 'min',
    Baseline: 10,
    'At the start': 6,
    'Now or at the end': 5.2,
    Target: 2,
    Moved: -0.8,
    Intended: -2,
    'Moved since the intent': -0.8,
    'Missing of the intent': -1.2,
    'Committed, items': 1,
    'Added, points': 2,
    'Completed, points': 5,
    'Not completed, points': 2,
    'In it at the end, points': 7,
    Verdict: 'Confirmed',
    Learning: 'Fewer fields help',
    'Learned before': 'Nobody reads the hint',
  });
  expect(rows[0]).toMatchObject({
    'Committed, items': 4,
    'Committed, points': 9,
    'Added, items': 1,
    'Removed, items': 1,
    'Completed, items': 2,
    'Not completed, items': 2,
    'Completed elsewhere, items': 0,
  });
});

test('says where the figures come from and what cannot be known', () => {
  const rebuilt = anExport();
  const [row] = records(keyResultFile(rebuilt));
  expect(row).toMatchObject({
    Source: 'Rebuilt from histories',
    'Cannot be known': expect.stringContaining('Tags as they were'),
  });
  expect(markdownReview(rebuilt, true)).toContain('- **Cannot be known**: Tags as they were');
});

test('an issue has a row for each key result that it serves, and counts in the first', () => {
  const rows = records(issueFile(anExport()));
  expect(
    rows.map((row) => [row['Issue'], row['Serves'], row['Key result'], row['Through'], row['Counts']]),
  ).toEqual([
    ['DECK-1', 'Key result', 'Time to book', '', 1],
    ['DECK-1', 'Key result', 'Trust', '', 0],
    ['DECK-2', 'Key result', 'Time to book', 'DECK-100', 1],
    ['DECK-3', 'Exempt: Bug', '', '', 1],
    ['DECK-4', 'No key result', '', '', 1],
    ['', 'Key result', 'Not visible to you', '', 1],
  ]);
  expect(rows[2]).toMatchObject({
    Summary: 'Story 2',
    Outcome: 'Not completed',
    'Came in': 'Added',
    'Estimate at first': 2,
    'Estimate at last': 2,
  });
  expect(rows[3]).toMatchObject({ Outcome: 'Removed', 'Why exempt': 'crashes' });
  expect(rows[5]).toMatchObject({ Summary: 'Deleted, or not visible to you any more' });
});

test('the rows that count add up to what the review says', () => {
  fc.assert(
    fc.property(anyLines([one, two, hidden]), (lines) => {
      const exported = anExport(lines);
      const counting = records(issueFile(exported)).filter((row) => row['Counts'] === 1);
      expect(counting).toHaveLength(lines.length);
      const [all] = records(keyResultFile(exported));
      const sum = (outcome: string) =>
        counting
          .filter((row) => row['Outcome'] === outcome)
          .reduce((total, row) => total + Number(row['Estimate at last'] ?? 0), 0);
      expect(Number(all!['Completed, points'] ?? 0)).toBe(sum('Completed'));
      expect(Number(all!['Not completed, points'] ?? 0)).toBe(sum('Not completed'));
      expect(Number(all!['Removed, points'] ?? 0)).toBe(sum('Removed'));
    }),
  );
});

test('the table to be copied has the key results, what is beside them and all of it', () => {
  const rows = records(copiedTable(anExport().review));
  expect(rows.map((row) => [row['Key result'], row['Done, points'], row['At the end, points']])).toEqual([
    ['Time to book', 5, 7],
    ['Trust', 5, 5],
    ['Not visible to you', 1, 1],
    ['Exempt: Bug', 0, 0],
    ['No key result', 0, 0],
    ['All work', 6, 8],
  ]);
});

test('work that is not known has no figures, and is not nought', () => {
  const exported = anExport(null);
  const rows = records(keyResultFile(exported));
  expect(rows.map((row) => row['Completed, items'])).toEqual([null, null, null]);
  expect(records(copiedTable(exported.review)).at(-1)).toMatchObject({ 'Done, items': null });
  expect(markdownReview(exported, true)).toContain('The work could not be read');
});

test('a period is named by its days', () => {
  const period = { start: aDay('2026-02-16'), end: aDay('2026-03-01') };
  const [row] = records(keyResultFile(anExport(LINES, { sprint: null, period })));
  expect(row).toMatchObject({ State: 'running', Start: '2026-02-16', End: '2026-03-01' });
  const issues = records(issueFile(anExport(LINES, { sprint: null, period })));
  expect(issues[0]).toMatchObject({ 'Came in': 'Begun before' });
});

test('the document reads from the sprint over its key results to its issues', () => {
  const text = markdownReview(anExport(), true);
  expect(text.split('\n').filter((line) => line.startsWith('#'))).toEqual([
    '# Sprint review: Deck 7',
    '## In numbers',
    '## Key results',
    '### Time to book',
    '### Trust',
    '## Other work',
    '### Not visible to you (1 item)',
    '### Exempt: Bug (1 item)',
    '### No key result (1 item)',
  ]);
  const end = formatDay('2026-02-14');
  expect(text).toContain(`- **Intended**: 6 min → 4 min by shortening the payment form, visible by ${end}`);
  expect(text).toContain(`- **Actual**: 6 min → 5.2 min (−0.8) on ${end}: 1.2 missing`);
  expect(text).toContain('- **Verdict**: Confirmed: Fewer fields help');
  expect(text).toContain(
    `- **Learned before**: ${formatDay('2026-01-31')}: No effect: Nobody reads the hint`,
  );
  expect(text).toContain('| DECK-2 | Story 2 | Not completed | Added | 2 | 2 |');
});

test('no text of a review becomes markup, a formula or another column in what is taken elsewhere', () => {
  const reader = new MarkdownIt({ html: true, linkify: true });
  const text = hostileText(120);
  const anyTexts = fc.record({
    sprint: text,
    goal: text,
    board: text,
    objective: text,
    keyResult: text,
    unit: text,
    change: text,
    learning: text,
    summary: text,
  });
  fc.assert(
    fc.property(
      anyTexts,
      ({ sprint, goal, board, objective, keyResult, unit, change, learning, summary }) => {
        const plain = anExport();
        const { view } = plain.review;
        const exported: Exported = {
          ...anExport(LINES, {
            sprint: view.sprint && { ...view.sprint, name: sprint, goal },
            objectives: [
              aSeenObjective({
                title: objective,
                keyResults: [
                  aSeenKeyResult({ id: one, title: keyResult, metric: { baseline: 10, target: 2, unit } }),
                  aSeenKeyResult({ id: two, title: keyResult }),
                ],
              }),
            ],
            intent: anIntent(anAdvance({ keyResultId: one, movement: -2, valueThen: 6, change })),
            learnings: {
              [one]: [aVerdict({ place: { kind: 'sprint', sprintId: 7 }, learning }), aVerdict({ learning })],
            },
          }),
          boardName: board,
          words: new Map(
            [...plain.words].map(([id, words]) => [id, words && { ...words, summary, note: summary }]),
          ),
        };
        for (const table of [keyResultFile(exported), issueFile(exported)]) {
          const read = readCsv(csvOf(table));
          expect(new Set(read.map((row) => row.length))).toEqual(new Set([table[0]!.length]));
          expect(read).toHaveLength(table.length);
        }
        const copied = clipboardTable(copiedTable(exported.review));
        expect(new Set(copied.text.split('\n').map((line) => line.split('\t').length))).toEqual(
          new Set([16]),
        );

        const tokens = reader.parse(markdownReview(exported, true), {});
        const markup = tokens.flatMap(({ children }) => children ?? []).map(({ type }) => type);
        expect([...new Set(markup)].sort()).toEqual(['strong_close', 'strong_open', 'text']);
        expect(tokens.map(({ type }) => type).filter((type) => !OURS.has(type))).toEqual([]);
        expect(tokens.filter(({ type }) => type === 'table_open')).toHaveLength(8);
        expect(tokens.filter(({ type }) => type === 'heading_open')).toHaveLength(9);
      },
    ),
    { numRuns: 300 },
  );
});

/** What a review's document is made of. */
const OURS = new Set(
  ['heading', 'paragraph', 'bullet_list', 'list_item', 'table', 'thead', 'tbody', 'tr', 'th', 'td']
    .flatMap((name) => [`${name}_open`, `${name}_close`])
    .concat('inline'),
);
