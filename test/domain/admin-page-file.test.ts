import { writeBackupFile, readBackupFile } from '../../src/contract/backup-file';
import type { Backup, BackupOrigin, BackupRecord } from '../../src/domain/backup';
import { aCycle, aKeyResult, aKeyResultId } from '../builders/okrs';

const ORIGIN = { exportedAt: '2026-02-16T09:00:00.000Z', site: 'https://one.example' } as BackupOrigin;

const objective = {
  entity: 'objective',
  key: 'oaaaaaaaaa',
  value: {
    version: 1,
    revision: 3,
    cycleId: 'caaaaaaaaa',
    scope: '10000',
    title: 'An objective',
    description: 'Two lines\nand "quotes", \u2028 and <b>tags</b>',
    owner: 'account-1',
    archived: false,
    ownRevision: 1,
    keyResults: [aKeyResult()],
  },
} as unknown as BackupRecord;

const checkIn = {
  entity: 'check-in',
  key: `${aKeyResultId()}-checkin1`,
  value: {
    version: 1,
    objectiveId: 'oaaaaaaaaa',
    keyResultId: aKeyResultId(),
    value: 5,
    confidence: 7,
    date: '2026-02-02',
    author: 'account-1',
    createdAt: '2026-02-02T10:00:00.000Z',
  },
} as BackupRecord;

const BACKUP: Backup = {
  records: [
    { entity: 'cycle-calendar', key: 'site', value: { version: 1, revision: 1, cycles: [aCycle()] } },
    {
      entity: 'objective-list',
      key: 'team:10000',
      value: {
        version: 1,
        revision: 1,
        restricted: true,
        entries: [{ objectiveId: 'oaaaaaaaaa', cycleId: 'caaaaaaaaa' }] as never,
      },
    },
    objective,
    checkIn,
  ],
  properties: [
    {
      property: 'tag',
      issueId: '9',
      issueKey: 'TEAM-9',
      value: { version: 1, state: 'tagged', keyResults: [aKeyResultId()] },
    },
    {
      property: 'tag',
      issueId: '10',
      issueKey: 'TEAM-10',
      value: { version: 1, state: 'exempt', reason: 'bug', note: '' },
    },
    { property: 'figures', issueId: '9', issueKey: 'TEAM-9', value: { version: 1, jobSize: 8 } },
  ],
  projects: [{ id: '10000' as never, key: 'TEAM' }],
  accounts: [{ id: 'account-1' as never, displayName: 'Ada "A" Lovelace' }],
};

const TEXT = writeBackupFile(ORIGIN, BACKUP);
const lines = TEXT.trimEnd().split('\n');

const problemsOf = (text: string) => {
  const file = readBackupFile(text);
  return file.ok
    ? []
    : file.problems.map(
        ({ line, message, further }) =>
          `${line === null ? '' : `${line}: `}${message}${further > 0 ? ` +${further}` : ''}`,
      );
};

/** The file with one line changed. */
const withLine = (number: number, change: (line: never) => unknown): string =>
  lines
    .map((line, index) => (index === number - 1 ? JSON.stringify(change(JSON.parse(line) as never)) : line))
    .join('\n');

const withRecord = (number: number, over: Record<string, unknown>): string =>
  withLine(number, ({ record }: { record: BackupRecord }) => ({
    record: { ...record, value: { ...record.value, ...over } },
  }));

describe('the file of an export', () => {
  test('reads back as it was written', () => {
    const file = readBackupFile(TEXT);
    expect(file).toMatchObject({ ok: true, origin: ORIGIN });
    if (file.ok) expect(file.backup).toEqual(BACKUP);
  });

  test('is the same text for the same content, in whatever order it was found', () => {
    const mixed: Backup = {
      ...BACKUP,
      records: [...BACKUP.records].reverse().map((record) => ({
        ...record,
        value: Object.fromEntries(Object.entries(record.value).reverse()),
      })) as never,
      properties: [...BACKUP.properties].reverse(),
    };
    expect(writeBackupFile(ORIGIN, mixed)).toBe(TEXT);
  });

  test('has one line for each thing, whatever line breaks its texts have', () => {
    expect(lines).toHaveLength(1 + 4 + 3 + 1 + 1 + 1);
  });

  test('reads when an older version of the app wrote it, which knew no figures', () => {
    const older = lines
      .filter((line) => !line.startsWith('{"figures"'))
      .map((line) => line.replace('"version":3}', '"version":1}').replace('"figures":1,', ''))
      .join('\n');
    expect(older).toContain('"version":1}');
    expect(older).not.toContain('figures');
    const file = readBackupFile(older);
    const properties = BACKUP.properties.filter(({ property }) => property === 'tag');
    expect(file).toMatchObject({ ok: true, backup: { ...BACKUP, properties } });
  });

  test('reads with the line ends and the mark that an editor may have added', () => {
    expect(problemsOf(`\uFEFF${TEXT.replaceAll('\n', '\r\n')}\r\n`)).toEqual([]);
  });
});

