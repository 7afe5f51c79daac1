import Heading from '@atlaskit/heading';
import { useId, type ReactNode } from 'react';
import styles from './admin-page.module.css';

/** A task of the page under its name. */
export const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => {
  const heading = useId();
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <Heading size="medium" as="h2" id={heading}>
        {title}
      </Heading>
      {children}
    </section>
  );
};
