import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const FILE = path.join(__dirname, 'last.json');

/** Keeps a part's figures in `last.json`, beside the last ones of the other parts. */
export function keepFigures(part: string, figures: unknown): void {
  const last = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, unknown>;
  writeFileSync(FILE, `${JSON.stringify({ ...last, [part]: figures }, null, 2)}\n`);
}

/** What the figures were measured on. */
export function machine(): string {
  const model = os.cpus()[0]?.model.trim() ?? 'unknown';
  return `${model}, ${os.availableParallelism()} cores, Node ${process.versions.node}`;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
