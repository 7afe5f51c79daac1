import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bridgeParts } from '../../scripts/front-ends/replaced-modules';

const out = path.dirname(require.resolve('@forge/bridge'));

describe('what the build takes of the bridge', () => {
  const host = globalThis as { __bridge?: unknown };

  beforeAll(() => {
    host.__bridge = { callBridge: () => Promise.resolve() };
  });
  afterAll(() => {
    delete host.__bridge;
  });

  it.each(Object.entries(bridgeParts))('is the %s that the package exports', (name, file) => {
    const whole = jest.requireActual<Record<string, unknown>>('@forge/bridge');
    const part = jest.requireActual<Record<string, unknown>>(path.join(out, file));
    expect(part[name]).toBeDefined();
    expect(part[name]).toBe(whole[name]);
  });

  it('puts the locale in order with the same function as the package', () => {
    const i18n = jest.requireActual<Record<string, unknown>>('@forge/i18n');
    const folder = path.dirname(require.resolve('@forge/i18n'));
    expect(
      jest.requireActual<Record<string, unknown>>(path.join(folder, 'ensureLocale.js'))['ensureLocale'],
    ).toBe(i18n['ensureLocale']);
    const source = readFileSync(path.join(out, 'view', 'getContext.js'), 'utf8');
    expect([...source.matchAll(/i18n_1\.(\w+)/g)].map(([, name]) => name)).toEqual(['ensureLocale']);
  });
});
