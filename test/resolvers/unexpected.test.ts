import * as v from 'valibot';
import { handle } from '../../src/resolvers/handle';

const WRITTEN = 'what somebody wrote';

test('an error that nobody foresaw is logged with where it happened, and with nothing that somebody wrote', async () => {
  const log = jest.spyOn(console, 'error').mockReturnValue(undefined);
  const broken = handle(
    v.strictObject({ note: v.string() }),
    () => null,
    async (_caller, { note }) => {
      throw new TypeError(`Unexpected token in\n    ${note}`);
    },
  );
  const answer = await broken({ payload: { note: WRITTEN }, context: { accountId: 'account-1' } });
  expect(answer).toMatchObject({ ok: false, error: { code: 'unexpected' } });
  const logged = log.mock.calls.flat().join('\n');
  expect(logged).toContain('TypeError');
  expect(logged).toContain('unexpected.test.ts');
  expect(logged).not.toContain(WRITTEN);
  log.mockRestore();
});
