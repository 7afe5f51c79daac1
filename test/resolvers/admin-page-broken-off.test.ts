import type { AccountId } from '../../src/domain/ids';
import { peopleSaid, type Said } from '../../static/admin-page/people-said';
import { toProblem } from '../../static/shared/loading';
import { newWriting, writeSite, type Writing } from '../../static/admin-page/write-site';
import { planOf } from '../../static/admin-page/comparison';
import { stoppedWords } from '../../static/admin-page/words';
import { compared, exported } from '../builders/a-move';
import { anAdminFrame } from '../builders/an-admin-frame';
import type { InstalledApp } from '../builders/an-installed-app';
import { aFullSite } from './given-full-site';
import { anEmptySite } from './given-other-site';

let app: InstalledApp;
let writing: Writing;

beforeEach(async () => {
  const text = await exported(await aFullSite());
  app = await anEmptySite();
  const { comparison } = await compared(app, text);
  writing = newWriting(planOf(comparison, new Set()));
});

/** Goes on with the import until it stops, and answers why; `null` when it came to its end. */
const goOn = async () => {
  try {
    await writeSite(anAdminFrame(app), writing, () => undefined);
    return null;
  } catch (error) {
    return toProblem(error);
  }
};
const breaks = (how: object) =>
  app.standIn.faults.set([{ target: 'invoke', match: 'importRecords', share: 1, ...how }]);

describe('an import that breaks off', () => {
  test('at its first piece, with the answer lost, does not say that nothing was written', async () => {
    breaks({ dropReply: true });
    expect(await goOn()).toMatchObject({ undecided: true });
    expect(stoppedWords(writing)).toMatch(
      /^Written for certain: 0 of \d+ records, .* may or may not have arrived/,
    );
    // What is refused now says nothing of the try before.
    app.standIn.faults.set([{ target: 'storage', match: '.', share: 1, status: 429 }]);
    expect(await goOn()).toMatchObject({ undecided: true, message: expect.stringContaining('earlier try') });
    expect(stoppedWords(writing)).toContain('may or may not have arrived');
  });

  test('because it was refused says what is written, and no more', async () => {
    app.standIn.faults.set([{ target: 'storage', match: '.', share: 1, status: 429 }]);
    expect((await goOn())?.undecided).toBeUndefined();
    expect(stoppedWords(writing)).toMatch(
      /^Written so far: 0 of \d+ records, 0 of 4 tags and 0 of 2 issues’ WSJF figures\. That stays/,
    );
  });

  test('and is gone on with writes the rest, once', async () => {
    breaks({ dropReply: true });
    await goOn();
    app.standIn.faults.set([]);
    expect(await goOn()).toBeNull();
    expect(writing.isUndecided).toBe(false);
    expect(writing.results.map(({ result }) => result)).not.toContain('conflict');
  });

  test('leaves something to export, though there is no cycle yet', async () => {
    expect((await app.get('admin', 'loadAdminPage', {})).isEmpty).toBe(true);
    const [first] = writing.recordChunks;
    const oneOf = (entity: string) => first!.filter((write) => write.entity === entity).slice(0, 1);
    const records = oneOf('check-in').map(({ expected, ...record }) => ({ record, expected }));
    await app.get('admin', 'importRecords', { records: records as never });
    app.settle();
    const page = await app.get('admin', 'loadAdminPage', {});
    expect(page).toMatchObject({ cycles: 0, isEmpty: false });
  });
});

describe('who was said to be who', () => {
  const person = (id: string) => ({ accountId: id as AccountId, displayName: id }) as never;
  const known = (...ids: string[]) => ids.map((id) => ({ id: id as AccountId, displayName: id }));

  test('stays said of people whom another file of the same site does not name', () => {
    const said: Said = peopleSaid(new Map(), known('a', 'b'), new Map([['a' as AccountId, person('x')]]));
    const after = peopleSaid(said, known('b'), new Map([['b' as AccountId, person('y')]]));
    expect([...after.keys()]).toEqual(['a', 'b']);
  });

  test('is taken back only where it is', () => {
    const said: Said = peopleSaid(new Map(), known('a'), new Map([['a' as AccountId, person('x')]]));
    expect([...peopleSaid(said, known('a'), new Map()).keys()]).toEqual([]);
  });
});
