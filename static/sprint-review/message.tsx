import type { ReactNode } from 'react';
import styles from './message.module.css';

/** Says why there is nothing to show here, and what to do about it. */
export const Message = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div className={styles.message}>
    <h2>{title}</h2>
    <p>{children}</p>
  </div>
);
