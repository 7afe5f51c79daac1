import styles from './wsjf.module.css';

/** How the figures are worked out, for whoever asks. */
export const Formula = () => (
  <details className={styles.formula}>
    <summary>How this is worked out</summary>
    <p>
      Weighted shortest job first: user-business value, time criticality, and risk reduction or opportunity,
      added up and divided by the job size. What is worth most for its size comes first; of equals what stands
      higher in the backlog. All figures are on the scale 1, 2, 3, 5, 8, 13, 20, and relative to each other.
    </p>
    <p>What you choose counts. What nobody chose is filled in, and marked with where it comes from:</p>
    <ul>
      <li>
        User-business value: 20 × √(weight share × gap), added up over the key results before the root is
        taken. The weight share is the key result’s part of the weights in its objective, the gap is the part
        of the way to the target still to go.
      </li>
      <li>
        Time criticality: 20 × √((1 − days left ÷ 91) × gap), of the key result that presses most. With a
        quarter or more to go nothing presses yet.
      </li>
      <li>Risk reduction or opportunity: 1, since it is not known.</li>
      <li>Job size: the points. An issue without points has no rank until you choose a size.</li>
    </ul>
    <p>
      Only key results of active cycles count. Without any, user-business value and time criticality are 1, as
      they are for all issues when the key results are left out; what you chose stays then.
    </p>
  </details>
);
