import { formatDay } from '../../src/domain/figure-words';
import type { Remark } from './remark';

/** A remark in words: what is so, and what may be behind it. */
export const remarkWords = (remark: Remark): { readonly what: string; readonly so: string } => {
  switch (remark.kind) {
    case 'delivered-not-moving':
      return {
        what: remark.wentBack
          ? 'Delivered, but the value went away from the target.'
          : 'Delivered, but not moving.',
        so:
          remark.wasDue === null
            ? 'Nobody said by when it should show, so it may be too early, or nobody has checked in.'
            : `It was to show by ${formatDay(remark.wasDue)}. Was the idea right, or has nobody checked in?`,
      };
    case 'too-early':
      return {
        what: 'Too early to tell.',
        so: `Work is delivered, and its effect is expected by ${formatDay(remark.visibleBy)}.`,
      };
    case 'moved-without-work':
      return {
        what: 'Moving without work.',
        so: remark.tooEarlyThen
          ? `The review of what ended on ${formatDay(remark.tooEarlyThen.endedOn)} called it too early: that work may show now.`
          : 'Something else moved it, or work that is not tagged.',
      };
  }
};
