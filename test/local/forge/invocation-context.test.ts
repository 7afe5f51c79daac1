import { callBridge } from '../../../local/bridge';
import { InvocationError } from '../../../local/forge/invocation';
import { readManifest } from '../../../local/forge/manifest';
import { limitOf } from '../../../local/forge/time-limit';
import type { StandIn } from '../../../local/stand-in';
import { ask, BACKGROUND_ROOT, hear, startBackground } from './background-stand-in';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startBackground();
});

describe('what a client says of where it is', () => {
  type Told = {
    readonly context: Readonly<Record<string, unknown>>;
    readonly appContext: Readonly<Record<string, unknown>>;
  };

  const FORGED = {
    accountId: 'account-admin',
    installContext: 'ari:cloud:jira::site/another',
    installation: { ari: 'another' },
    license: { active: true },
    principal: { accountId: 'account-admin' },
    jobId: 'a job',
    cloudId: 'another cloud',
    siteUrl: 'https://another.example',
    moduleKey: 'admin-page',
    localId: 'another',
    environmentType: 'PRODUCTION',
    extension: { type: 'jira:adminPage', project: { id: '10001' } },
  };

  const told = async (account: string | null): Promise<Told> =>
    (await callBridge(standIn, {
      account,
      module: 'background-page',
      context: {},
      forgedContext: FORGED,
      command: 'invoke',
      data: { functionKey: 'context', payload: FORGED },
    })) as Told;

  test('changes neither who calls nor which installation, licence and job the platform means', async () => {
    const { context } = await told('member');
    expect(context['accountId']).toBe('account-member');
    expect(context['installContext']).toBe(`ari:cloud:jira::site/${standIn.installation.cloudId}`);
    expect(context['installation']).toMatchObject({ contexts: [context['installContext']] });
    expect(context).not.toHaveProperty('license');
    expect(context).not.toHaveProperty('jobId');
    expect((await told(null)).context['accountId']).toBe('unidentified');
  });

  test('is believed for all else: site, module, extension', async () => {
    const { cloudId, siteUrl, moduleKey, localId, environmentType, extension } = FORGED;
    expect((await told('member')).context).toMatchObject({
      cloudId,
      siteUrl,
      moduleKey,
      localId,
      environmentType,
      extension,
    });
  });

  test('is not what the running invocation says of itself', async () => {
    const { appContext } = await told('member');
    expect(appContext['moduleKey']).toBe('background-page');
    expect(appContext['environmentType']).toBe('DEVELOPMENT');
    expect(String(appContext['installationAri'])).toContain(standIn.installation.installationId);
  });
});

test('the app may act as who called it, and as nobody else', async () => {
  expect(await ask(standIn, 'asSomebody', { accountId: 'account-member' })).toMatchObject({
    accountId: 'account-member',
  });
  await expect(ask(standIn, 'asSomebody', { accountId: 'account-admin' })).rejects.toThrow('account-admin');
});

describe('how long a function may run', () => {
  const { backEnd, ...rest } = readManifest(BACKGROUND_ROOT);
  const secondsFor = (functionKey: string, type: string, timeoutSeconds?: number) => {
    const timeouts = new Map(timeoutSeconds === undefined ? [] : [[functionKey, timeoutSeconds]]);
    return limitOf({ ...rest, backEnd: { ...backEnd, timeouts } }, { functionKey, module: { type } }) / 1000;
  };

  test('25 seconds where somebody or Jira waits for it, whatever the manifest asks for', () => {
    expect(secondsFor('any', 'jira:globalPage')).toBe(25);
    expect(secondsFor('any', 'trigger', 600)).toBe(25);
    expect(secondsFor('any', 'jira:jqlFunction', 10)).toBe(10);
  });

  test('55 seconds in the background, or what the manifest asks for', () => {
    expect(secondsFor('any', 'scheduledTrigger')).toBe(55);
    expect(secondsFor('any', 'consumer', 600)).toBe(600);
  });

  test('what takes longer is ended in words, and the app is told how much is left', async () => {
    const hasty = await startBackground({ timeLimitMs: 400 });
    await expect(ask(hasty, 'linger', { milliseconds: 1200 })).rejects.toThrow(
      'There was an error invoking the function - Function timed out after 0.4 seconds.',
    );
    expect(await ask(hasty, 'linger', { milliseconds: 1 })).toBe('done');
    expect(await ask<number>(hasty, 'remaining')).toBeLessThanOrEqual(400);
    const { byFunction } = hasty.meter.read().invocations;
    expect(byFunction['page-fn/linger']).toMatchObject({ count: 2, failures: 1 });
  });
});

describe('any function of the manifest', () => {
  test('can be called as the platform calls it, with a user or without one', async () => {
    const { callFunction } = standIn.app;
    const body = { clause: { operator: 'in', arguments: ['everything'] } };
    expect(await callFunction('answer-fn', body, { moduleKey: 'answer-of' })).toEqual({
      jql: 'issuekey = ANSWER-42',
    });
    await callFunction('answer-fn', body, { moduleKey: 'answer-of', accountId: 'account-member' });
    const [alone, asked] = (await hear(standIn)).filter(({ name }) => name === 'answer');
    expect(alone).toMatchObject({ moduleKey: 'answer-of', told: [body, expect.any(Object)] });
    expect(alone?.told[1]).not.toHaveProperty('principal');
    expect(asked?.told[1]).toMatchObject({ principal: { accountId: 'account-member' } });
  });

  test('gets at most 5 MB, and only what the manifest has can be called', async () => {
    const { callFunction } = standIn.app;
    const heavy = { text: 'x'.repeat(5 * 1024 * 1024) };
    await expect(callFunction('answer-fn', heavy, { moduleKey: 'answer-of' })).rejects.toThrow(
      'Forge takes 5242880',
    );
    await expect(callFunction('unknown-fn', {}, { moduleKey: 'answer-of' })).rejects.toThrow('unknown-fn');
    const unknown = callFunction('answer-fn', {}, { moduleKey: 'unknown' });
    await expect(unknown).rejects.toThrow('unknown');
    await expect(unknown).rejects.toBeInstanceOf(InvocationError);
  });
});
