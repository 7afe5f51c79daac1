import type { MouseEvent, ReactNode } from 'react';
import { issueUrl, openIssue } from './platform';

/** A link to an issue. The frame may not leave the page by itself, so the host page is asked to. */
export const IssueLink = ({
  issueKey,
  children,
  tabIndex,
}: {
  readonly issueKey: string;
  readonly children?: ReactNode;
  /** Of a link in a grid, where Tab stops only at the row that has the focus. */
  readonly tabIndex?: number;
}) => {
  const open = (event: MouseEvent): void => {
    // The right button is for the browser's own menu.
    if (event.button > 1) return;
    event.preventDefault();
    void openIssue(issueKey, event.metaKey || event.ctrlKey || event.button === 1);
  };
  return (
    <a href={issueUrl(issueKey)} onClick={open} onAuxClick={open} tabIndex={tabIndex}>
      {children ?? issueKey}
    </a>
  );
};
