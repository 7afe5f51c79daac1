import fc from 'fast-check';

/** Texts that somebody types, pastes or sends to break what reads them. None is trimmed by the app. */
export const HOSTILE_TEXTS = [
  '<script>document.title = "owned"</script>',
  '<img src=x onerror="document.title=\'owned\'">',
  '"><svg onload=alert(1)>',
  'javascript:alert(1)',
  '</textarea></title></script><script>alert(1)</script>',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}#{7*7}<%= 7*7 %>',
  '" OR project = SECRET ORDER BY created DESC',
  "' OR 1=1 --",
  '\\" OR issue in issueHistory() //',
  '") OR (project is not EMPTY',
  'currentUser()',
  'EMPTY',
  '\\',
  '\\u0022',
  '__proto__',
  'constructor',
  'toString',
  'null',
  '\u0000x\u0000',
  'a\u0000b\nc\rd\te\u001bf\u007fg\u2028h',
  '\u202Egnissim si siht\u202C\u2066x\u2069',
  '\u200B\u200D\uFEFFx',
  'x\uD83D',
  '\uDC00x',
  'Z\u0351\u036B\u0343\u036A\u0302A\u0334L\u0334G\u0310O',
  '👩‍👩‍👧‍👦🏴‍☠️',
  'الأهداف 目標 מטרות',
  '%00%22%27../../etc/passwd',
  '=HYPERLINK("http://a.example","x")',
] as const;

/** Anything that is a text of 1 to `most` characters, and stays as it is when it is trimmed. */
export const hostileText = (most: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      { weight: 4, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
      { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: Math.min(most, 60) }) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(most, 40) }) },
      { weight: 1, arbitrary: fc.constantFrom('x', '字', '<', '"').map((one) => one.repeat(most)) },
      {
        weight: 1,
        arbitrary: fc
          .array(fc.constantFrom(...HOSTILE_TEXTS), { minLength: 2, maxLength: 4 })
          .map((texts) => texts.join(' ')),
      },
    )
    .map((text) => text.slice(0, most).trim())
    .filter((text) => text !== '');

/** A text close to the most that a request may weigh. */
export const hugeText: fc.Arbitrary<string> = fc
  .record({
    one: fc.constantFrom('x', '"', '<b>', '字', '\u0000'),
    bytes: fc.integer({ min: 100_000, max: 480_000 }),
  })
  .map(({ one, bytes }) => one.repeat(Math.floor(bytes / Buffer.byteLength(JSON.stringify(one)))));

const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'id',
  '',
  'then',
  'toJSON',
];

/** Anything that JSON can say, and a few things on which programs stumble. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.jsonValue() },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      null,
      true,
      '',
      [],
      {},
      0,
      -1,
      1e308,
      -1e308,
      1e-320,
      2 ** 53,
      2147483648,
      [[]],
      [null],
      'null',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.dictionary(fc.constantFrom(...NAMES), fc.jsonValue(), { noNullPrototype: true }),
  },
  { weight: 2, arbitrary: hostileText(300) },
  { weight: 1, arbitrary: hugeText },
  {
    weight: 1,
    arbitrary: fc
      .record({
        one: fc.constantFrom<unknown>(0, '', null, {}),
        length: fc.integer({ min: 1, max: 100_000 }),
      })
      .map(({ one, length }) => Array.from({ length }, () => one)),
  },
);
