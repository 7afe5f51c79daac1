import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState, type ComponentType } from 'react';
import type { ProjectId } from '../../src/domain/ids';
import { toProblem } from '../shared/loading';
import { showProblem } from '../shared/platform';
import type { ReviewConfig } from './config';
import type { IssueWordsStore } from './issue-words';
import { fillScreen, leaveFullScreen } from './present/full-screen';
import { addressOfChoice } from './review-address';
import type { ShownReview } from './review-store';
import styles from './review-tools.module.css';
import { placeOfView } from './reviewed-span';

/** What a tool shows of a review, and how it ends. */
export type ToolProps = {
  readonly shown: ShownReview;
  readonly boardId: number;
  readonly boardName: string | null;
  readonly words: IssueWordsStore;
  readonly onClose: () => void;
};

export type ReviewToolsProps = {
  readonly config: ReviewConfig;
  /** `null` while it is not known; the buttons keep their places. */
  readonly shown: ShownReview | null;
  readonly words: IssueWordsStore;
};

/** What can be done with a whole review: show it to a room, take it elsewhere, and let others find it. */
export const ReviewTools = ({
  config: { boardId, boardName, projectId },
  shown,
  words,
}: ReviewToolsProps) => {
  const { open, openTool, close, buttonOf } = useTool();
  const place = shown && placeOfView(shown.view, boardId);
  const present = (): void => {
    if (place === null) return;
    fillScreen();
    openTool('present', leaveFullScreen);
  };
  const share = (): void => {
    if (projectId === null || place === null) return;
    import('./share/copy-link')
      .then(({ copyLink }) => copyLink(projectId as ProjectId, addressOfChoice(boardId, place)))
      .catch((error: unknown) => showProblem(toProblem(error), share));
  };
  const take = (): void => {
    if (open?.name === 'export') close();
    else if (place !== null) openTool('export');
  };
  // While another review is read they do nothing and keep the focus, which buttons that are disabled outright lose.
  const common = { spacing: 'compact', 'aria-disabled': place === null } as const;
  return (
    <>
      <div className={styles.tools} role="group" aria-label="This review">
        <Button {...common} ref={buttonOf('present')} onClick={present}>
          Present
        </Button>
        <Button {...common} ref={buttonOf('export')} aria-expanded={open?.name === 'export'} onClick={take}>
          Export
        </Button>
        {projectId !== null && (
          <Button {...common} onClick={share}>
            Copy link
          </Button>
        )}
      </div>
      {open && shown && place && <open.Tool {...{ shown, boardId, boardName, words }} onClose={close} />}
    </>
  );
};

type ToolName = keyof typeof TOOLS;

/** None of it is needed before it is asked for. */
const TOOLS = {
  present: async (): Promise<ComponentType<ToolProps>> => (await import('./present/present')).Present,
  export: async (): Promise<ComponentType<ToolProps>> => (await import('./export/export-panel')).ExportPanel,
};

/** The tool that is open; the button that opened it gets the focus back. */
const useTool = () => {
  const [open, setOpen] = useState<{
    readonly name: ToolName;
    readonly Tool: ComponentType<ToolProps>;
  } | null>(null);
  const buttons = useRef<Partial<Record<ToolName, HTMLButtonElement | null>>>({});
  const left = useRef<ToolName | null>(null);
  useEffect(() => {
    if (open === null && left.current) buttons.current[left.current]?.focus();
    left.current = null;
  }, [open]);

  const openTool = (name: ToolName, onFailure?: () => void): void => {
    TOOLS[name]().then(
      (Tool) => setOpen({ name, Tool }),
      (error: unknown) => {
        onFailure?.();
        showProblem(toProblem(error), () => openTool(name));
      },
    );
  };
  const close = (): void => {
    left.current = open?.name ?? null;
    setOpen(null);
  };
  const buttonOf = (name: ToolName) => (button: HTMLButtonElement | null) =>
    void (buttons.current[name] = button);
  return { open, openTool, close, buttonOf };
};