const PIECE = `sprint:7:close:0:${'0a'.repeat(12)}`;
const learnings = {
  entity: 'key-result-learnings',
  key: aKeyResultId(),
  value: {
    version: 1,
    revision: 1,
    objectiveId: 'oaaaaaaaaa',
    verdicts: [
      {
        place: { kind: 'sprint', sprintId: -7 },
        endedOn: '2026-02-13',
        verdict: 'no-effect',
        learning: '<b>Nobody</b> noticed',
        savedAt: '2026-02-13T15:00:00.000Z',
      },
    ],
  },
} as unknown as BackupRecord;
const ledger = {
  entity: 'sprint-ledger',
  key: 'sprint:7',
  value: {
    version: 1,
    revision: 2,
    state: 'closed',
    projectId: '10000',
    boardId: 3,
    startedAt: '2026-02-02T09:00:00.000Z',
    closedAt: '2026-02-13T15:00:00.000Z',
    close: { frozenAt: '2026-02-13T15:01:00.000Z', pieces: [PIECE], mayMissRemoved: false },
  },
} as unknown as BackupRecord;
const piece = {
  entity: 'sprint-ledger-piece',
  key: PIECE,
  value: {
    version: 1,
    revision: 1,
    sprintId: '7',
    tags: [{ state: 'exempt', reason: 'bug', inherited: false }],
    lines: [
      ['10001', 0, 1, 3, null, 0, -2],
      ['10002', 2, 3, null, 0.5, -1, 0],
    ],
  },
} as unknown as BackupRecord;

describe('a file with what sprints did and what was learned in them', () => {
  const REVIEWED: Backup = { ...BACKUP, records: [...BACKUP.records, learnings, ledger, piece] };
  const problemsWith = (change: (record: BackupRecord) => BackupRecord | null): string[] =>
    problemsOf(
      writeBackupFile(ORIGIN, {
        ...REVIEWED,
        records: REVIEWED.records.flatMap((record) => change(record) ?? []),
      }),
    );
  const changed = (entity: string, over: object, key?: string) =>
    problemsWith((record) =>
      record.entity === entity
        ? ({ ...record, key: key ?? record.key, value: { ...record.value, ...over } } as BackupRecord)
        : record,
    );
  const without = (entity: string) => problemsWith((record) => (record.entity === entity ? null : record));
  const verdict = (over: object) => {
    const { verdicts } = learnings.value as unknown as { readonly verdicts: readonly object[] };
    return changed('key-result-learnings', { verdicts: [{ ...verdicts[0], ...over }] });
  };
  const NOT_TOGETHER = 'record: The key and the record do not belong together.';

  test('reads back as it was written', () => {
    const file = readBackupFile(writeBackupFile(ORIGIN, REVIEWED));
    expect(file).toMatchObject({ ok: true });
    if (file.ok) expect(file.backup).toEqual(REVIEWED);
  });

  test.each([
    [
      'a ledger without its work',
      without('sprint-ledger-piece'),
      ['7: Some of its work is not in the file, so this ledger is not whole.'],
    ],
    [
      'work without its ledger',
      without('sprint-ledger'),
      ['7: This is work of a ledger that is not in the file.'],
    ],
    [
      'what was learned of nothing',
      problemsWith((record) =>
        record.entity === 'objective'
          ? ({ ...record, value: { ...record.value, keyResults: [] } } as BackupRecord)
          : record.entity === 'check-in'
            ? null
            : record,
      ),
      ['5: Its key result is not in the file.'],
    ],
    [
      'what was learned of another objective',
      changed('key-result-learnings', { objectiveId: 'obbbbbbbbb' }),
      [`6: ${NOT_TOGETHER}`],
    ],
    [
      'a verdict that there is not',
      verdict({ verdict: 'perhaps' }),
      ['6: verdicts.0.verdict: There is no such verdict.'],
    ],
    [
      'two lines of learning',
      verdict({ learning: 'one\ntwo' }),
      ['6: verdicts.0.learning: Say what you learned in one line.'],
    ],
    [
      'a closed ledger that was not frozen',
      changed('sprint-ledger', { close: undefined }),
      [`7: ${NOT_TOGETHER}`],
    ],
    [
      'a running ledger that is closed',
      changed('sprint-ledger', { state: 'running' }),
      [`7: ${NOT_TOGETHER}`],
    ],
    [
      'a ledger that points to another’s work',
      changed('sprint-ledger', {}, 'sprint:8'),
      [`7: ${NOT_TOGETHER}`],
    ],
    [
      'a tag that is not there',
      changed('sprint-ledger-piece', { lines: [['10001', 0, 1, 3, null, 1, -2]] }),
      [`8: ${NOT_TOGETHER}`],
    ],
    [
      'lines of a start in the place of a close’s',
      changed('sprint-ledger-piece', { lines: [['10001', 3, 1, 0]] }),
      [`8: ${NOT_TOGETHER}`],
    ],
    [
      'an outcome that there is not',
      changed('sprint-ledger-piece', { lines: [['10001', 0, 4, 3, null, 0, -2]] }),
      ['8: lines.0.2: This is no line of a ledger.'],
    ],
    [
      'an issue that is no number',
      changed('sprint-ledger-piece', { lines: [['TEAM-1', 0, 1, 3, null, 0, -2]] }),
      ['8: lines.0: This is no line of a ledger.'],
    ],
    ['work of another sprint', changed('sprint-ledger-piece', { sprintId: '8' }), [`8: ${NOT_TOGETHER}`]],
  ])('is refused with %s', (_what, problems, expected) => {
    expect(problems).toEqual(expected);
  });
});

