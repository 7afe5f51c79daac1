import { differing, rebased } from '../../../static/shared/rebase';

describe('a form on top of what somebody else saved', () => {
  const base = { title: 'A', unit: '%', owner: null };

  it('keeps what only they changed and what only I changed', () => {
    expect(rebased(base, { ...base, title: 'Mine' }, { ...base, unit: 'days' })).toEqual({
      title: 'Mine',
      unit: 'days',
      owner: null,
    });
  });

  it('prefers mine where both changed', () => {
    const merged = rebased(base, { ...base, title: 'Mine' }, { ...base, title: 'Theirs' });
    expect(merged.title).toBe('Mine');
    expect(differing({ ...base, title: 'Theirs' }, merged)).toEqual(['title']);
  });
});
