import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Dump } from './forge/storage/records';
import type { Site } from './jira/model';
import { upgradeSite } from './sites/upgrade-site';

/** What outlives the server: one file for each site. */
export type State = {
  readonly version: 1;
  /** Where the site came from, so that two sites do not take each other's file. */
  readonly source: string;
  readonly site: Site;
  readonly stored: Dump;
  readonly clockOffset: number;
};

/** The kept state, `null` where there is none. @throws a sentence when the file cannot be used. */
export const readState = (file: string, source: string): State | null => {
  if (!existsSync(file)) return null;
  const state = parse(file);
  if (state.version !== 1) throw new Error(`${file} has another version. Start with --reset to begin anew.`);
  if (state.source !== source) {
    throw new Error(
      `${file} keeps the site of ${state.source}. Start with --reset to begin anew with ${source}.`,
    );
  }
  return { ...state, site: upgradeSite(state.site) };
};

/** Writes the whole file or nothing. @throws a sentence when it cannot be written. */
export const writeState = (file: string, state: State): void => {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Cannot write ${file} (${reason}). Make ${dirname(file)} writable and start again.`, {
      cause: error,
    });
  }
};

/** Calls `save` soon after the last of many changes; `flush` does at once what is due. */
export const createSaver = (save: () => void, delayMs = 300) => {
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    save();
  };
  return {
    changed: () => {
      timer ??= setTimeout(flush, delayMs);
    },
    flush,
  };
};

const parse = (file: string): State => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as State;
  } catch {
    throw new Error(`${file} cannot be read. Start with --reset to begin anew.`);
  }
};
