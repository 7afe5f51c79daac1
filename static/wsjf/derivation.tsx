import { COMPONENTS, type Figures } from '../../src/domain/wsjf';
import type { Row } from './rows';
import { COMPONENT_NAMES, derivationOf, differenceOf, LOCKED_WORDS } from './words';
import styles from './wsjf-table.module.css';

/** How each figure of an issue comes about. */
export const Derivation = ({ row, figures }: { readonly row: Row; readonly figures: Figures }) => (
  <>
    {row.locked !== null && <p>{LOCKED_WORDS[row.locked]}</p>}
    <dl className={styles.derivation}>
      {COMPONENTS.map((component) => (
        <div key={component}>
          <dt>{COMPONENT_NAMES[component]}</dt>
          <dd>
            {differenceOf(row, component, figures[component] ?? null) && (
              <p>
                <strong>{differenceOf(row, component, figures[component] ?? null)}</strong>
              </p>
            )}
            {derivationOf(row, component).map((line) => (
              <p key={line}>{line}</p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  </>
);
