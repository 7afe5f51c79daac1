import { symbol, symbolCircle, symbolTimes, symbolTriangle, type SymbolType } from 'd3-shape';
import type { Verdict } from '../../src/domain/verdict';
import styles from './history-chart.module.css';

/** A verdict's sign, told apart by its shape, around the point where it is drawn. */
export const VerdictMark = ({ verdict }: { readonly verdict: Verdict }) => (
  <path className={`${styles.verdict} ${styles[verdict]}`} d={PATHS[verdict]} />
);

/** The sign to stand in a line of text. */
export const VerdictSign = ({ verdict }: { readonly verdict: Verdict }) => (
  <svg className={styles.sign} viewBox="-8 -8 16 16" aria-hidden="true">
    <VerdictMark verdict={verdict} />
  </svg>
);

const pathOf = (type: SymbolType): string => symbol(type, AREA)() ?? '';

/** In square pixels. */
const AREA = 64;

const PATHS: Readonly<Record<Verdict, string>> = {
  confirmed: pathOf(symbolTriangle),
  'no-effect': pathOf(symbolTimes),
  'too-early': pathOf(symbolCircle),
};
