import type { CheckIn } from '../../src/domain/check-in';
import type { Cycle } from '../../src/domain/cycle';
import type { IsoDate, IsoInstant } from '../../src/domain/dates';
import type { AccountId, CheckInId, CycleId, KeyResultId, ObjectiveId } from '../../src/domain/ids';
import type { KeyResult, Objective } from '../../src/domain/objective';

/** Made-up but well-formed records; a test says only what matters to it. */

export const aDay = (text: string): IsoDate => text as IsoDate;

export const aKeyResultId = (ending = 'kr0001', objective = 'oaaaaaaaaa'): KeyResultId =>
  `${objective}-${ending}` as KeyResultId;

export const aKeyResult = (fields: Partial<KeyResult> = {}): KeyResult => ({
  id: aKeyResultId(),
  title: 'Cut the time to first value',
  metric: { baseline: 0, target: 100, unit: '%' },
  owner: null,
  weight: 1,
  archived: false,
  latest: null,
  revision: 0,
  ...fields,
});

export const aCheckIn = (fields: Partial<CheckIn> = {}): CheckIn => ({
  id: `${fields.keyResultId ?? aKeyResultId()}-checkin1` as CheckInId,
  keyResultId: aKeyResultId(),
  value: 50,
  confidence: 7,
  note: '',
  date: aDay('2026-02-02'),
  author: 'someone' as AccountId,
  createdAt: '2026-02-02T10:00:00.000Z' as IsoInstant,
  ...fields,
});

export const anObjective = (fields: Partial<Objective> = {}): Objective => ({
  id: 'oaaaaaaaaa' as ObjectiveId,
  cycleId: 'caaaaaaaaa' as CycleId,
  scope: { type: 'company' },
  title: 'New teams feel at home in a day',
  description: '',
  owner: null,
  archived: false,
  keyResults: [aKeyResult()],
  revision: 0,
  ...fields,
});

export const aCycle = (fields: Partial<Cycle> = {}): Cycle => ({
  id: 'caaaaaaaaa' as CycleId,
  name: '2026 Q1',
  startDate: aDay('2026-01-01'),
  endDate: aDay('2026-03-31'),
  state: 'active',
  revision: 0,
  ...fields,
});
