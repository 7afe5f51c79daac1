import type { SprintPlanningView } from '../../../src/contract/sprint-planning';
import type { ObjectiveId, ProjectId, SprintIntentId } from '../../../src/domain/ids';
import type { IsoInstant } from '../../../src/domain/dates';
import type { Scope } from '../../../src/domain/objective';
import {
  namesRestricted,
  saysEarlier,
  sentenceForAll,
  sentenceOf,
} from '../../../static/sprint-planning/naming';
import { aDay, aKeyResult, aKeyResultId, anObjective } from '../../builders/okrs';

const OWN = '10000' as ProjectId;
const OTHER = '10001' as ProjectId;
const TITLE = 'Berths promised to the buyer';

const said = {
  id: 'iintent001' as SprintIntentId,
  savedAt: '2026-02-10T09:00:00.000Z' as IsoInstant,
  advances: [
    {
      keyResultId: aKeyResultId('kr0001'),
      change: 'signing',
      movement: 3,
      visibleBy: aDay('2026-02-27'),
      valueThen: 6173,
    },
  ],
};

const aView = (scope: Scope, restricted: boolean): SprintPlanningView => ({
  cycles: [],
  objectives: [],
  others: [
    anObjective({ id: 'oaaaaaaaaa' as ObjectiveId, scope, keyResults: [aKeyResult({ title: TITLE })] }),
  ],
  projectId: OWN,
  today: aDay('2026-02-16'),
  restricted,
  mayPlan: true,
  intent: { revision: 1, said, earlier: [] },
  settings: { revision: null, band: null, rhythm: null },
  period: null,
});

const PLACE = { kind: 'sprint' } as const;

describe('a sentence for everybody who sees the board', () => {
  test.each([
    ['the company’s', { type: 'company' }, true],
    ['the open team’s own', { type: 'team', projectId: OWN }, false],
  ] as const)('names %s key result', (_, scope, restricted) => {
    const view = aView(scope, restricted);
    expect(namesRestricted(view, said)).toBe(false);
    expect(sentenceForAll(PLACE, view, said)).toBe(sentenceOf(PLACE, view, said));
    expect(sentenceForAll(PLACE, view, said)).toContain(TITLE);
  });

  test.each([
    ['the restricted team’s own', { type: 'team', projectId: OWN }, true],
    ['another team’s, whoever may see it', { type: 'team', projectId: OTHER }, false],
  ] as const)('gives %s key result as its short code, without figures', (_, scope, restricted) => {
    const view = aView(scope, restricted);
    expect(namesRestricted(view, said)).toBe(true);
    expect(sentenceOf(PLACE, view, said)).toContain(TITLE);
    expect(sentenceForAll(PLACE, view, said)).toBe(
      'This sprint advances KR-KR0001 by signing, visible by 27 Feb.',
    );
  });
});

describe('a goal that was written before something else was said', () => {
  const view = aView({ type: 'company' }, false);
  const again = { ...said, advances: [{ ...said.advances[0]!, movement: 5 }] };
  const changed = { ...view, intent: { revision: 2, said: again, earlier: [said] } };
  const [before, now] = [sentenceOf(PLACE, view, said), sentenceOf(PLACE, view, again)];

  it('says what was said before, also below what somebody wrote', () => {
    expect(saysEarlier(before, changed)).toBe(true);
    expect(saysEarlier(`Ship it\n${before}`, changed)).toBe(true);
  });

  it('does not where it says what is said now, or nothing of ours', () => {
    expect(saysEarlier(before, view)).toBe(false);
    expect(saysEarlier(now, changed)).toBe(false);
    expect(saysEarlier('Ship it', changed)).toBe(false);
    expect(saysEarlier(null, changed)).toBe(false);
  });
});
