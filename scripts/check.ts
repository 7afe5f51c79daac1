import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildFrontEnds } from './build-front-ends';
import { commandFile, root, runStep, type StepResult } from './run-step';

type Step = { readonly name: string; readonly words: readonly string[] };

const projects = ['.', 'static', 'local', 'test', 'bench', 'scripts'];
const ownScript = (name: string, ...words: readonly string[]): string[] => [
  '--import',
  'tsx',
  path.join('scripts', name),
  ...words,
];

// The slowest first, so that two can run side by side to the end.
const steps: readonly Step[] = [
  { name: "Atlassian's linter, with its scope check", words: ownScript('check-forge.ts', 'lint') },
  { name: 'Lint, with the direction of imports', words: [commandFile('eslint'), '--max-warnings=0', '.'] },
  ...projects
    .filter((folder) => existsSync(path.join(root, folder, 'tsconfig.json')))
    .map((folder) => ({
      name: `Types of ${folder === '.' ? 'src' : folder}`,
      words: [commandFile('typescript', 'tsc'), '--noEmit', '-p', folder],
    })),
  { name: "Atlassian's bundler over the back end", words: ownScript('check-forge.ts', 'bundle') },
  { name: 'Formatting', words: [commandFile('prettier'), '--check', '--log-level=warn', '.'] },
];

async function main(): Promise<void> {
  // The manifest names what is built, and Atlassian's linter looks whether it is there.
  await buildFrontEnds();
  const waiting = [...steps];
  const failed: string[] = [];
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const result = await runStep(step.words);
      report(step, result);
      if (!result.ok) failed.push(step.name);
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, os.availableParallelism()) }, work));
  console.log(failed.length === 0 ? '\nAll checks pass.' : `\nFailed: ${failed.join('; ')}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

function report({ name }: Step, { ok, seconds, output }: StepResult): void {
  console.log(`\n== ${name}: ${ok ? 'ok' : 'FAILED'} (${seconds.toFixed(1)} s)`);
  if (output !== '') console.log(output);
}

void main();
