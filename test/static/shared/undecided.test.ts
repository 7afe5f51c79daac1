import type { ErrorCode, Problem } from '../../../src/contract/outcome';
import { afterUndecided } from '../../../static/shared/undecided';

const MAYBE = 'What you were saving may or may not have arrived with an earlier try. The latest was refused.';
const aProblem = (message: string, code: ErrorCode = 'rate-limited'): Problem => ({ code, message });

describe('a try that was refused after one whose answer got lost', () => {
  it.each([
    ['Jira is busy. Nothing was changed. Try again in 60 minutes.', 'Jira is busy. Try again in 60 minutes.'],
    ['Nothing was saved: This is no number.', 'This is no number.'],
    ['It is newer. Nothing was changed, so that nothing is lost. Reload.', 'It is newer. Reload.'],
    ['A fault of ours. What you had before is unchanged. Try again.', 'A fault of ours. Try again.'],
  ])('does not say of both that nothing was changed: %s', (message, rest) => {
    const told = afterUndecided(true, aProblem(message));
    expect(told.message).toBe(`${MAYBE} ${rest}`);
    expect(told).toMatchObject({ code: 'rate-limited', undecided: true });
  });

  it('is told as it is when nothing was lost before, or when it found out what is saved', () => {
    const refused = aProblem('Busy. Nothing was changed.');
    expect(afterUndecided(false, refused)).toBe(refused);
    const conflict = aProblem('Somebody else changed this.', 'conflict');
    expect(afterUndecided(true, conflict)).toBe(conflict);
  });
});
