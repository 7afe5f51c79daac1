import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import type { StandIn } from '../../local/stand-in';
import { ask } from './ask';
import { ROLE_NAMES, ROLES, aSiteOfRoles } from './site';

const root = path.resolve(__dirname, '../..');

describe('what nobody gave a policy', () => {
  let standIn: StandIn;
  beforeAll(async () => {
    standIn = await aSiteOfRoles();
  });

  test.each([
    'constructor',
    'toString',
    'valueOf',
    'hasOwnProperty',
    '__proto__',
    'isPrototypeOf',
    '',
    'saveTags',
  ])('is no function of the app, though every object has it: “%s”', async (name) => {
    for (const role of ROLE_NAMES)
      await expect(ask(standIn, ROLES[role], name, {})).rejects.toThrow('has the function');
  });

  test('does not compile, while what has one does', () => {
    const complaints = compile({
      guarded: aSurface('handle(contract.loadSprintReview, anybodyLoggedIn, loadSprintReview)'),
      bare: aSurface(
        '() => Promise.resolve({ ok: false, error: { code: "invalid", message: "" } } as const)',
      ),
      withoutPolicy: aSurface('handle(contract.loadSprintReview, loadSprintReview)'),
    });
    expect(complaints).toEqual({
      guarded: [],
      bare: [expect.stringContaining('[GUARDED]')],
      withoutPolicy: [expect.stringContaining('Expected 3 arguments, but got 2')],
    });
  });

  test('has no other way in: only surface.ts makes resolvers', () => {
    const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' });
    const makers = files.filter(
      (file) =>
        file.endsWith('.ts') &&
        readFileSync(path.join(root, 'src', file), 'utf8').includes('@forge/resolver'),
    );
    expect(makers).toEqual([path.join('resolvers', 'surface.ts')]);
  });
});

const aSurface = (loadSprintReview: string): string => `
  import * as contract from '../contract/sprint-review';
  import { loadSprintReview } from '../usecases/load-sprint-review';
  import { anybodyLoggedIn } from '../usecases/who-may';
  import { handle } from './handle';
  import { surface } from './surface';
  export const used = [contract, loadSprintReview, anybodyLoggedIn, handle];
  export const sprintReview = surface<Pick<contract.SprintReviewApi, 'loadSprintReview'>>({
    loadSprintReview: ${loadSprintReview},
  });`;

/** What the compiler says of files of `src/resolvers` with these texts. */
const compile = (texts: Readonly<Record<string, string>>): Record<string, string[]> => {
  const fileOf = (name: string): string => path.join(root, 'src', 'resolvers', `${name}.ts`);
  const byFile = new Map(Object.entries(texts).map(([name, text]) => [fileOf(name), text]));
  const config = ts.readConfigFile(path.join(root, 'tsconfig.json'), (name) => ts.sys.readFile(name));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => {
    const text = byFile.get(path.resolve(name));
    return text === undefined ? read(name, ...rest) : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022);
  };
  const program = ts.createProgram([...byFile.keys()], { ...options, noEmit: true }, host);
  const complaintsOf = (name: string): string[] =>
    program
      .getSemanticDiagnostics(program.getSourceFile(fileOf(name)))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  return Object.fromEntries(Object.keys(texts).map((name) => [name, complaintsOf(name)]));
};
