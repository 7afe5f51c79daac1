import styles from './planning.module.css';

/** Keeps the places of a plan's parts while it is read. */
export const PlanningSkeleton = ({ label }: { readonly label: string }) => (
  <>
    <p role="status" className={styles.facts}>
      {label}
    </p>
    {[0, 1, 2].map((part) => (
      <div key={part} className={styles.skeleton} aria-hidden="true" />
    ))}
  </>
);
