import type { Manifest } from './manifest';

/** How many milliseconds Forge lets a function run for a module: long only where nobody waits for it. */
export const limitOf = (
  { backEnd }: Manifest,
  { functionKey, module }: { readonly functionKey: string; readonly module: { readonly type: string } },
): number => {
  const asked = backEnd.timeouts.get(functionKey);
  return 1000 * (IN_BACKGROUND.includes(module.type) ? (asked ?? 55) : Math.min(asked ?? 25, 25));
};

const IN_BACKGROUND: readonly string[] = ['consumer', 'scheduledTrigger'];
