import type { StandIn } from '../../../local/stand-in';
import { invoke, startFixture } from './fixture-stand-in';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startFixture();
});

/** Runs an expression over the real `@forge/kvs`. */
const run = async (source: string) =>
  (await invoke(standIn, 'runSource', { source })) as { value?: unknown; code?: string; status?: number };
const value = async (source: string) => (await run(source)).value;
const refusal = async (source: string) => {
  const { code, status } = await run(source);
  return `${status} ${code}`;
};
const note = (title: string, more = '') => `{ title: '${title}', ${more} }`;

describe('plain values', () => {
  test('a stored value comes back, a deleted and an unknown one are undefined', async () => {
    expect(await value(`kvs.set('a', { n: [1] }).then(() => kvs.get('a'))`)).toEqual({ n: [1] });
    expect(await value(`kvs.delete('a').then(() => kvs.get('a'))`)).toBeUndefined();
    expect(await value(`kvs.delete('never').then(() => 'fine')`)).toBe('fine');
  });

  test('keys, sizes and depths are bounded as on Forge', async () => {
    expect(await refusal(`kvs.set('', 1)`)).toBe('400 KEY_TOO_SHORT');
    expect(await refusal(`kvs.set('x'.repeat(501), 1)`)).toBe('400 KEY_TOO_LONG');
    expect(await refusal(`kvs.set('a/b', 1)`)).toBe('400 INVALID_KEY');
    expect(await refusal(`kvs.set('   ', 1)`)).toBe('400 INVALID_KEY');
    expect(await refusal(`kvs.set('big', 'x'.repeat(240 * 1024))`)).toBe('400 MAX_SIZE');
    const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    expect(await refusal(`kvs.set('deep', ${deep(32)})`)).toBe('400 MAX_DEPTH');
    expect((await run(`kvs.set('deep', ${deep(31)})`)).code).toBeUndefined();
  });

  test('a guarded create refuses what exists, and asked for, a write answers what was there', async () => {
    expect((await run(`kvs.set('once', 1, { keyPolicy: 'FAIL_IF_EXISTS' })`)).code).toBeUndefined();
    expect(await refusal(`kvs.set('once', 2, { keyPolicy: 'FAIL_IF_EXISTS' })`)).toBe('409 KEY_CONFLICT');
    expect(await value(`kvs.set('once', 3, { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' })`)).toEqual({
      key: 'once',
      value: 1,
    });
  });

  test('a value with a time to live goes by the clock', async () => {
    expect(await refusal(`kvs.set('brief', 1, { ttl: { value: 0, unit: 'SECONDS' } })`)).toBe(
      '400 INVALID_TTL',
    );
    await run(`kvs.set('brief', 1, { ttl: { value: 2, unit: 'HOURS' } })`);
    expect(await value(`kvs.get('brief')`)).toBe(1);
    const before = standIn.clock.now();
    standIn.clock.moveTo(new Date(before.getTime() + 3 * 3_600_000));
    expect(await value(`kvs.get('brief')`)).toBeUndefined();
    standIn.clock.moveTo(before);
  });

  test('a query pages by key, ten at a time unless told', async () => {
    for (let n = 10; n < 22; n += 1) await run(`kvs.set('page-${n}', ${n})`);
    const source = `kvs.query().where('key', { condition: 'BEGINS_WITH', values: ['page-'] })`;
    const first = (await value(`${source}.getMany()`)) as { results: { key: string }[]; nextCursor: string };
    expect(first.results.map(({ key }) => key).slice(0, 2)).toEqual(['page-10', 'page-11']);
    expect(first.results).toHaveLength(10);
    const second = (await value(`${source}.cursor('${first.nextCursor}').getMany()`)) as {
      results: { key: string }[];
      nextCursor?: string;
    };
    expect(second.results.map(({ key }) => key)).toEqual(['page-20', 'page-21']);
    expect(second.nextCursor).toBeUndefined();
    expect(await refusal(`kvs.query().limit(101).getMany()`)).toBe(
      '400 COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE',
    );
  });
});

