import Button from '@atlaskit/button/new';
import type { AccountId } from '../../src/domain/ids';
import { usePeople } from '../shared/people';
import styles from '../shared/form.module.css';
import { differing, type Values } from '../shared/rebase';
import type { RecordForm } from '../shared/use-record-form';

/** Both versions, side by side, when somebody else saved first; the person chooses. */
export const Conflict = <V extends Values>({
  form,
  labels,
}: {
  readonly form: RecordForm<V>;
  readonly labels: Readonly<Record<keyof V & string, string>>;
}) => {
  const { conflict, problem, isSaving } = form;
  const people = usePeople(
    [conflict?.theirs['owner'], conflict?.merged['owner']].filter((owner) => !!owner) as AccountId[],
  );
  if (!problem || !conflict) return null;
  const shown = (key: string, value: string | null | undefined): string =>
    (key === 'owner' && value ? people.get(value as AccountId)?.displayName : value) || '–';
  return (
    <div role="alert" className={styles.conflict}>
      <p>{problem.message}</p>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">Saved by somebody else</th>
            <th scope="col">Yours</th>
          </tr>
        </thead>
        <tbody>
          {differing(conflict.theirs, conflict.merged).map((key) => (
            <tr key={key}>
              <th scope="row">{labels[key]}</th>
              <td>{shown(key, conflict.theirs[key])}</td>
              <td>{shown(key, conflict.merged[key])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.buttons}>
        <Button appearance="primary" isLoading={isSaving} onClick={conflict.applyMine}>
          Save mine on top
        </Button>
        <Button isDisabled={isSaving} onClick={conflict.takeTheirs}>
          Take theirs
        </Button>
      </div>
    </div>
  );
};
