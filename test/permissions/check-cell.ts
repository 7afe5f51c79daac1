import type { StandIn } from '../../local/stand-in';
import type { AppFunctions } from './app-functions';
import { ask, askWithEmptyAccount, askWithoutAccount } from './ask';
import { checkEvent } from './check-event';
import { ASKING, OFFERS } from './payloads';
import { FLOW_BOARD, PLACES, type Place, type PlaceName } from './places';
import { readTable, WHO_SEES, type Cell, type Word } from './read-table';
import { differences, keepSite, type KeptSite } from './kept-site';
import { HIDDEN_POINTS, IN_THE_TEAM, issuesHiddenFrom, OUR_POINTS, ROLES } from './site';

/** Holds the app to cells of the table. Every check begins with the same site. */
export type Checker = {
  /** What is wrong with the answer to a cell of “What each call answers”, `null` when nothing is. */
  readonly check: (cell: Cell) => Promise<string | null>;
  /** The same for “What the platform calls by itself”. */
  readonly checkEvent: (events: AppFunctions['events']) => (cell: Cell) => Promise<string | null>;
  /** The same for “What a screen offers”. */
  readonly checkOffer: (cell: Cell) => Promise<string | null>;
};

export const checkerOf = (standIn: StandIn): Checker => {
  const kept = keepSite(standIn);
  return {
    check: async (cell) => {
      const { does, about, payload } = askingOf(cell);
      for (const way of waysOf(cell)) {
        kept.restore();
        const answer = await way(standIn, ROLES[cell.role], cell.call, payload).catch(wordsOf);
        const problem =
          wrongWord(cell.word, answer) ??
          leaked(cell, answer) ??
          wrongContent(cell.word, does, about, answer) ??
          wrongEffect(cell.word, does, about, kept);
        if (problem !== null) return problem;
      }
      return null;
    },
    checkEvent: (events) => (cell) => checkEvent(standIn, kept, events, cell),
    checkOffer: async ({ row, role, word }) => {
      const { name, payload, path } = OFFERS[row] ?? missing(`the offer “${row}” in payloads.ts`);
      kept.restore();
      const answer: unknown = await ask(standIn, ROLES[role], name, payload).catch(wordsOf);
      const offered = path.reduce(
        (value, key) => (value as Record<string, unknown> | undefined)?.[key],
        answer,
      );
      // Who may not see the screen at all is offered nothing.
      return (offered === true) === (word === 'yes') ? null : `is offered: ${String(offered)}`;
    },
  };
};

/** Whoever is not logged in may come without an account, or with an empty one. */
const waysOf = ({ role }: Cell): readonly (typeof ask)[] =>
  role === 'anonymous' ? [ask, askWithoutAccount, askWithEmptyAccount] : [ask];

const askingOf = ({ call, row }: Cell) => {
  const { does, inPlace, others } = ASKING[call] ?? missing(`${call} in payloads.ts`);
  const other = others?.[row];
  if (other)
    return { does, about: other.about === null ? null : PLACES[other.about], payload: other.payload };
  const about = placeNamed(row);
  if (about === undefined || inPlace === undefined) return missing(`“${row}” of ${call} in payloads.ts`);
  return { does, about, payload: inPlace(about) };
};

const placeNamed = (name: string): Place | undefined =>
  name in PLACES ? PLACES[name as PlaceName] : undefined;

const missing = (what: string): never => {
  throw new Error(`The permission table needs ${what}.`);
};

const wordsOf = (error: unknown) => ({ thrown: error instanceof Error ? error.message : String(error) });

const CODES: Readonly<Partial<Record<Word, string>>> = {
  no: 'forbidden',
  none: 'not-found',
  bad: 'invalid',
  clash: 'conflict',
};

const wrongWord = (word: Word, answer: unknown): string | null => {
  const { ok, error } = (answer ?? {}) as {
    readonly ok?: unknown;
    readonly error?: { readonly code?: unknown };
  };
  const code = CODES[word];
  const isRight = code === undefined ? ok === true : ok === false && error?.code === code;
  return isRight ? null : `answered ${short(answer)}`;
};

/**
 * Nobody is told of a place that they may not see or of an issue that they may not browse, not even in a sum, whatever
 * they ask, unless the table says that they take all out.
 */
const leaked = ({ role, word }: Cell, answer: unknown): string | null => {
  if (word === 'all') return null;
  const text = JSON.stringify(answer);
  const issue = issuesHiddenFrom(role).find((id) => text.includes(`"${id}"`));
  if (issue !== undefined) return `told of the issue ${issue}: ${short(answer)}`;
  const most = IN_THE_TEAM.includes(role) ? HIDDEN_POINTS : OUR_POINTS;
  const sum = numbersIn(answer).find((number) => number >= most);
  if (sum !== undefined) return `counted hidden work in ${sum}: ${short(answer)}`;
  const told = readTable(WHO_SEES).find(
    (cell) => cell.role === role && cell.word === 'no' && text.includes(PLACES[cell.row as PlaceName].marker),
  );
  return told ? `told of “${told.row}”: ${short(answer)}` : null;
};

const numbersIn = (value: unknown): number[] => {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
};

const wrongContent = (word: Word, does: string, about: Place | null, answer: unknown): string | null => {
  if (does === 'writes' || about === null || CODES[word] !== undefined) return null;
  const tells = JSON.stringify(answer).includes(about.marker);
  return tells === (word !== 'blank') ? null : `${tells ? 'told' : 'did not tell'} of ${about.marker}`;
};

const wrongEffect = (word: Word, does: string, about: Place | null, kept: KeptSite): string | null => {
  const changed = differences(kept);
  if (does === 'reads' || word !== 'yes')
    return changed.length === 0 ? null : `changed ${changed.join(', ')}`;
  if (changed.length === 0) return 'changed nothing';
  const strays = changed.filter((name) => about === null || !belongsTo(about, name));
  return strays.length === 0 ? null : `also changed ${strays.join(', ')}`;
};

/** What a place's writes may touch: its own records, its issues, a new objective, its plans, and for the company the calendar. */
const belongsTo = ({ objective, project, scope, board, sprint, running }: Place, name: string): boolean =>
  name.includes(objective) ||
  name.includes(' obrandnew1') ||
  (scope.type === 'team' &&
    (name === `objective-list team:${project}` ||
      name === `sprint-intent sprint:${sprint}` ||
      name === `sprint-intent sprint:${running}` ||
      name === `planning-settings board:${board}` ||
      (project === PLACES['own team'].project && name.startsWith(`sprint-intent board:${FLOW_BOARD}:`)) ||
      name.startsWith(`issue ${project}`))) ||
  (scope.type === 'company' && (name === 'objective-list company' || name === 'cycle-calendar site'));

const short = (answer: unknown): string => JSON.stringify(answer).slice(0, 300);
