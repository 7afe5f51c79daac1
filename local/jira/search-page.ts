import { onlyIdentity, selectFields } from './field-selection';
import { checkExpand, fieldExpansions, issueJson } from './issue-json';
import type { Found } from './jql-search';
import type { Issue } from './model';
import { browsing } from './permissions';
import { ok, type Answer, type Call } from './route';
import { windowOf } from './search-window';

export type SearchPage = {
  /** What was asked, which a token is good for. */
  readonly question: string;
  readonly token: string | null;
  readonly maxResults: number;
  readonly fields: readonly string[];
  readonly properties: readonly string[];
  readonly expand: readonly string[];
  /** Fields that the operation adds to those of the site. */
  readonly more?: (issue: Issue) => Readonly<Record<string, unknown>>;
};

const MOST_WITH_FIELDS = 100;
const MOST_IDENTITIES = 5000;

/** One page of found issues: ids alone unless fields are asked for, a token while there is more, never a total. */
export const searchPage = (call: Call, found: Found, page: SearchPage): Answer => {
  const { fields, properties } = page;
  const bare = onlyIdentity(fields) && properties.length === 0 && page.expand.length === 0;
  const most = Math.min(page.maxResults, bare ? MOST_IDENTITIES : MOST_WITH_FIELDS);
  const share = call.state.options.searchPageShare?.() ?? 1;
  const size = Math.min(most, Math.max(1, Math.ceil(most * share)));
  const { issues, nextPageToken } = windowOf(found, page.token, page.question, size);
  const parts = {
    fieldIds: selectFields(call.state.site, fields.length > 0 ? fields : ['id'], 'id'),
    properties,
    expand: checkExpand(page.expand),
  };
  const mayBrowse = browsing(call.state, call.caller);
  const show = (issue: Issue): unknown =>
    bare && !fields.includes('key')
      ? { id: issue.id }
      : issueJson(call, issue, parts, mayBrowse, page.more?.(issue));
  return ok(
    {
      issues: issues.map(show),
      ...fieldExpansions(call, parts),
      ...(nextPageToken === null ? {} : { nextPageToken }),
      isLast: nextPageToken === null,
    },
    issues.length,
  );
};
