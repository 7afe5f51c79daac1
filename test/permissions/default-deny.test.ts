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

  test('does not compile: a function of a surface that no policy guards', () => {
    const complaints = compile(`
      import * as contract from '../contract/sprint-review';
      import { surface } from './surface';
      export const bare = surface<contract.SprintReviewApi>({
        loadSprintReview: () => Promise.resolve({ ok: true, value: { today: '', objectives: [], cycles: [], checkIns: {} } } as never),
      });`);
    expect(complaints).toEqual([expect.stringContaining('is not assignable')]);
  });

  test('does not compile: a guarded function without a policy', () => {
    const complaints = compile(`
      import * as contract from '../contract/sprint-review';
      import { loadSprintReview } from '../usecases/load-sprint-review';
      import { handle } from './handle';
      import { surface } from './surface';
      export const bare = surface<contract.SprintReviewApi>({
        loadSprintReview: handle(contract.loadSprintReview, loadSprintReview),
      });`);
    expect(complaints).toEqual([expect.stringContaining('Expected 3 arguments, but got 2')]);
  });

  test('compiles with a policy', () => {
    const complaints = compile(`
      import * as contract from '../contract/sprint-review';
      import { loadSprintReview } from '../usecases/load-sprint-review';
      import { anybodyLoggedIn } from '../usecases/who-may';
      import { handle } from './handle';
      import { surface } from './surface';
      export const guarded = surface<contract.SprintReviewApi>({
        loadSprintReview: handle(contract.loadSprintReview, anybodyLoggedIn, loadSprintReview),
      });`);
    expect(complaints).toEqual([]);
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

/** What the compiler says of a file of `src/resolvers` with these lines. */
const compile = (lines: string): string[] => {
  const file = path.join(root, 'src', 'resolvers', 'a-snippet.ts');
  const config = ts.readConfigFile(path.join(root, 'tsconfig.json'), (name) => ts.sys.readFile(name));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) =>
    path.resolve(name) === file
      ? ts.createSourceFile(name, lines, ts.ScriptTarget.ES2022)
      : read(name, ...rest);
  const program = ts.createProgram([file], { ...options, noEmit: true }, host);
  return program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
};
