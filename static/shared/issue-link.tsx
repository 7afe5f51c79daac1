import type { MouseEvent, ReactNode } from 'react';
import { issueUrl, openIssue } from './platform';

/** A link to an issue. The frame may not leave the page by itself, so the host page is asked to. */
export const IssueLink = ({
  issueKey,
  children,
}: {
  readonly issueKey: string;
  readonly children?: ReactNode;
}) => {
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    void openIssue(issueKey, event.metaKey || event.ctrlKey);
  };
  return (
    <a href={issueUrl(issueKey)} onClick={open}>
      {children ?? issueKey}
    </a>
  );
};
