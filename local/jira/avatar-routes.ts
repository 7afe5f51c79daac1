import { jiraError } from './http-error';
import { param, type Answer, type Call, type Route } from './route';

/** Pictures of people, projects and issue types: their initials. Open to all, since an `<img>` sends no credentials. */
export const AVATAR_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/rest/api/3/universal_avatar/view/type/{type}/owner/{owner}',
    query: ['size'],
    anonymous: true,
    run: (call) => picture(call),
  },
];

const picture = (call: Call): Answer => {
  const name = nameOf(call, param(call, 'type'), param(call, 'owner'));
  const initials = name
    .split(/\s+/)
    .map(([letter = '']) => letter.toUpperCase())
    .filter((letter) => /\p{L}|\p{N}/u.test(letter))
    .slice(0, 2)
    .join('');
  const hue = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0) * 7, 0) % 360;
  return {
    status: 200,
    text: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" fill="hsl(${hue} 45% 38%)"/><text x="24" y="31" font-family="sans-serif" font-size="19" text-anchor="middle" fill="#fff">${initials}</text></svg>`,
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=86400' },
  };
};

const nameOf = ({ state: { site } }: Call, type: string, owner: string): string => {
  if (type === 'user')
    return site.accounts.find(({ accountId }) => accountId === owner)?.displayName ?? 'App';
  const named = type === 'project' ? site.projects : type === 'issuetype' ? site.issueTypes : [];
  const found = named.find(({ id }) => id === owner);
  if (!found) throw jiraError(404, `There is no picture of ${type} ${owner}.`);
  return found.name;
};