describe('entities', () => {
  test('only declared entities, attributes and types are taken', async () => {
    const set = (given: string) => refusal(`kvs.entity('note').set('n', ${given})`);
    expect(await refusal(`kvs.entity('nonesuch').set('n', {})`)).toBe('404 SCHEMA_NOT_FOUND');
    expect(await set(`{ colour: 'red' }`)).toBe('400 INVALID_ENTITY_PROPERTY');
    expect(await set(`{ count: 1.5 }`)).toBe('400 INCORRECT_PROPERTY_TYPE');
    expect(await set(`{ count: 2 ** 31 }`)).toBe('400 INCORRECT_PROPERTY_TYPE');
    expect(await set(`{ title: '  ' }`)).toBe('400 INCORRECT_PROPERTY_TYPE');
    expect(await set(`{ title: null }`)).toBe('400 INCORRECT_PROPERTY_TYPE');
    expect(
      (await run(`kvs.entity('note').set('n', { body: null, rating: 0.5, done: false })`)).code,
    ).toBeUndefined();
  });

  test('an index answers its partition in the order of its range, and pages before it filters', async () => {
    for (const count of [3, 1, 2, 4]) {
      const given = note(`t${count}`, `topic: 'sea', count: ${count}, done: ${count > 2}`);
      await run(`kvs.entity('note').set('sea-${count}', ${given})`);
    }
    const query = `kvs.entity('note').query().index('by-topic', { partition: ['sea'] })`;
    const keys = async (more: string) => {
      const { results } = (await value(`${query}${more}.getMany()`)) as { results: { key: string }[] };
      return results.map(({ key }) => key);
    };
    expect(await keys('')).toEqual(['sea-1', 'sea-2', 'sea-3', 'sea-4']);
    expect(await keys(`.sort('DESC').limit(2)`)).toEqual(['sea-4', 'sea-3']);
    expect(await keys(`.where(WhereConditions.between(2, 3))`)).toEqual(['sea-2', 'sea-3']);
    const done = `.filters(new Filter().and('done', FilterConditions.equalTo(true)))`;
    expect(await keys(done)).toEqual(['sea-3', 'sea-4']);
    const short = (await value(`${query}${done}.limit(2).getMany()`)) as { results: []; nextCursor: string };
    expect(short.results).toEqual([]);
    expect(short.nextCursor).toEqual(expect.any(String));
  });

  test('a query names what is not declared', async () => {
    const query = `kvs.entity('note').query()`;
    expect(await refusal(`${query}.index('by-colour').getMany()`)).toBe('400 INVALID_ENTITY_INDEX');
    expect(await refusal(`${query}.index('by-topic').getMany()`)).toBe('400 INVALID_ENTITY_PARTITION');
    const filtered = `${query}.index('count').filters(new Filter().and('colour', FilterConditions.exists())).getMany()`;
    expect(await refusal(filtered)).toBe('400 INVALID_ENTITY_PROPERTY');
  });

  test('a query trails writes when told to, a get and a batch of them do not', async () => {
    await run(`kvs.entity('note').set('late', ${note('old', `topic: 'lag', count: 1`)})`);
    standIn.settings.change({ queryLagMs: 60_000 });
    await run(`kvs.entity('note').set('late', ${note('new', `topic: 'lag', count: 1`)})`);
    await run(`kvs.entity('note').set('later', ${note('new', `topic: 'lag', count: 2`)})`);
    const query = `kvs.entity('note').query().index('by-topic', { partition: ['lag'] }).getMany()`;
    const titles = async () =>
      ((await value(query)) as { results: { value: { title: string } }[] }).results.map(
        (one) => one.value.title,
      );
    expect(await titles()).toEqual(['old']);
    expect(await value(`kvs.entity('note').get('late')`)).toMatchObject({ title: 'new' });
    expect(await value(`kvs.batchGet([{ key: 'late', entityName: 'note' }])`)).toMatchObject({
      successfulKeys: [{ value: { title: 'new' } }],
    });
    standIn.settings.change({ queryLagMs: 0 });
    expect(await titles()).toEqual(['new', 'new']);
  });
});

describe('several at once', () => {
  test('a batch does what it can and lists what it cannot', async () => {
    await run(`kvs.entity('note').set('b1', ${note('one')})`);
    const got = await value(
      `kvs.batchGet([{ key: 'b1', entityName: 'note' }, { key: 'b2', entityName: 'note' }])`,
    );
    expect(got).toMatchObject({
      successfulKeys: [{ key: 'b1', entityName: 'note', value: { title: 'one' } }],
      failedKeys: [{ key: 'b2', entityName: 'note', error: { code: 'KEY_NOT_FOUND' } }],
    });
    const many = `Array.from({ length: 26 }, (_, n) => ({ key: 'k' + n, value: 1 }))`;
    expect(await refusal(`kvs.batchSet(${many})`)).toBe('400 TOO_MANY_BATCH_ENTITIES');
    expect(await refusal(`kvs.batchGet([{ key: 'k' }, { key: 'k' }])`)).toBe('400 KEY_DUPLICATION_ERROR');
  });

  test('a transaction whose condition fails changes nothing, and a condition on nothing fails', async () => {
    await run(`kvs.entity('note').set('t1', ${note('one', 'count: 1')})`);
    const guarded = (key: string, count: number) =>
      `kvs.transact().set('plain', 'written').set('${key}', ${note('two', 'count: 2')},
        { entityName: 'note', conditions: new Filter().and('count', FilterConditions.equalTo(${count})) }).execute()`;
    expect(await refusal(guarded('t1', 7))).toBe('400 CONDITIONAL_CHECK_FAILED');
    expect(await refusal(guarded('t9', 1))).toBe('400 CONDITIONAL_CHECK_FAILED');
    expect(await value(`kvs.get('plain')`)).toBeUndefined();
    expect((await run(guarded('t1', 1))).code).toBeUndefined();
    expect(await value(`kvs.entity('note').get('t1')`)).toEqual({ title: 'two', count: 2 });
    expect(await value(`kvs.get('plain')`)).toBe('written');
  });

  test('a transaction takes 25 operations and each key once', async () => {
    const sets = (count: number, key: string) =>
      `Array.from({ length: ${count} }).reduce((all, _, n) => all.set(${key}, 1), kvs.transact()).execute()`;
    expect(await refusal(sets(26, `'m' + n`))).toBe('422 UNPROCESSABLE_ENTITY');
    expect(await refusal(sets(2, `'m'`))).toBe('400 KEY_DUPLICATION_ERROR');
  });
});

test('counts operations and bytes as Forge bills them', async () => {
  await run(`kvs.set('m1', 'x'.repeat(1500))`);
  standIn.meter.reset();
  await run(`kvs.batchGet([{ key: 'm1' }, { key: 'nothing' }])`);
  await run(`kvs.set('m2', 'x'.repeat(11 * 1024))`);
  const { storage } = standIn.meter.read();
  expect(storage.operations).toBe(2);
  expect(storage.reads).toMatchObject({ operations: 1, records: 2, kilobytes: 3, units: 1 });
  expect(storage.writes).toMatchObject({ operations: 1, kilobytes: 12, units: 2 });
});
