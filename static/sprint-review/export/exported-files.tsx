import Button from '@atlaskit/button/new';
import { useMemo, useState } from 'react';
import { copy } from '../../shared/clipboard';
import { FileLink } from '../../shared/file-link';
import { showDone } from '../../shared/platform';
import { clipboardTable } from './clipboard-table';
import { copiedTable } from './copied-table';
import { CopyByHand } from './copy-by-hand';
import { csvOf } from './csv';
import styles from './export-panel.module.css';
import type { Exported } from './exported';
import { fileName } from './file-name';
import { issueFile } from './issue-file';
import { keyResultFile } from './key-result-file';
import { markdownReview } from './markdown-review';
import { placeFacts } from './place-facts';

/** A review as files to be saved and as a table to be copied. */
export const ExportedFiles = ({
  review,
  boardName,
  words,
  hasValues,
}: Exported & { readonly hasValues: boolean }) => {
  const files = useMemo(
    () => filesOf({ review, boardName, words }, hasValues),
    [review, boardName, words, hasValues],
  );
  const [byHand, setByHand] = useState<string | null>(null);
  const copyTable = async (): Promise<void> => {
    const table = clipboardTable(copiedTable(review));
    const isCopied = await copy(table);
    setByHand(isCopied ? null : table.text);
    if (isCopied)
      showDone({ title: 'Table copied', description: 'Paste it into a page, a mail or a sheet.' });
  };
  return (
    <>
      <ul className={styles.files}>
        {files.map(({ name, file, action, about }) => (
          <li key={action}>
            <FileLink file={file} name={name} appearance="default">
              {action}
            </FileLink>
            <span>{about}</span>
          </li>
        ))}
        <li>
          <Button onClick={() => void copyTable()}>Copy as a table</Button>
          <span>The key results, to be pasted into a page, a mail or a sheet.</span>
        </li>
      </ul>
      {byHand !== null && <CopyByHand text={byHand} />}
    </>
  );
};

const filesOf = (exported: Exported, hasValues: boolean) => {
  const facts = placeFacts(exported);
  const csv = (rows: Parameters<typeof csvOf>[0]): Blob => new Blob([csvOf(rows)], { type: 'text/csv' });
  return [
    {
      action: 'Save as Markdown',
      about: 'All of it as a document.',
      name: fileName(facts, '.md'),
      file: new Blob([markdownReview(exported, hasValues)], { type: 'text/markdown' }),
    },
    {
      action: 'Save key results as CSV',
      about: 'A row for each key result, with its work in sums.',
      name: fileName(facts, '-key-results.csv'),
      file: csv(keyResultFile(exported)),
    },
    {
      action: 'Save issues as CSV',
      about: 'A row for each issue and each key result that it serves.',
      name: fileName(facts, '-issues.csv'),
      file: csv(issueFile(exported)),
    },
  ];
};
