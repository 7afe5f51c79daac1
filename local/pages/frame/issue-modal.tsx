import { IssueFacts } from '../issue/issue-facts';
import { openModal } from './modals';

/** Shows an issue over the page, without the app's own parts. */
export const openIssueModal = (issueKey: string, onClose?: () => unknown): void =>
  openModal({
    title: issueKey,
    label: issueKey,
    size: 'large',
    ...(onClose ? { onClosed: onClose } : {}),
    render: () => <IssueFacts issueKey={issueKey} />,
  });
