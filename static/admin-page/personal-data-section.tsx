import type { PersonalDataReport } from '../../src/contract/admin-page';
import { formatDay } from '../../src/domain/figure-words';
import { Section } from './section';
import { countOf } from './words';

/** What the app keeps of people, and what it does when somebody closes their account. */
export const PersonalDataSection = ({ report }: { readonly report: PersonalDataReport | null }) => (
  <Section title="Personal data">
    <p>
      Throughline stores the account ids of owners and of who checked in, and no names. Once a week it reports
      them to Atlassian. When an account was closed, what it owned becomes nobody’s and its check-ins become a
      former user’s; the history stays.
    </p>
    <p>
      {report === null
        ? 'The first report is still to come.'
        : `Last reported on ${formatDay(report.finishedAt)}: ${countOf(report.reported, 'account')}. ${erasedWords(report)}`}
    </p>
  </Section>
);

const erasedWords = ({ erased }: PersonalDataReport): string =>
  erased === 0
    ? 'None of them had been closed.'
    : `${countOf(erased, 'closed account was', 'closed accounts were')} erased.`;
