import styles from './conclusion.module.css';
import { remarkWords } from './remark-words';
import type { ReviewRow } from './review-model';

/** Says aloud where outcome and work do not go together. */
export const Conclusion = ({ row: { remark } }: { readonly row: ReviewRow }) => {
  if (remark === null) return null;
  const { what, so } = remarkWords(remark);
  return (
    <p className={`${styles.remark} ${remark.kind === 'too-early' ? styles.calm : styles.loud}`}>
      <strong>{what}</strong> {so}
    </p>
  );
};
