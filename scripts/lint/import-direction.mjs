/**
 * Which folder may import which, and which packages each may name. Everything not allowed here is an error, so a new
 * folder under `src` or `static` has to be given its place before anything may import from it.
 */

const srcLayers = {
  domain: [],
  contract: ['domain'],
  storage: ['domain', 'contract'],
  jira: ['domain', 'contract'],
  // What the gateway to Jira needs of the platform is said by the gateway; the platform provides it.
  platform: ['domain', 'contract', 'jira/jira-api.ts', 'jira/patient-jira.ts'],
  usecases: ['domain', 'contract', 'storage', 'jira', 'platform'],
  resolvers: ['domain', 'contract', 'storage', 'jira', 'platform', 'usecases'],
  events: ['domain', 'contract', 'storage', 'jira', 'platform', 'usecases'],
};

/** The surfaces; `shared` is what all of them may use. */
export const surfaces = [
  'admin-page',
  'issue-panel',
  'project-page',
  'refinement',
  'sprint-planning',
  'sprint-review',
  'wsjf',
];

/** The screens of other folders that a surface shows as its own. */
export const shown = { 'project-page': ['refinement', 'sprint-planning', 'sprint-review', 'wsjf'] };

const direction =
  'Imports run one way: domain ← contract ← storage, jira, platform ← usecases ← resolvers, events ← index.';

/** The zones of `import-x/no-restricted-paths`. */
export const zones = [
  ...Object.entries(srcLayers).map(([layer, below]) => ({
    target: `./src/${layer}`,
    from: './src',
    except: [layer, ...below].map((name) => `./${name}`),
    message: direction,
  })),
  ...['static', 'local', 'test', 'bench', 'scripts'].map((from) => ({
    target: './src',
    from: `./${from}`,
    message: `The back end never imports ${from}.`,
  })),
  {
    target: './static',
    from: './src',
    except: ['./domain', './contract', './jira'],
    message: 'The front ends see domain, contract and jira only.',
  },
  ...['local', 'test', 'bench', 'scripts'].map((from) => ({
    target: './static',
    from: `./${from}`,
    message: `The front ends never import ${from}.`,
  })),
  ...[...surfaces, 'shared'].map((folder) => ({
    target: `./static/${folder}`,
    from: './static',
    except: [...new Set([folder, 'shared', ...(shown[folder] ?? [])])].map((name) => `./${name}`),
    message:
      'A surface sees itself, shared, and the screens that it shows (scripts/lint/import-direction.mjs).',
  })),
  {
    target: './local',
    from: './src',
    message: 'The stand-in sees no inside of the app: it runs what the manifest names.',
  },
  {
    target: './local',
    from: './static',
    message: 'The stand-in serves the built front ends and imports none of them.',
  },
  { target: './local', from: './test', message: 'The stand-in never imports tests.' },
];

/** Packages that one folder alone may name. */
const owners = {
  '@forge/kvs': 'src/storage',
  '@forge/api': 'src/platform',
  '@forge/events': 'src/platform',
  '@forge/resolver': 'src/resolvers',
  '@forge/bridge': 'static/shared',
  '@forge/dashboards-bridge': 'static/shared',
};

function ownedByOthers(folder) {
  return Object.entries(owners)
    .filter(([, owner]) => owner !== folder)
    .map(([name, owner]) => ({ regex: `^${name}(/|$)`, message: `Only ${owner} names ${name}.` }));
}

const removed = { regex: '^@forge/(ui|storage)(/|$)', message: 'Removed from the platform or replaced.' };
const noForge = { regex: '^@forge/', message: 'What it needs of the platform is passed in.' };
const noPackages = { regex: '^[^.]', message: 'The domain uses no packages.' };

function packages(files, ...patterns) {
  return { files, rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

const inside = (folder) => [`${folder}/**/*.{ts,tsx}`];

/** The later entry wins, so the narrower folders come last. */
export const packageRules = [
  ...['src', 'static', 'src/storage', 'src/platform', 'src/resolvers', 'static/shared'].map((folder) =>
    packages(inside(folder), ...ownedByOthers(folder), removed),
  ),
  packages(inside('src/domain'), noPackages),
  ...['src/contract', 'src/jira'].map((folder) => packages(inside(folder), noForge)),
];
