import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { readManifest } from '../../../local/forge/manifest';

const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (modules: object) => {
  writeFileSync(
    join(folder, 'manifest.yml'),
    stringify({ app: { id: 'ari:cloud:ecosystem::app/a' }, modules }),
  );
  return readManifest(folder);
};

describe('a manifest with what the stand-in does not play is refused by name', () => {
  test.each<[string, object, string]>([
    ['a module', { webtrigger: [{ key: 'hook', function: 'f' }] }, 'webtrigger'],
    ['events of its own', { event: [{ key: 'own' }] }, 'has a module event'],
    ['a place for a front end', { 'jira:issueAction': [{ key: 'act', resource: 'r' }] }, 'jira:issueAction'],
    [
      'actions below an action',
      { 'jira:boardAction': [{ key: 'many', resource: 'r', actions: [{ key: 'one', title: 'One' }] }] },
      'many has actions below it',
    ],
    [
      'display conditions',
      { 'jira:issuePanel': [{ key: 'shy', resource: 'r', displayConditions: { isAdmin: true } }] },
      'shy has display conditions',
    ],
    [
      'a filter of events',
      { trigger: [{ key: 'deep', function: 'f', events: ['e'], filter: { appIsLicensed: true } }] },
      'the filter appIsLicensed',
    ],
    [
      'an expression of more than is played',
      {
        trigger: [{ key: 'deep', function: 'f', events: ['e'], filter: { expression: 'event.a = user.b' } }],
      },
      'plays no filter with',
    ],
    [
      'a payload of events',
      { trigger: [{ key: 'deep', function: 'f', events: [{ eventType: 'e', payload: { include: {} } }] }] },
      'a payload of its own',
    ],
    ['an endpoint', { scheduledTrigger: [{ key: 'far', endpoint: 'e', interval: 'hour' }] }, 'far'],
    ['an interval', { scheduledTrigger: [{ key: 'odd', function: 'f', interval: 'month' }] }, 'month'],
    [
      'a consumer of workflows',
      { consumer: [{ key: 'flow', queue: 'q', resolver: { workflow: 'w' } }] },
      'a resolver without function',
    ],
    [
      'a function of JQL behind an endpoint',
      { 'jira:jqlFunction': [{ key: 'remote', name: 'r', endpoint: 'e' }] },
      'endpoints',
    ],
  ])('%s', (_what, modules, words) => {
    expect(() => read(modules)).toThrow(words);
  });

  test('and one that it plays is not', () => {
    const trigger = {
      key: 'heard',
      function: 'f',
      events: ['avi:jira:updated:issue'],
      filter: { ignoreSelf: true },
    };
    expect(read({ trigger: [trigger] }).backEnd.triggers).toMatchObject([{ key: 'heard', functionKey: 'f' }]);
  });
});
