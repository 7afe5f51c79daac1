import type { KeyResultId, ObjectiveId } from '../../src/domain/ids';

/** What a form is open for. */
export type Task =
  | { readonly kind: 'new-cycle' }
  | { readonly kind: 'edit-cycle' }
  | { readonly kind: 'new-objective'; readonly scope: 'company' | 'team' }
  | { readonly kind: 'edit-objective'; readonly id: ObjectiveId }
  | { readonly kind: 'new-key-result'; readonly id: ObjectiveId }
  | { readonly kind: 'edit-key-result'; readonly id: KeyResultId }
  | { readonly kind: 'check-in'; readonly id: KeyResultId };
