import type { Choice, ChoiceGroup } from './key-result-choices';
import styles from './key-result-label.module.css';

/** A key result as one of many to choose from. */
export const ChoiceLabel = ({ choice }: { readonly choice: Choice }) => (
  <span className={styles.choice}>
    <span>{choice.label}</span>
    <span className={styles.detail}>{choice.detail}</span>
  </span>
);

/** The objective above its key results. */
export const GroupLabel = ({ group }: { readonly group: ChoiceGroup }) => (
  <span className={styles.group}>
    <span className={styles.objective}>{group.label}</span>
    <span>{group.detail}</span>
  </span>
);

/** What sets an inline menu of choices off from what stands around it. */
export const MENU_EDGE = {
  marginTop: 'var(--ds-space-050)',
  border: 'var(--ds-border-width) solid var(--ds-border)',
  borderRadius: 'var(--ds-radius-medium)',
};
