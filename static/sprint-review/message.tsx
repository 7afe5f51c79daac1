import Heading from '@atlaskit/heading';
import type { ReactNode } from 'react';
import styles from './message.module.css';

/** Says why there is nothing to show here, and what to do about it. */
export const Message = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div className={styles.message}>
    <Heading size="small" as="h1">
      {title}
    </Heading>
    <p>{children}</p>
  </div>
);
