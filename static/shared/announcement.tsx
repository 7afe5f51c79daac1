import styles from './visually-hidden.module.css';

/** Says to screen readers what others see. It must stand there before there is something to say. */
export const Announcement = ({ children }: { readonly children: string }) => (
  <p role="status" className={styles.hidden}>
    {children}
  </p>
);
