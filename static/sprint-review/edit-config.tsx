import { useCallback, useEffect, useState } from 'react';
import { toProblem } from '../shared/loading';
import { showProblem, submitView } from '../shared/platform';
import { ProblemMessage } from '../shared/problem-message';
import { useLoadable } from '../shared/use-loadable';
import { acceptWidgetSave, updateWidgetConfig } from '../shared/widget-edit';
import { ConfigForm } from './config-form';
import type { ReviewConfig } from './config';
import type { Host } from './place';
import { readBoardsWith } from './as-viewer';
import { ReviewSkeleton } from './review-skeleton';

/** The edit view of the gadget, which saves by itself, and of the widget, whose dashboard saves. */
export const EditConfig = ({
  host,
  config,
}: {
  readonly host: Host;
  readonly config: ReviewConfig | null;
}) => {
  const [edited, setEdited] = useState(config);
  const configuredBoard = config?.boardId ?? null;
  const { loadable, reload } = useLoadable(
    useCallback(() => readBoardsWith(configuredBoard), [configuredBoard]),
  );

  useEffect(() => {
    if (host === 'widget') acceptWidgetSave().catch(tell);
  }, [host]);

  const change = (next: ReviewConfig): void => {
    setEdited(next);
    if (host === 'widget') updateWidgetConfig(next).catch(tell);
  };

  if (loadable.state === 'loading') return <ReviewSkeleton />;
  if (loadable.state === 'error') {
    return <ProblemMessage problem={loadable.problem} onRetry={() => void reload()} />;
  }
  return (
    <ConfigForm
      boards={loadable.value}
      config={edited}
      onChange={change}
      onSave={host === 'gadget' ? submitView : null}
    />
  );
};

const tell = (error: unknown): void => showProblem(toProblem(error));
