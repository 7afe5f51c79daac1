import { answerControl } from '../../../local/http/control';
import type { StandIn } from '../../../local/stand-in';
import { ask, pass, startBackground } from './background-stand-in';

let standIn: StandIn;
beforeEach(async () => {
  standIn = await startBackground();
});

const change = async (body: object) =>
  (await answerControl(
    standIn,
    { method: 'POST', path: '/local/accounts', body: JSON.stringify(body) },
    () => undefined,
  ))!;

const report = (...names: readonly string[]) =>
  ask(
    standIn,
    'report',
    names.map((name) => ({ accountId: `account-${name}`, updatedAt: '2026-03-02T12:00:00.000Z' })),
  );

test('an app that reports whom it knows hears nothing as long as nothing has changed', async () => {
  expect(await report('member', 'admin', 'nobody')).toEqual([]);
});

test('it is told of an account that was closed, in which no person is left', async () => {
  expect((await change({ account: 'outsider', close: true })).status).toBe(200);
  expect(await report('member', 'outsider')).toEqual([{ accountId: 'account-outsider', status: 'closed' }]);
  expect(standIn.site.accounts.find(({ userName }) => userName === 'outsider')).toMatchObject({
    active: false,
    displayName: 'Former user',
    emailAddress: '',
  });
});

test('it is told of a person whose name changed after it looked', async () => {
  pass(standIn, 1000);
  await change({ account: 'member', displayName: 'Mona Member' });
  expect(await report('member', 'admin')).toEqual([{ accountId: 'account-member', status: 'updated' }]);
});

test('the real package sends any number in pieces of 90, and more in one piece are refused', async () => {
  await change({ account: 'outsider', close: true });
  const many = Array.from({ length: 200 }, (_, n) => (n === 199 ? 'outsider' : `stranger-${n}`));
  expect(await report(...many)).toEqual([{ accountId: 'account-outsider', status: 'closed' }]);
  await expect(ask(standIn, 'reportAtOnce', many)).resolves.toBe(400);
});

test('what cannot be meant is refused', async () => {
  expect(await change({ account: 'nobody', close: true })).toMatchObject({ status: 400 });
  expect(await change({ account: 'member' })).toMatchObject({ status: 400 });
});
