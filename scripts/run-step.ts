import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export type StepResult = { readonly ok: boolean; readonly seconds: number; readonly output: string };

export const root = path.join(__dirname, '..');

/**
 * Runs a program of the project's own packages, and keeps what it prints.
 *
 * @param words - The program's JavaScript file (as `require.resolve` finds it) and its parameters.
 */
export function runStep(words: readonly string[]): Promise<StepResult> {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('close', (code) =>
      resolve({
        ok: code === 0,
        seconds: (Date.now() - started) / 1000,
        output: Buffer.concat(chunks).toString('utf8').trimEnd(),
      }),
    );
  });
}

/** The JavaScript file behind a command of an installed package. */
export function commandFile(packageName: string, command = packageName): string {
  const manifestFile = require.resolve(`${packageName}/package.json`);
  const { bin } = JSON.parse(readFileSync(manifestFile, 'utf8')) as {
    bin: string | Readonly<Record<string, string>>;
  };
  const file = typeof bin === 'string' ? bin : bin[command];
  if (file === undefined) throw new Error(`${packageName} has no command ${command}.`);
  return path.join(path.dirname(manifestFile), file);
}
