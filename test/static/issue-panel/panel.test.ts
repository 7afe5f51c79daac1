import {
  mayChange,
  missingFrom,
  shownFor,
  troubleOf,
  withParentProblem,
  type Panel,
} from '../../../static/issue-panel/panel';
import type { ObjectiveId } from '../../../src/domain/ids';
import type { Tag } from '../../../src/domain/tag';
import { aKeyResult, aKeyResultId, anObjective } from '../../builders/okrs';
import { aPanel } from './a-panel';

const known = aKeyResult({ id: aKeyResultId('kr0001', 'oaaaaaaaaa') });
const objective = anObjective({ id: 'oaaaaaaaaa' as ObjectiveId, keyResults: [known] });
const unknown = aKeyResultId('kr0009', 'ozzzzzzzzz');
const tag: Tag = { state: 'tagged', keyResults: [known.id, unknown] };

describe('what the panel shows', () => {
  it('is the issue’s own tag before anything inherited', () => {
    const shown = shownFor(inheriting(tag), { state: 'exempt', reason: 'bug', note: 'x' });
    expect(shown).toEqual({ state: 'exempt', reason: 'bug', note: 'x', inheritedFrom: null });
  });

  it('is what it inherits, with the issue it comes from', () => {
    expect(shownFor(inheriting(tag), null)).toMatchObject({ state: 'key-results', inheritedFrom: 'TEAM-1' });
  });

  it('tells a key result that is in no objective it may see from one that is', () => {
    const shown = shownFor(aPanel({ ownTag: tag, objectives: [objective] }), tag);
    expect(shown.state === 'key-results' && shown.rows.map(({ facts }) => facts?.keyResult ?? null)).toEqual([
      known,
      null,
    ]);
  });

  it('waits for the parent as long as that is not read', () => {
    expect(shownFor(aPanel(), null)).toEqual({ state: 'reading-parent' });
    expect(shownFor(aPanel({}, { parent: null }), null)).toEqual({ state: 'none' });
  });

  it('says what went wrong with the parent, but keeps what was read before', () => {
    const problem = { code: 'jira-unavailable', message: 'Try again.' } as const;
    expect(shownFor(withParentProblem(aPanel(), problem), null)).toEqual({ state: 'parent-failed', problem });
    expect(withParentProblem(inheriting(tag), problem)).toEqual(inheriting(tag));
  });

  it('asks only for objectives it does not know', () => {
    expect(missingFrom(tag, [objective])).toEqual([unknown]);
    expect(missingFrom(null, [])).toEqual([]);
  });
});

describe('a tag that could not be read', () => {
  it('leaves the issue without a key result, or with what it inherits', () => {
    const none = aPanel({ unreadableTag: 'garbage' }, { parent: null });
    expect(troubleOf(none)).toMatch(/counts as having no key result\. Saving replaces it\.$/);
    const inherits = { ...inheriting(tag), view: none.view };
    const withParent = { ...inherits, view: { ...none.view, issue: aPanel().view.issue } };
    expect(troubleOf(withParent)).toMatch(/so what it inherits counts\. Saving replaces it\.$/);
  });

  it('is replaced only by who may change it', () => {
    expect(troubleOf(aPanel({ unreadableTag: 'garbage' }, { mayEdit: false }))).not.toContain('Saving');
    expect(troubleOf(aPanel({ unreadableTag: 'garbage' }, { isSubtask: true }))).not.toContain('Saving');
  });

  it('is left alone by everybody when a newer version wrote it', () => {
    const newer = aPanel({ unreadableTag: 'newer', ownTag: tag });
    expect(mayChange(newer, tag)).toBe(false);
    expect(troubleOf(newer)).toContain('written by a newer version of Throughline');
  });

  it('is no trouble where all is well', () => {
    expect(troubleOf(aPanel())).toBeNull();
    expect(mayChange(aPanel(), null)).toBe(true);
  });
});

const inheriting = (inherited: Tag): Panel => ({
  ...aPanel({ objectives: [objective] }),
  inherited: { state: 'known', tag: { tag: inherited, inheritedFrom: 'TEAM-1' } },
});
