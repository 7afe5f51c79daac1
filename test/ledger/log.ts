/** The generator's log: everything that happened, in the order in which it did. Moments are ISO texts. */
export type LogEntry =
  | {
      readonly what: 'board';
      readonly board: number;
      readonly project: string;
      readonly isEstimated: boolean;
      readonly doneStatuses: readonly string[];
    }
  | {
      readonly what: 'issue';
      readonly at: string;
      readonly issue: string;
      readonly project: string;
      readonly isSubtask: boolean;
      readonly parent: string | null;
      readonly points: number | null;
      readonly status: string;
      readonly sprint: number | null;
      readonly tag: TagSaid | null;
    }
  | { readonly what: 'points'; readonly at: string; readonly issue: string; readonly points: number | null }
  | { readonly what: 'status'; readonly at: string; readonly issue: string; readonly status: string }
  | { readonly what: 'moved'; readonly at: string; readonly issue: string; readonly sprint: number | null }
  | { readonly what: 'parent'; readonly at: string; readonly issue: string; readonly parent: string }
  | { readonly what: 'tag'; readonly at: string; readonly issue: string; readonly tag: TagSaid | null }
  | { readonly what: 'deleted'; readonly at: string; readonly issue: string }
  | { readonly what: 'sprint'; readonly sprint: number; readonly board: number }
  | { readonly what: 'started'; readonly at: string; readonly sprint: number; readonly startDate: string }
  | { readonly what: 'redated'; readonly at: string; readonly sprint: number; readonly startDate: string }
  | { readonly what: 'closed'; readonly at: string; readonly sprint: number }
  /** The app has written down what it sees of the sprint's start or close. */
  | {
      readonly what: 'frozen';
      readonly at: string;
      readonly sprint: number;
      readonly phase: 'start' | 'close';
    };

/** What an issue says of itself. */
export type TagSaid =
  | { readonly state: 'tagged'; readonly keyResults: readonly string[] }
  | { readonly state: 'exempt'; readonly reason: string };
