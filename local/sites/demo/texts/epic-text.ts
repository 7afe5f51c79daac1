/** What an epic of the demo is about, from which its issues get their summaries. All of it is made up. */
export type EpicText = {
  readonly name: string;
  readonly about: string;
  /** Worked on in the closed cycle, in the active one, or all the time. */
  readonly window: 'past' | 'current' | 'always';
  /** The key result (its name in the OKR texts) that the work is meant to move. */
  readonly serves: string | null;
  /** Whether the epic itself carries the tag, so that its children inherit it. */
  readonly tagged: boolean;
  readonly labels: readonly string[];
  readonly stories: readonly string[];
  readonly bugs: readonly string[];
  /** Nouns, singular, without an article: they fill the phrases of `phrases.ts`. */
  readonly things: readonly string[];
};
