import { parseArgs } from 'node:util';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19) || (major === 22 && minor < 12) || major === 21) {
  give(`Node ${process.versions.node} is too old: install 20.19 or later, 22.12 or later, or 24.`);
}
void start().catch((error: unknown) => give(error instanceof Error ? error.message : String(error)));

async function start(): Promise<void> {
  const { serve } = await import('./serve');
  await serve({ ...readOptions(), port: readPort(process.env['PORT'] ?? '8080') });
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { site: { type: 'string' }, reset: { type: 'boolean', default: false } },
    });
    return { folder: values.site ?? null, reset: values.reset };
  } catch (error) {
    return give(
      `${error instanceof Error ? error.message : String(error)}. npm start takes --site <folder> and --reset.`,
    );
  }
}

function readPort(given: string): number {
  const port = Number(given);
  return Number.isInteger(port) && port >= 0 && port < 65_536
    ? port
    : give(`PORT is a number up to 65535, not ${given}.`);
}

function give(reason: string): never {
  console.error(reason);
  process.exit(1);
}
