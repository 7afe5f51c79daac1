import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export type SiteFiles = { readonly issues: string; readonly sprints: string; readonly epics: string | null };

/** The files of a site in a folder: one slice of issues with its sprints, and the epics where there are any. */
export const findFiles = (
  folder: string,
  slice: string | undefined,
  say: (line: string) => void,
): SiteFiles => {
  const names = list(folder);
  const slices = names
    .filter((name) => name.endsWith(ISSUES))
    .map((name) => name.slice(0, -ISSUES.length))
    .sort();
  if (slices.length === 0) {
    throw new Error(
      `There is no file *${ISSUES} in ${folder}. Put one there; docs/site-format.md says what is in it.`,
    );
  }
  const chosen = slice ?? slices.at(-1)!;
  if (!slices.includes(chosen)) {
    throw new Error(`There is no ${chosen}${ISSUES} in ${folder}. Choose one of: ${slices.join(', ')}.`);
  }
  if (slices.length > 1 && slice === undefined) {
    say(`${folder} holds several slices (${slices.join(', ')}). Taking ${chosen}, the last by name.`);
  }
  const sprints = join(folder, `${chosen}.sprints.json`);
  if (!existsSync(sprints)) {
    throw new Error(
      `${sprints} is missing. Put the sprints of ${chosen}${ISSUES} there, or an empty list: [].`,
    );
  }
  const epics = join(folder, 'epics.json');
  return { issues: join(folder, `${chosen}${ISSUES}`), sprints, epics: existsSync(epics) ? epics : null };
};

const ISSUES = '.issues.json';

const list = (folder: string): string[] => {
  const advice = 'Give a folder with a site’s files after --site.';
  if (!existsSync(folder)) throw new Error(`The folder ${folder} does not exist. ${advice}`);
  try {
    return readdirSync(folder);
  } catch (cause) {
    throw new Error(`${folder} is not a folder, or cannot be read. ${advice}`, { cause });
  }
};
