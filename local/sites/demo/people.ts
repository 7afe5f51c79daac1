import type { Account, Group } from '../../jira/model';

/** Who works at Brightwater Ferries, and who only looks in. The user name is the account's id as well. */
export const PEOPLE: readonly Account[] = [
  person('admin', 'Astrid Vinter', 'Site administrator: may do everything, in Jira and in the app.'),
  person('outsider', 'Owen Pryce', 'Auditor with a login and no project: sees no issue and no team’s goals.'),
  person('mirela', 'Mirela Costa', 'Company OKR manager: creates and closes cycles and company objectives.'),
  person('viewer', 'Viktor Sand', 'From sales: may look at Booking and Deck App and change nothing.'),
  person('nadia', 'Nadia Rahimi', 'Product owner and project administrator of Booking.'),
  person('jonas', 'Jonas Eklund', 'Scrum master of Booking: a member who may also manage the team’s OKRs.'),
  person('amara', 'Amara Obi', 'Member of Booking: tags issues and checks in on her key results.'),
  person('tomek', 'Tomek Zielinski', 'Member of Booking.'),
  person('ines', 'Ines Duarte', 'Product owner and project administrator of Deck App.'),
  person('kofi', 'Kofi Mensah', 'Member of Deck App.'),
  person('linnea', 'Linnea Berg', 'Member of Deck App; lends a hand in Booking.'),
  person(
    'bram',
    'Bram de Wit',
    'Lead and project administrator of Harbour Systems, which only its team may browse.',
  ),
  person('yuki', 'Yuki Tanaka', 'Member of Harbour Systems.'),
  person('samir', 'Samir Haddad', 'Member of Harbour Systems.'),
];

export const GROUPS: readonly Group[] = [
  { groupId: 'site-admins', name: 'site-admins', members: ['admin'] },
  { groupId: 'company-okr-managers', name: 'company-okr-managers', members: ['mirela'] },
  {
    groupId: 'staff',
    name: 'staff',
    members: PEOPLE.map(({ accountId }) => accountId).filter((id) => id !== 'outsider'),
  },
];

/** Who does the work of each team, the product owner first. */
export const ROSTERS = {
  BOOK: ['nadia', 'jonas', 'amara', 'tomek', 'linnea'],
  DECK: ['ines', 'kofi', 'linnea'],
  HARB: ['bram', 'yuki', 'samir'],
} as const;

export type TeamKey = keyof typeof ROSTERS;

function person(userName: string, displayName: string, about: string): Account {
  return {
    accountId: userName,
    userName,
    displayName,
    emailAddress: `${displayName.toLowerCase().replaceAll(' ', '.')}@brightwater.example`,
    active: true,
    timeZone: 'Europe/Stockholm',
    locale: 'en_GB',
    about,
  };
}
