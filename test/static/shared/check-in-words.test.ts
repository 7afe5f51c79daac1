import type { CheckedIn } from '../../../src/contract/project-page';
import type { Cycle } from '../../../src/domain/cycle';
import { outsideWords, savedWords } from '../../../static/shared/check-in-words';

const saved = (latest: { readonly id: string; readonly date: string }): CheckedIn =>
  ({
    objective: { keyResults: [{ id: 'k', metric: { unit: '%' }, latest }] },
    checkIn: { id: 'c', keyResultId: 'k', value: 31, date: '2026-02-02' },
  }) as unknown as CheckedIn;

describe('what is said of a check-in', () => {
  it('is its value and its day once it is saved', () => {
    expect(savedWords(saved({ id: 'c', date: '2026-02-02' }))).toEqual({
      title: expect.stringMatching(/^Checked in 31% for .*2026$/),
    });
  });

  it('is also that it went into the history when a newer one stays current', () => {
    expect(savedWords(saved({ id: 'd', date: '2026-03-05' })).description).toMatch(
      /^It is in the history\. The newer value of .*2026 stays the current one\.$/,
    );
  });

  it('is a warning where its day lies outside of the cycle', () => {
    const cycle = { name: 'Spring', startDate: '2026-03-01', endDate: '2026-05-31' } as unknown as Cycle;
    expect(outsideWords(cycle, '2026-02-28')).toMatch(/^This day is outside of Spring \(/);
    expect(outsideWords(cycle, '2026-05-31')).toBeNull();
    expect(outsideWords(cycle, '')).toBeNull();
  });
});
