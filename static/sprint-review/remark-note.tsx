import InformationIcon from '@atlaskit/icon/core/status-information';
import styles from './remark-note.module.css';
import type { Remark } from './review-rows';

/** Says aloud where outcome and work do not go together. */
export const RemarkNote = ({ remark }: { readonly remark: Remark }) => (
  <p className={styles.remark}>
    <InformationIcon label="" color="currentColor" />
    <span>
      <strong>{SENTENCES[remark].what}</strong> {SENTENCES[remark].so}
    </span>
  </p>
);

const SENTENCES: Readonly<Record<Remark, { readonly what: string; readonly so: string }>> = {
  'moved-without-work': {
    what: 'Moved without work in this sprint.',
    so: 'Something else moved it, or work that is not tagged.',
  },
  'finished-without-movement': {
    what: 'Work finished, value has not moved.',
    so: 'It may be too early, or the value was not checked in.',
  },
};
