import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(__dirname, '..', '..');

type Message = { readonly ruleId: string | null; readonly message: string };

/** Lints lines as if they stood in files of the project; answers with the rules that they break, in order. */
function lintAs(snippets: readonly { readonly file: string; readonly code: string }[]): string[][] {
  const script = `
    import { ESLint } from 'eslint';
    const eslint = new ESLint({ overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
      ruleFilter: ({ ruleId }) => ${JSON.stringify(RULES)}.includes(ruleId) });
    const snippets = JSON.parse(process.argv[1]);
    const results = [];
    for (const { file, code } of snippets) results.push((await eslint.lintText(code, { filePath: file }))[0].messages);
    process.stdout.write(JSON.stringify(results));`;
  const output = execFileSync(
    process.execPath,
    ['--input-type=module', '-e', script, JSON.stringify(snippets)],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  return (JSON.parse(output) as Message[][]).map((messages) =>
    messages.map(({ ruleId, message }) => ruleId ?? message),
  );
}

const RULES = ['import-x/no-restricted-paths', 'no-restricted-imports', 'no-restricted-syntax', 'no-console'];

const direction = 'import-x/no-restricted-paths';
const packages = 'no-restricted-imports';
const imports = (from: string): string => `import * as what from '${from}';\nexport const it = what;\n`;

const cases: readonly (readonly [file: string, from: string, rule: string | null])[] = [
  ['src/domain/a.ts', '../contract/outcome', direction],
  ['src/contract/a.ts', '../storage/record', direction],
  ['src/contract/a.ts', '../domain/ids', null],
  ['src/storage/a.ts', '../jira/boards', direction],
  ['src/jira/a.ts', '../storage/record', direction],
  ['src/platform/a.ts', '../usecases/rights', direction],
  ['src/platform/a.ts', '../jira/boards', direction],
  ['src/usecases/a.ts', '../resolvers/handle', direction],
  ['src/usecases/a.ts', '../storage/record', null],
  ['src/resolvers/a.ts', '../usecases/rights', null],
  ['src/resolvers/a.ts', '../../local/server', direction],
  ['src/usecases/a.ts', '../../test/builders/okrs', direction],
  ['static/issue-panel/a.ts', '../../src/storage/record', direction],
  ['static/issue-panel/a.ts', '../../src/jira/boards', null],
  ['static/issue-panel/a.ts', '../../local/server', direction],
  ['static/issue-panel/a.ts', '../sprint-review/config', direction],
  ['static/issue-panel/a.ts', '../shared/as-of', null],
  ['static/shared/a.ts', '../sprint-review/config', direction],
  ['local/forge/a.ts', '../../src/domain/ids', direction],
  ['local/forge/a.ts', '../../static/shared/as-of', direction],
  ['src/domain/a.ts', 'valibot', packages],
  ['src/contract/a.ts', 'valibot', null],
  ['src/contract/a.ts', '@forge/resolver', packages],
  ['src/jira/a.ts', '@forge/api', packages],
  ['src/usecases/a.ts', '@forge/kvs', packages],
  ['src/storage/a.ts', '@forge/kvs', null],
  ['src/storage/a.ts', '@forge/api', packages],
  ['src/platform/a.ts', '@forge/api', null],
  ['src/resolvers/a.ts', '@forge/api', packages],
  ['src/resolvers/a.ts', '@forge/resolver', null],
  ['static/issue-panel/a.ts', '@forge/bridge', packages],
  ['static/issue-panel/a.ts', '@forge/dashboards-bridge', packages],
  ['static/shared/a.ts', '@forge/bridge', null],
  ['static/shared/a.ts', '@forge/kvs', packages],
];

describe('the lint rules of the house', () => {
  const others = [
    { file: 'test/domain/a.test.ts', code: "it.skip('a', () => {});\n", rule: 'no-restricted-syntax' },
    { file: 'test/domain/a.test.ts', code: "it.only('a', () => {});\n", rule: 'no-restricted-syntax' },
    { file: 'test/domain/a.test.ts', code: "xit('a', () => {});\n", rule: 'no-restricted-syntax' },
    { file: 'src/domain/a.ts', code: "console.log('a');\n", rule: 'no-console' },
    { file: 'static/shared/a.ts', code: "console.log('a');\n", rule: 'no-console' },
  ];
  const found = lintAs([...cases.map(([file, from]) => ({ file, code: imports(from) })), ...others]);

  it.each(
    cases.map(([file, from, rule], index) => ({
      file,
      from,
      rule,
      verdict: rule ? 'forbid' : 'allow',
      index,
    })),
  )('$verdict $file to import $from', ({ rule, index }) => {
    expect(found[index]).toEqual(rule === null ? [] : [rule]);
  });

  it.each(others.map((other, index) => ({ ...other, index: cases.length + index })))(
    'forbid $code in $file',
    ({ rule, index }) => {
      expect(found[index]).toEqual([rule]);
    },
  );
});
