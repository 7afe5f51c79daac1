import { createHash } from 'node:crypto';
import type { Project } from './model';
import type { JiraState } from './state';

type Json = Record<string, unknown>;

/** A component of a project; the site knows it by name alone, so its id is made of that. */
export const componentJson = (state: JiraState, project: Project, name: string): Json => {
  const id = idOf('component', project.id, name);
  return { self: state.link(`/rest/api/3/component/${id}`), id, name };
};

/** A version of a project, likewise; none is ever released here. */
export const versionJson = (state: JiraState, project: Project, name: string): Json => {
  const id = idOf('version', project.id, name);
  return { self: state.link(`/rest/api/3/version/${id}`), id, name, archived: false, released: false };
};

/** A type of links between issues, with how each end is read. */
export const linkTypeJson = (state: JiraState, name: string): Json => {
  const id = idOf('link type', name);
  const [inward, outward] = READINGS[name] ?? [name.toLowerCase(), name.toLowerCase()];
  return { id, name, inward, outward, self: state.link(`/rest/api/3/issueLinkType/${id}`) };
};

const READINGS: Readonly<Record<string, readonly [inward: string, outward: string]>> = {
  Blocks: ['is blocked by', 'blocks'],
  Cloners: ['is cloned by', 'clones'],
  Duplicate: ['is duplicated by', 'duplicates'],
  Relates: ['relates to', 'relates to'],
};

const idOf = (...parts: readonly string[]): string =>
  String(
    10_000 + (createHash('sha256').update(JSON.stringify(parts)).digest().readUInt32BE() % 1_000_000_000),
  );
