import type { KeyResultView } from '../../src/contract/views';
import { CheckInForm as SharedForm } from '../shared/check-in-form';
import { tellOfCheckIn } from './check-in-news';
import { usePage } from './page-context';
import { checkIn } from './queries';

/** Says where a key result of the page's cycle stands. */
export const CheckInForm = ({ keyResult }: { readonly keyResult: KeyResultView }) => {
  const { view, showObjective } = usePage();
  return (
    <SharedForm
      keyResult={keyResult}
      cycle={view.cycle}
      today={view.today}
      send={checkIn}
      onSaved={({ checkIn: saved, objective }) => {
        tellOfCheckIn(saved);
        showObjective(objective);
      }}
    />
  );
};
