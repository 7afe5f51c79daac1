import {
  useEffect,
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
export const lineAfter = (key: string, active: number, count: number, page: number): number | null => {
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
  const wantsFocus = useRef(false);
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    scroller.current
      ?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')
      ?.focus({ preventScroll: true });
  }, [active, scroller]);

  const goTo = (index: number): void => {
    const item = items[index];
    if (!item) return;
    wantsFocus.current = true;
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
        const item = items[lineOf(event.target)];
        if (item) setActiveKey(item.key);
      },
      // With Shift, the browser would select the text in between.
      onMouseDown: (event: MouseEvent): void => {
        if (event.shiftKey) event.preventDefault();
      },
      onClick: (event: MouseEvent): void => {
        const index = lineOf(event.target as HTMLElement);
        const item = items[index];
        if (!item || (event.target as HTMLElement).closest('a, button')) return;
        if (event.shiftKey) selection.extend(items, active, index);
        else selection.toggle(item);
        wantsFocus.current = true;
        setActiveKey(item.key);
      },
    },
  };
};

const lineOf = (element: Element): number =>
  Number(element.closest<HTMLElement>('[role="row"]')?.dataset['index'] ?? -1);