describe('a file that is not right is refused as a whole, with the line and what is wrong', () => {
  test.each([
    ['no export at all', 'key,value\n1,2', ['This is not an export of Throughline.']],
    ['nothing', '', ['The file is empty.']],
    ['nothing but space', '\uFEFF \r\n\n', ['The file is empty.']],
    ['other JSON', '{"name":"x"}', ['This is not an export of Throughline.']],
    ['other JSON over several lines', '{\n  "name": "x"\n}', ['This is not an export of Throughline.']],
    ['the lines as one list', `[${lines.join(',')}]`, ['This is not an export of Throughline.']],
    [
      'an export without its first line',
      lines.slice(1).join('\n'),
      ['The first line of the export is missing, or stands elsewhere.'],
    ],
    [
      'lines in another order',
      [lines[0], ...lines.slice(1).reverse()].join('\n'),
      ['3: The file goes on after its end. +8'],
    ],
    ['a number in the place of a text', withRecord(4, { title: 7 }), ['4: title: This is not a text.']],
    ['a text in the place of a number', withRecord(5, { value: '5' }), ['5: value: This is not a number.']],
    [
      'a text in the place of yes or no',
      withRecord(4, { archived: 'no' }),
      ['4: archived: This is neither true nor false.'],
    ],
    [
      'another format',
      withLine(1, () => ({ format: 'other', version: 1 })),
      ['This is not an export of Throughline.'],
    ],
    [
      'a newer version of the format',
      withLine(1, (header: object) => ({ ...header, version: 4 })),
      ['1: version: A newer version of Throughline wrote this file. Update the app here first.'],
    ],
    [
      'a newer version of a record',
      withRecord(4, { version: 2 }),
      ['4: version: A newer version of Throughline wrote this. Update the app here first.'],
    ],
    [
      'a field that the app does not know',
      withRecord(4, { more: 1 }),
      ['4: more: This version of Throughline knows no such field.'],
    ],
    ['a field that is missing', withRecord(4, { title: undefined }), ['4: title: This is missing.']],
    [
      'something else than a list',
      withRecord(4, { keyResults: 7 }),
      ['4: keyResults: Something else is expected here.'],
    ],
    ['an empty title', withRecord(4, { title: '' }), ['4: title: Give a title.']],
    [
      'a text that the app would have trimmed',
      withRecord(4, { title: ' A' }),
      ['4: A text begins or ends with a space.'],
    ],
    [
      'a field that every object has',
      TEXT.replace('"archived":false', '"archived":false,"__proto__":{"admin":true}'),
      ['4: __proto__: This version of Throughline knows no such field.'],
    ],
    [
      'key results of another objective',
      withRecord(4, { keyResults: [aKeyResult({ id: aKeyResultId('kr0001', 'obbbbbbbbb') })] }),
      ['4: record: The key and the record do not belong together.'],
    ],
    [
      'a check-in of another key result',
      withRecord(5, { keyResultId: aKeyResultId('kr0002') }),
      ['5: record: The key and the record do not belong together.'],
    ],
    [
      'a company that restricts its OKRs',
      withLine(3, ({ record }: { record: BackupRecord }) => ({ record: { ...record, key: 'company' } })),
      ['3: record: The key and the record do not belong together.'],
    ],
    [
      'more than a record can hold',
      withRecord(4, {
        keyResults: Array.from({ length: 2000 }, (_, index) =>
          aKeyResult({ id: aKeyResultId(`kr${String(index).padStart(4, '0')}`), title: 'x'.repeat(100) }),
        ),
      }),
      ['4: record: This is more than one record can hold.'],
    ],
    [
      'a number that storage cannot count to',
      withRecord(4, { revision: 2 ** 31 }),
      ['4: revision: Give a revision.'],
    ],
    [
      'a tag that is none',
      withLine(6, () => ({ tag: { issueId: '9', issueKey: 'TEAM-9', value: 7 } })),
      ['6: tag: This is not a tag.'],
    ],
    [
      'a newer tag',
      withLine(6, () => ({
        tag: {
          issueId: '9',
          issueKey: 'TEAM-9',
          value: { version: 2, state: 'tagged', keyResults: [aKeyResultId()] },
        },
      })),
      ['6: tag: A newer version of Throughline wrote this tag.'],
    ],
    [
      'figures that are none',
      withLine(8, ({ figures }: { figures: object }) => ({
        figures: { ...figures, value: { version: 1, jobSize: 4 } },
      })),
      ['8: figures: These are no figures.'],
    ],
    [
      'newer figures',
      withLine(8, ({ figures }: { figures: object }) => ({
        figures: { ...figures, value: { version: 2, jobSize: 8 } },
      })),
      ['8: figures: A newer version of Throughline wrote these figures.'],
    ],
    [
      'figures that are missing',
      lines.filter((_, index) => index !== 7).join('\n'),
      ['10: The file says that it has 1 figures, and has 0. Part of it is missing.'],
    ],
    ['the same figures twice', TEXT.replace(lines[6]!, lines[7]!), ['8: This is in the file twice.']],
    [
      'an issue key that is JQL',
      withLine(6, ({ tag }: { tag: object }) => ({ tag: { ...tag, issueKey: 'A-1) OR (key = B-1' } })),
      ['6: tag.issueKey: This is not the key of an issue.'],
    ],
    ['a line that is no JSON', TEXT.replace(lines[4]!, '{"record":'), ['5: This line is not a JSON object.']],
    [
      'a line of another kind',
      TEXT.replace(lines[4]!, '{"other":1}'),
      ['5: This version of Throughline knows no such line.'],
    ],
    [
      'a prototype in the place of a kind',
      TEXT.replace(lines[4]!, '{"__proto__":{}}'),
      ['5: This version of Throughline knows no such line.'],
    ],
    [
      'an objective in the list of another team',
      withRecord(4, { scope: '10001' }),
      ['3: An objective in it says that it is another’s, or of another cycle.'],
    ],
    [
      'an objective in the list of everybody',
      withLine(3, ({ record }: { record: BackupRecord }) => ({
        record: { ...record, key: 'company', value: { ...record.value, restricted: false } },
      })),
      ['3: An objective in it says that it is another’s, or of another cycle.'],
    ],
    [
      'an objective of another cycle than its list says',
      withRecord(4, { cycleId: 'cbbbbbbbbb' }),
      ['3: An objective in it says that it is another’s, or of another cycle.'],
    ],
    ['a check-in of nothing', withRecord(4, { keyResults: [] }), ['5: Its key result is not in the file.']],
    ['the same record twice', TEXT.replace(lines[5]!, lines[4]!), ['6: This is in the file twice.']],
    [
      'a file that was cut off',
      lines.slice(0, -1).join('\n'),
      ['10: The file ends too early: its last line is missing.'],
    ],
    [
      'a line that is missing',
      lines.filter((_, index) => index !== 4).join('\n'),
      ['10: The file says that it has 4 records, and has 3. Part of it is missing.'],
    ],
    ['a file that goes on', `${TEXT}${lines[4]!}`, ['12: The file goes on after its end.']],
  ])('%s', (_what, text, expected) => {
    const problems = problemsOf(text);
    expect(problems).toEqual(expected);
  });

  test('tells what is wrong once, and of how many further lines it is true', () => {
    const broken = [lines[0], ...Array.from({ length: 100 }, () => '{}')].join('\n');
    expect(problemsOf(broken)).toEqual(['2: This version of Throughline knows no such line. +99']);
  });

  test('takes places in a list for the same', () => {
    const wrong = (index: number) =>
      JSON.stringify({
        record: {
          ...objective,
          key: `oaaaaaaa${index}0`,
          value: {
            ...objective.value,
            keyResults: [...Array.from({ length: index }, () => aKeyResult()), { ...aKeyResult(), title: 7 }],
          },
        },
      });
    expect(problemsOf([lines[0], wrong(0), wrong(1), wrong(2)].join('\n'))).toEqual([
      '2: keyResults.0.title: This is not a text. +2',
    ]);
  });

  test('tells at most 20 different things', () => {
    const names = Array.from({ length: 30 }, (_, index) =>
      String.fromCharCode(97 + (index % 26)).repeat(1 + Math.floor(index / 26)),
    );
    const broken = names.map((name) => JSON.stringify({ record: objective, [name]: 1 }));
    expect(problemsOf([lines[0], ...broken].join('\n'))).toHaveLength(20);
  });
});
