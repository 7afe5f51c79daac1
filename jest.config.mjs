import os from 'node:os';

function swc(tsx) {
  return [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx },
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs' },
    },
  ];
}

/** @type {import('jest').Config} */
export default {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.{ts,tsx}'],
  testPathIgnorePatterns: ['/node_modules/', '/test/e2e/'],
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/.local/'],
  testEnvironment: 'node',
  globalSetup: '<rootDir>/scripts/tell-absent-specifications.mjs',
  transform: {
    '\\.tsx$': swc(true),
    '\\.[cm]?ts$': swc(false),
    // Ship as modules only: jira.js, whose schemas test/contract reads, and what charts are laid out with.
    'node_modules/(jira\\.js|d3-[a-z-]+|internmap)/.+\\.m?js$': swc(false),
  },
  transformIgnorePatterns: ['/node_modules/(?!(jira\\.js|d3-[a-z-]+|internmap)/)'],
  moduleNameMapper: { '\\.css$': '<rootDir>/scripts/jest/no-styles.cjs' },
  maxWorkers: Math.min(2, os.availableParallelism()),
  // The stand-in seeds whole sites; on two shared cores that takes its time.
  testTimeout: 60_000,
};
