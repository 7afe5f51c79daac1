import { JastBuilder } from '@atlaskit/jql-ast';
import fc from 'fast-check';
import type { StandIn } from '../../local/stand-in';
import type { KeyResultId } from '../../src/domain/ids';
import * as jql from '../../src/jira/jql';
import {
  elsewhereWork,
  exemptWork,
  onlyDone,
  remainingWork,
  servingWork,
} from '../../static/project-page/pool-jql';
import type { TreeScope } from '../../static/project-page/tree-scope';
import { aCycle, aDay } from '../builders/okrs';
import { aSiteOfRoles } from '../permissions/site';
import { HOSTILE_TEXTS, hostileText } from './hostile-text';

/** Whatever asks Jira in JQL, with one text in each place that takes one. */
const QUERIES: Readonly<Record<string, (text: string) => string>> = {
  jqlString: (text) => `summary ~ ${jql.jqlString(text)} AND project = TEAM`,
  jqlList: (text) => `labels in ${jql.jqlList(['a', text, 7, text])} AND project = TEAM`,
  taggedWith: (text) => jql.taggedWith(['a', text] as unknown as KeyResultId[]),
  'allOf and anyOf': (text) =>
    jql.allOf(jql.anyOf(`labels = ${jql.jqlString(text)}`, null), jql.taggedWith([text as KeyResultId])),
  servingWork: (text) => servingWork(scopeOf(text), [text as KeyResultId], [text]),
  exemptWork: (text) => exemptWork(scopeOf(text), cycleOf(text), [text]),
  remainingWork: (text) => remainingWork(scopeOf(text), cycleOf(text), [text as KeyResultId]),
  elsewhereWork: (text) => elsewhereWork(scopeOf(text), cycleOf(text), [text as KeyResultId]),
  onlyDone: (text) => onlyDone(servingWork(scopeOf(text), [text as KeyResultId], [])),
};

const scopeOf = (text: string): TreeScope => ({
  projectId: text,
  fields: { points: [], sprint: 'customfield_10020' },
  parentTypes: [text, '1'],
  sprints: [],
  boardsWithoutEstimates: new Set(),
});

/** Its last day is counted on from, so that alone is always a day. */
const cycleOf = (text: string) => aCycle({ startDate: aDay(text), endDate: aDay('2026-03-31') });

/** What a query says, with every string in it taken out, and those strings. */
const read = (query: string): { readonly structure: string; readonly strings: readonly string[] } => {
  const { query: tree, errors } = new JastBuilder().build(query);
  if (errors.length > 0 || !tree) throw new Error(`${errors[0]?.message ?? 'No query'}: ${query}`);
  const strings: string[] = [];
  const structure = JSON.stringify(tree, (name, part: unknown) => {
    if (['parent', 'position', 'positions', 'text', 'represents', 'errors'].includes(name)) return undefined;
    const { operandType, value } = (part ?? {}) as { readonly operandType?: string; readonly value?: string };
    if (operandType !== 'value' || value === undefined) return part;
    strings.push(value);
    return 'a string';
  });
  return { structure, strings };
};

/** What JQL cannot say is said by a space. */
const asSaid = (text: string): string => text.replace(/[\u0000-\u001f\u007f]/g, ' ');

describe('a text in a query', () => {
  test.each(Object.entries(QUERIES))('%s: changes nothing around it, and stays itself', (_name, query) => {
    const plain = read(query('plain'));
    expect(plain.structure).not.toContain('plain');
    expect(plain.strings).toContain('plain');
    fc.assert(
      fc.property(hostileText(300), (text) => {
        // The reader has no string of nothing but spaces.
        fc.pre(asSaid(text).trim() !== '');
        const { structure, strings } = read(query(text));
        expect(structure).toBe(plain.structure);
        expect(strings).toEqual(plain.strings.map((one) => (one === 'plain' ? asSaid(text) : one)));
      }),
      { examples: HOSTILE_TEXTS.map((text): [string] => [text]), numRuns: 60 },
    );
  });

  test('is noticed by this test where it is not quoted', () => {
    const unquoted = (text: string) => `summary ~ "${text}" AND project = TEAM`;
    const { structure } = read(unquoted('plain'));
    expect(read(unquoted('" OR summary ~ "x')).structure).not.toBe(structure);
  });
});

describe('a text in a query that Jira is asked', () => {
  let standIn: StandIn;
  beforeAll(async () => {
    standIn = await aSiteOfRoles();
  });

  const search = async (query: string) => {
    const body = JSON.stringify({ jql: query, fields: ['summary'], maxResults: 100 });
    const headers = { 'content-type': 'application/json' };
    const request = { method: 'POST', path: '/rest/api/3/search/jql', headers, body };
    const reply = await standIn.jira.handle(request, { as: 'user', accountId: 'account-builder' });
    return { status: reply.status, body: JSON.parse(reply.body) as { issues?: readonly { key: string }[] } };
  };

  test.each(HOSTILE_TEXTS.map((text) => [JSON.stringify(text), text]))(
    '%s finds nothing that it does not name',
    async (_, text) => {
      const tagged = await search(jql.taggedWith([text as KeyResultId]));
      expect(tagged).toMatchObject({ status: 200, body: { issues: [] } });
      const beside = await search(`key = TEAM-1 AND (${jql.taggedWith([text as KeyResultId])})`);
      expect(beside).toMatchObject({ status: 200, body: { issues: [] } });
      const summaries = await search(`project = TEAM AND summary ~ ${jql.jqlString(text)}`);
      expect([200, 400]).toContain(summaries.status);
      expect(summaries.body.issues ?? []).toEqual([]);
    },
  );
});
