import { useEffect, useReducer, useState } from 'react';
import { flushSync } from 'react-dom';
import type { UntaggedRow } from '../../src/jira/untagged-rows';
import type { ListItem } from './list-items';
import { createPortions } from './portions';
import { createSlots } from './slots';

/** A line that is in sight, or a little beyond. */
export type DrawnLine = {
  readonly key: string;
  readonly item: ListItem;
  readonly items: readonly ListItem[];
  readonly index: number;
  readonly start: number;
  readonly size: number;
  /** Of an issue that is read. */
  readonly row: UntaggedRow | null;
  readonly selected: boolean | 'some';
  readonly isActive: boolean;
};

/** What each slot of the page shows, in the order of the list. What one frame has no time for comes in the next. */
export const useLines = (lines: readonly DrawnLine[]): ReadonlyMap<number, DrawnLine> => {
  const [slotsOf] = useState(createSlots);
  const [portions] = useState(() => createPortions<DrawnLine>(ISSUES_A_FRAME));
  const [, goOn] = useReducer((times: number) => times + 1, 0);
  const slots = slotsOf(lines.map(({ key }) => key));
  const { drawn, isAll } = portions.draw(lines, slots, thisFrame());
  useEffect(() => {
    if (isAll) return;
    // Scrolling may have drawn something in the same frame already, and there would be no time for more.
    const next = (): void => {
      if (portions.hasRoom(thisFrame())) flushSync(goOn);
      else waiting = requestAnimationFrame(next);
    };
    let waiting = requestAnimationFrame(next);
    return () => cancelAnimationFrame(waiting);
  });
  return drawn;
};

/** About half of what is in sight at once. */
const ISSUES_A_FRAME = 7;

/** The page's clock stands still as long as a frame is made. */
const thisFrame = (): unknown => document.timeline.currentTime;
