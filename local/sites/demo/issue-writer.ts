import { isoMoment, DAY_MS, type Calendar } from './calendar';
import type { Draft } from './issue-draft';
import { PROJECTS } from './projects';
import { ROSTERS, type TeamKey } from './people';
import type { Random } from '../../random';
import type { EpicText } from './texts/epic-text';
import { DESCRIPTIONS, SEEN, UNSEEN } from './texts/phrases';
import { STATUS, TYPE } from './workflow';

/** Thinks up a team's issues, no two with the same summary. */
export type IssueWriter = {
  readonly epics: readonly Draft[];
  readonly write: (created: number) => Draft;
};

export const issueWriter = (
  team: TeamKey,
  epicTexts: readonly EpicText[],
  calendar: Calendar,
  random: Random,
): IssueWriter => {
  const epics = epicTexts.map((text) => epicOf(team, text, calendar));
  const supplies = new Map(epics.map((epic) => [epic, summariesOf(epic, random)]));
  const write = (created: number): Draft => {
    const epic = epicFor(epics, created, calendar, random);
    const supply = supplies.get(epic)!;
    const typeId = typeFor(epic.epic!, random);
    const summary = supply[typeId]!.shift();
    if (summary === undefined)
      throw new Error(`There are no more texts for “${epic.summary}”. Add things to it.`);
    // One issue in eight was never put under its epic.
    const parent = random.chance(0.88) ? epic : null;
    return {
      ...blank(team, created, epic.epic),
      typeId,
      summary,
      parent,
      ...people(team, random),
      ...trimmings(epic.epic!, random),
    };
  };
  return { epics, write };
};

/** An issue that nothing has happened to yet. */
export const blank = (team: TeamKey, created: number, epic: EpicText | null): Draft => ({
  team,
  epic,
  parent: null,
  projectId: PROJECTS[team].id,
  typeId: TYPE.task,
  summary: '',
  description: '',
  statusId: STATUS.toDo,
  priorityId: '3',
  resolutionId: null,
  assignee: null,
  reporter: ROSTERS[team][0],
  created: isoMoment(created),
  updated: isoMoment(created),
  resolved: null,
  labels: [],
  components: [],
  fixVersions: [],
  sprintIds: [],
  fields: {},
  properties: {},
  history: [],
  links: [],
});

const epicOf = (team: TeamKey, text: EpicText, calendar: Calendar): Draft => {
  const day = text.window === 'current' ? calendar.activeCycle.first - 19 : calendar.closedCycle.first - 68;
  const draft = blank(team, day * DAY_MS + 9.2 * 3_600_000, text);
  return {
    ...draft,
    typeId: TYPE.epic,
    summary: text.name,
    description: text.about,
    labels: [...text.labels],
  };
};

/** Work of an epic begins a little before the cycle that it serves. */
const epicFor = (epics: readonly Draft[], created: number, calendar: Calendar, random: Random): Draft => {
  const current = created >= (calendar.activeCycle.first - 12) * DAY_MS;
  const window = random.chance(0.24) ? 'always' : current ? 'current' : 'past';
  return random.pick(epics.filter(({ epic }) => epic!.window === window));
};

const typeFor = (epic: EpicText, random: Random): string => {
  const [stories, bugs] = epic.serves === null ? [0.2, 0.4] : [0.58, 0.22];
  const draw = random.next();
  return draw < stories ? TYPE.story : draw < stories + bugs ? TYPE.bug : TYPE.task;
};

const summariesOf = ({ team, epic }: Draft, random: Random): Readonly<Record<string, string[]>> => {
  const { serves, stories, bugs, things } = epic!;
  const phrases = team === 'HARB' || serves === null ? UNSEEN : SEEN;
  const filled = (sentences: readonly string[]): string[] =>
    random.shuffled(
      sentences.flatMap((sentence) => things.map((thing) => sentence.replace('{thing}', thing))),
    );
  return {
    [TYPE.story]: [...stories, ...filled(phrases.stories)],
    [TYPE.bug]: [...bugs, ...filled(phrases.bugs)],
    [TYPE.task]: filled(phrases.tasks),
  };
};

const people = (team: TeamKey, random: Random): Pick<Draft, 'reporter' | 'assignee'> => ({
  reporter: random.chance(0.5) ? ROSTERS[team][0] : random.pick(ROSTERS[team]),
  assignee: random.chance(0.35) ? random.pick(ROSTERS[team].slice(1)) : null,
});

const trimmings = (epic: EpicText, random: Random): Pick<Draft, 'labels' | 'priorityId' | 'description'> => ({
  labels: [
    ...epic.labels.filter(() => random.chance(0.4)),
    ...(random.chance(0.06) ? ['customer-request'] : []),
  ],
  priorityId: random.pick(['1', '2', '2', '3', '3', '3', '3', '4']),
  description: random.pick(DESCRIPTIONS),
});
