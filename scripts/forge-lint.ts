import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { lint, parseSourceFile } from '@forge/lint';
import { parse } from 'yaml';
import type { Specifications } from './specifications';

type Manifest = Parameters<typeof lint>[1];
type ParsedFile = ReturnType<typeof parseSourceFile>;

/** What Atlassian's linter says against the app: an error, a warning, or a change that would need approval. */
export type Finding = {
  readonly file: string;
  readonly line: number;
  readonly message: string;
  /** The scope that the manifest lacks for a call, where that is what is wrong. */
  readonly missingScope: string | null;
};

/** The manifest of the project, as the linter wants it. */
export function readManifest(): Manifest {
  return parse(readFileSync(path.join(root, 'manifest.yml'), 'utf8')) as Manifest;
}

/**
 * Runs Atlassian's client-side linter over the manifest and the back end.
 *
 * @throws When it did not look at every file of the back end, or could not look at all.
 */
export async function lintForge(
  specifications: Specifications,
  manifest = readManifest(),
): Promise<Finding[]> {
  useSpecifications(specifications);
  process.chdir(root);
  const files = sourceFiles('src');
  const seen = new Set<string>();
  const results = await lint(files, manifest, 'production', { info: ignore }, statsig as never, {
    linter: { mode: 'client-side' },
    parseFunction: (file, parser) => {
      seen.add(file);
      return parsedOnce(file, parser);
    },
  });
  const unseen = files.filter((file) => !seen.has(file));
  if (unseen.length > 0) throw new Error(`Atlassian's linter skipped ${unseen.join(', ')}.`);
  return results.flatMap((result) =>
    [...result.errors, ...result.warnings, ...result.approvals].map((rule) => ({
      file: result.file,
      line: rule.line,
      message: rule.message,
      missingScope: (rule.metadata?.['missingPermission'] as string | undefined) ?? null,
    })),
  );
}

const root = path.join(__dirname, '..');
const ignore = (): void => undefined;
/** The linter asks Atlassian which runtimes are going out of use; without a login nobody answers. */
const statsig = { getDeprecatedRuntimes: () => Promise.resolve([]) };
const parsed = new Map<string, ParsedFile>();

function parsedOnce(file: string, parser: Parameters<typeof parseSourceFile>[1]): ParsedFile {
  const known = parsed.get(file) ?? parseSourceFile(file, parser);
  parsed.set(file, known);
  return known;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name));
}

function useSpecifications({ jira, software, none }: Specifications): void {
  Object.assign(process.env, {
    USE_LOCAL_SWAGGER: '1',
    LOCAL_JIRA_SWAGGER: jira,
    LOCAL_JSW_SWAGGER: software,
    LOCAL_JSM_SWAGGER: none,
    LOCAL_CONF_SWAGGER: none,
    LOCAL_CONF_V2_SWAGGER: none,
    LOCAL_BB_SWAGGER: none,
  });
}
