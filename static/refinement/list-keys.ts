import {
  useLayoutEffect,
  useRef,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react';
import { openIssue } from '../shared/platform';
import type { ListItem } from './list-items';
import type { Section } from './sections';
import type { SelectionActions } from './use-selection';
import type { ListVirtualizer } from './work-list';

/** Where a key leads to from a line, `null` for keys that do not move. `page` is how many lines are in sight. */
const lineAfter = (key: string, active: number, count: number, page: number): number | null => {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined ? null : Math.min(count - 1, Math.max(0, to));
};

type Props = {
  readonly items: readonly ListItem[];
  readonly active: number;
  readonly setActiveKey: (key: string) => void;
  readonly virtualizer: ListVirtualizer;
  readonly scroller: RefObject<HTMLDivElement>;
  readonly selection: SelectionActions;
  readonly sections: readonly Section[];
};

/** What keys and presses do in the list; one set of handlers for all of its lines. */
export const useListKeys = ({
  items,
  active,
  setActiveKey,
  virtualizer,
  scroller,
  selection,
  sections,
}: Props) => {
  const hasFocus = useRef(false);
  // Lines come and go under whoever is at one of them, and what stood there is used for others: the focus stays at its
  // line, and never comes from elsewhere.
  useLayoutEffect(() => {
    if (!hasFocus.current) return;
    const line = scroller.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]');
    if (line && !line.contains(document.activeElement)) line.focus({ preventScroll: true });
  }, [active, items, scroller]);

  const goTo = (index: number): void => {
    const item = items[index];
    if (!item) return;
    setActiveKey(item.key);
    virtualizer.scrollToIndex(index);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const item = items[active];
    const isOnLine = (event.target as HTMLElement).getAttribute('role') === 'row';
    const page = Math.max(
      1,
      Math.floor((scroller.current?.clientHeight ?? 0) / (virtualizer.getVirtualItems()[0]?.size ?? 1)) - 1,
    );
    const to = lineAfter(event.key, active, items.length, page);
    if (to !== null) {
      if (event.shiftKey) selection.extend(items, active, to);
      goTo(to);
    } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      selection.select(sections.flatMap(({ ids }) => ids));
    } else if (event.key === ' ' && isOnLine && item) {
      selection.toggle(item);
    } else if (event.key === 'Enter' && isOnLine) {
      const key = (event.target as HTMLElement).dataset['issue'];
      if (key === undefined) return;
      void openIssue(key, event.metaKey || event.ctrlKey);
    } else return;
    event.preventDefault();
  };

  return {
    handlers: {
      onKeyDown,
      onFocus: (event: FocusEvent): void => {
        hasFocus.current = true;
        const item = items[lineOf(event.target)];
        if (item) setActiveKey(item.key);
      },
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent): void => {
        hasFocus.current = currentTarget.contains(relatedTarget);
      },
      // With Shift, the browser would select the text in between.
      onMouseDown: (event: MouseEvent): void => {
        if (event.shiftKey) event.preventDefault();
      },
      onClick: (event: MouseEvent): void => {
        const target = event.target as HTMLElement;
        const index = lineOf(target);
        const item = items[index];
        if (!item || target.closest('a, button')) return;
        if (event.shiftKey) selection.extend(items, active, index);
        else selection.toggle(item);
        // Of a box that was pressed, too: its keys are those of the line.
        target.closest<HTMLElement>('[role="row"]')?.focus({ preventScroll: true });
      },
    },
  };
};

const lineOf = (element: Element): number =>
  Number(element.closest<HTMLElement>('[role="row"]')?.dataset['index'] ?? -1);
