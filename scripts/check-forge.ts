import { bundleBackEnd } from './forge-bundle';
import { lintForge } from './forge-lint';
import { getSpecifications, type Specifications } from './specifications';

/** Says what Atlassian's linter and bundler find; `npm run check` runs the two side by side. */
async function main(which: string | undefined): Promise<void> {
  if (which === 'lint') await checkWithLinter();
  else if (which === 'bundle') await checkWithBundler();
  else throw new Error('Say `lint` or `bundle`.');
}

async function checkWithLinter(): Promise<void> {
  const findings = await lintForge(await specifications());
  for (const { file, line, message } of findings) console.error(`${file}:${line} ${message}`);
  if (findings.length > 0) throw new Error(`Atlassian's linter finds ${findings.length} problems.`);
}

function specifications(): Promise<Specifications> {
  return getSpecifications().catch((error: unknown) => {
    throw new Error(
      `The scope check could not run: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
}

async function checkWithBundler(): Promise<void> {
  const { warnings } = await bundleBackEnd();
  for (const warning of warnings) console.error(warning);
  if (warnings.length > 0) throw new Error(`Atlassian's bundler gives ${warnings.length} warnings.`);
}

main(process.argv[2]).then(
  // Atlassian's packages leave timers and connections behind that would keep the process alive.
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
