import type { SuggestionReason } from './suggestion';

/** A reason in a few words, without what is suggested: "8 of 9 decided issues of its epic". */
export const reasonInWords = (reason: SuggestionReason): string => {
  switch (reason.from) {
    case 'epic':
      return `its epic, ${reason.key}`;
    case 'siblings':
      return reason.of === 1
        ? 'the only decided issue of its epic'
        : `${reason.count} of ${reason.of} decided issues of its epic`;
    case 'neighbours':
      return [
        reason.before === null ? [] : `${reason.before} just before it`,
        reason.after === null ? [] : `${reason.after} just after it`,
      ]
        .flat()
        .join(' and ');
    case 'texts':
      return `similar to ${listed(reason.keys)}`;
  }
};

/** Every reason of a suggestion, the strongest first, as one sentence. */
export const reasonsInWords = (reasons: readonly SuggestionReason[]): string => {
  const text = reasons.map(reasonInWords).join('; ');
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

const MOST_KEYS = 3;

const listed = (keys: readonly string[]): string =>
  keys.length <= MOST_KEYS
    ? keys.join(', ')
    : `${keys.slice(0, MOST_KEYS).join(', ')} and ${keys.length - MOST_KEYS} more`;
