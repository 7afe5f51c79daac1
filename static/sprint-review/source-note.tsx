import styles from './source-note.module.css';
import type { Review } from './review-model';
import { sourceWords } from './source-words';

/** Where the figures come from and, behind it, what cannot be known. */
export const SourceNote = ({ review }: { readonly review: Review }) => {
  const { label, unknown } = sourceWords(review);
  return (
    <div className={styles.source}>
      <p>{label}</p>
      {unknown.length > 0 && (
        <details>
          <summary>What cannot be known</summary>
          <ul>
            {unknown.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};
