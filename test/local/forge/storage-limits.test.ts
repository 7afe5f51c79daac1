import { readEntities } from '../../../local/forge/storage/entity';
import type { StandIn } from '../../../local/stand-in';
import { startFixture } from './fixture-stand-in';
import { storageOf } from './run-storage';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startFixture();
});
const { run, value, refusal } = storageOf(() => standIn);

const KIB_200 = `'x'.repeat(200 * 1024)`;

describe('values', () => {
  test('of 240 KiB are stored, of one byte more are not', async () => {
    // The quotes of the JSON text count too.
    expect(await refusal(`kvs.set('size', 'x'.repeat(240 * 1024 - 2))`)).toBe('taken');
    expect(await refusal(`kvs.set('size', 'x'.repeat(240 * 1024 - 1))`)).toBe('400 MAX_SIZE');
  });

  test('live up to a year', async () => {
    const set = (days: number) => `kvs.set('old', 1, { ttl: { value: ${days}, unit: 'DAYS' } })`;
    expect(await refusal(set(365))).toBe('taken');
    expect(await refusal(set(367))).toBe('400 INVALID_TTL');
    expect(await refusal(`kvs.set('old', 1, { ttl: { value: 1, unit: 'MOONS' } })`)).toBe('400 INVALID_TTL');
  });

  test('may not be null, and their keys may have 500 characters', async () => {
    expect(await refusal(`kvs.set('null', null)`)).toBe('400 INVALID_VALUE');
    expect(await refusal(`kvs.set('k'.repeat(500), 1)`)).toBe('taken');
    expect(await refusal(`kvs.set('a: b_c.d-e#f', 1)`)).toBe('taken');
    expect(await refusal(`kvs.set('ümlaut', 1)`)).toBe('400 INVALID_KEY');
  });

  test('have keys that are texts, and are asked for by paths and names that there are', async () => {
    const post = (path: string, body: object) => standIn.storage.handle(`/api/v1/${path}`, body);
    expect(post('get', { key: 7 })).toMatchObject({
      status: 400,
      body: expect.stringContaining('EMPTY_KEY'),
    });
    expect(post('entity/query', { indexName: 'by-key' }).body).toContain('EMPTY_ENTITY_NAME');
    expect(post('entity/scan', {})).toMatchObject({
      status: 404,
      body: expect.stringContaining('UNKNOWN_PATH'),
    });
  });

  test('tell when they were made, changed and will expire, where that is asked for', async () => {
    const options = `{ ttl: { value: 1, unit: 'DAYS' } }`;
    await run(`kvs.set('dated', 1, ${options})`);
    const fields = `{ metadataFields: ['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME'] }`;
    expect(await value(`kvs.get('dated', ${fields})`)).toEqual({
      key: 'dated',
      value: 1,
      createdAt: expect.any(Number),
      updatedAt: expect.any(Number),
      expireTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
  });

  test('that are secrets have keys of their own', async () => {
    await run(`kvs.setSecret('shared', 'hidden')`);
    await run(`kvs.set('shared', 'open')`);
    expect(await value(`kvs.getSecret('shared')`)).toBe('hidden');
    expect(await value(`kvs.deleteSecret('shared').then(() => kvs.getSecret('shared'))`)).toBeUndefined();
    expect(await value(`kvs.get('shared')`)).toBe('open');
    const { results } = (await value(`kvs.query().limit(100).getMany()`)) as {
      results: { value: unknown }[];
    };
    expect(results.map((one) => one.value)).not.toContain('hidden');
  });
});

describe('queries', () => {
  test('take pages of 1 to 100 and cursors that a query gave', async () => {
    const query = `kvs.entity('note').query().index('count')`;
    expect(await refusal(`${query}.limit(100).getMany()`)).toBe('taken');
    expect(await refusal(`${query}.limit(0).getMany()`)).toBe('400 COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE');
    expect(await refusal(`${query}.limit(101).getMany()`)).toBe('400 COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE');
    expect(await refusal(`${query}.cursor('made up').getMany()`)).toBe('400 INVALID_CURSOR');
  });

  test('go through a whole index by cursors, each record once, also while others are removed', async () => {
    for (let n = 0; n < 7; n += 1) {
      await run(`kvs.entity('note').set('walk-${n}', { topic: 'walk', count: ${n % 3}, title: 't' })`);
    }
    const keys: string[] = [];
    let cursor = '';
    do {
      const more = cursor === '' ? '' : `.cursor('${cursor}')`;
      const source = `kvs.entity('note').query().index('by-topic', { partition: ['walk'] }).limit(3)${more}`;
      const page = (await value(`${source}.getMany()`)) as {
        results: { key: string }[];
        nextCursor?: string;
      };
      keys.push(...page.results.map(({ key }) => key));
      await run(`kvs.entity('note').delete('${keys.at(-1)}')`);
      cursor = page.nextCursor ?? '';
    } while (cursor !== '');
    expect(keys).toEqual(['walk-0', 'walk-3', 'walk-6', 'walk-1', 'walk-4', 'walk-2', 'walk-5']);
  });

  test('take 100 conditions under one operator, and at least one', async () => {
    const filter = (count: number) =>
      `Array.from({ length: ${count} }).reduce((all, _, n) => all.or('count', FilterConditions.equalTo(n)), new Filter())`;
    const query = (filters: string) =>
      `kvs.entity('note').query().index('count').filters(${filters}).getMany()`;
    expect(await refusal(query(filter(100)))).toBe('taken');
    expect(await refusal(query(filter(101)))).toBe('400 TOO_MANY_CONDITIONS');
    const post = (filters: object) =>
      standIn.storage.handle('/api/v1/entity/query', { entityName: 'note', indexName: 'count', filters });
    const one = { property: 'count', condition: 'EQUAL_TO', values: [1] };
    expect(post({ and: [one], or: [one] })).toMatchObject({
      status: 400,
      body: expect.stringContaining('INVALID_FILTER_OPERATORS_COMBINATION'),
    });
    expect(post({ and: [] }).body).toContain('EMPTY_FILTER_OPERATOR');
    expect(post({ and: [{ ...one, condition: 'constructor' }] }).body).toContain('INVALID_CONDITION');
  });

  test('of plain values know one condition, the beginning of the key', async () => {
    const query = (condition: string) =>
      `kvs.query().where('key', { condition: '${condition}', values: ['a'] }).getMany()`;
    expect(await refusal(query('BEGINS_WITH'))).toBe('taken');
    expect(await refusal(query('EQUAL_TO'))).toBe('400 INVALID_CONDITION');
  });
});

describe('records', () => {
  test('have up to 900 bytes in the range of an index and 1,700 in its partition', async () => {
    const entities = readEntities([
      {
        name: 'long',
        attributes: { one: { type: 'string' }, two: { type: 'string' }, at: { type: 'string' } },
        indexes: [{ name: 'by-both', partition: ['one', 'two'], range: ['at'] }],
      },
    ]);
    const { createStorage } = await import('../../../local/forge/storage/storage');
    const storage = createStorage({ entities, now: () => new Date(0) });
    const set = (one: number, two: number, at: number) =>
      storage.handle('/api/v1/entity/set', {
        entityName: 'long',
        key: 'k',
        value: { one: 'x'.repeat(one), two: 'x'.repeat(two), at: 'é'.repeat(at / 2) },
      });
    expect(set(850, 850, 900).status).toBe(200);
    expect(set(850, 851, 900).body).toContain('MAX_SIZE');
    expect(set(850, 850, 902).body).toContain('MAX_SIZE');
  });

  test('hold integers of 32 bits to the last one', async () => {
    const set = (count: string) => refusal(`kvs.entity('note').set('int', { count: ${count} })`);
    expect(await set('2 ** 31 - 1')).toBe('taken');
    expect(await set('-(2 ** 31)')).toBe('taken');
    expect(await set('-(2 ** 31) - 1')).toBe('400 INCORRECT_PROPERTY_TYPE');
    expect(await set('Number.NaN')).toBe('400 INCORRECT_PROPERTY_TYPE');
  });
});

describe('several at once', () => {
  test('a batch and a transaction weigh up to 4 MB', async () => {
    const batch = (count: number) =>
      `kvs.batchSet(Array.from({ length: ${count} }, (_, n) => ({ key: 'w' + n, value: ${KIB_200} })))`;
    expect(await refusal(batch(20))).toBe('taken');
    expect(await refusal(batch(21))).toBe('400 MAX_SIZE');
    const transaction = (count: number) =>
      `Array.from({ length: ${count} }).reduce((all, _, n) => all.set('v' + n, ${KIB_200}), kvs.transact()).execute()`;
    expect(await refusal(transaction(20))).toBe('taken');
    expect(await refusal(transaction(21))).toBe('400 MAX_SIZE');
  });

  test('a batch deletes and writes what it can, and names what it cannot', async () => {
    await run(`kvs.set('there', 1)`);
    expect(await value(`kvs.batchDelete([{ key: 'there' }, { key: 'gone' }])`)).toMatchObject({
      successfulKeys: [{ key: 'there' }],
      failedKeys: [{ key: 'gone', error: { code: 'KEY_NOT_FOUND' } }],
    });
    expect(
      await value(
        `kvs.batchSet([{ key: 'good', value: 1 }, { key: 'a/b', value: 1 },
          { key: 'n', entityName: 'note', value: { colour: 'red' } }])`,
      ),
    ).toMatchObject({
      successfulKeys: [{ key: 'good' }],
      failedKeys: [{ error: { code: 'INVALID_KEY' } }, { error: { code: 'INVALID_ENTITY_PROPERTY' } }],
    });
    expect(standIn.storage.handle('/api/v1/batch/get', []).body).toContain('EMPTY_BATCH');
  });

  test('a transaction needs something to do, and conditions are for records of entities', async () => {
    const post = (body: object) => standIn.storage.handle('/api/v1/transaction', body);
    expect(post({}).body).toContain('EMPTY_TRANSACTION');
    const conditions = { and: [{ property: 'count', condition: 'EQUAL_TO', values: [1] }] };
    expect(post({ set: [{ key: 'plain', value: 1, conditions }] }).body).toContain('INVALID_CONDITION');
    expect(post({ check: [{ key: 'n', entityName: 'note' }] }).body).toContain('EMPTY_FILTER_OPERATOR');
  });

  test('a check that holds lets the rest of its transaction be done, and a guarded removal removes', async () => {
    await run(`kvs.entity('note').set('guard', { count: 1 })`);
    const guarded = (count: number, act: string) =>
      `kvs.transact()${act}.check('guard', { entityName: 'note',
        conditions: new Filter().and('count', FilterConditions.equalTo(${count})) }).execute()`;
    expect(await refusal(guarded(2, `.set('checked', 1)`))).toBe('400 CONDITIONAL_CHECK_FAILED');
    expect(await value(`kvs.get('checked')`)).toBeUndefined();
    expect(await refusal(guarded(1, `.set('checked', 1)`))).toBe('taken');
    expect(await value(`kvs.get('checked')`)).toBe(1);
    const remove = (count: number) =>
      `kvs.transact().delete('guard', { entityName: 'note',
        conditions: new Filter().and('count', FilterConditions.equalTo(${count})) }).execute()`;
    expect(await refusal(remove(2))).toBe('400 CONDITIONAL_CHECK_FAILED');
    expect(await refusal(remove(1))).toBe('taken');
    expect(await value(`kvs.entity('note').get('guard')`)).toBeUndefined();
  });
});

describe('a manifest is refused at the start', () => {
  const entity = (over: object) => ({ name: 'note', attributes: { title: { type: 'string' } }, ...over });
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`a${n}`, { type: 'string' }]));
  const read = (all: readonly object[]) => () => readEntities(all as never);

  test.each([
    ['with 21 entities', Array.from({ length: 21 }, (_, n) => entity({ name: `note-${n}` })), '20'],
    ['with 51 attributes', [entity({ attributes: many(51) })], '50'],
    ['with 8 indexes', [entity({ attributes: many(8), indexes: Object.keys(many(8)) })], '7'],
    [
      'with an index over two ranges',
      [entity({ indexes: [{ name: 'two', range: ['title', 'title'] }] })],
      'two',
    ],
    ['with an index over nothing known', [entity({ indexes: ['colour'] })], 'colour'],
    [
      'with an index over any',
      [entity({ attributes: { body: { type: 'any' } }, indexes: ['body'] })],
      'type any',
    ],
    [
      'with an index of Forge’s own name',
      [entity({ indexes: [{ name: 'by-key', range: ['title'] }] })],
      'by-key',
    ],
    ['with an index of a short name', [entity({ indexes: [{ name: 'by', range: ['title'] }] })], '3 to 50'],
    ['with an entity of a wrong name', [entity({ name: 'Note' })], '3 to 60'],
    [
      'with an attribute of a long name',
      [entity({ attributes: { ['a'.repeat(31)]: { type: 'any' } } })],
      '30',
    ],
    ['with an attribute of no type', [entity({ attributes: { at: { type: 'date' } } })], 'date'],
  ])('%s', (_what, all, words) => {
    expect(read(all)).toThrow(words);
  });

  test('and not with as much as Forge allows', () => {
    const full = Array.from({ length: 20 }, (_, n) =>
      entity({ name: `note-${n}`, attributes: many(50), indexes: Object.keys(many(7)) }),
    );
    expect(read(full)().size).toBe(20);
  });
});
