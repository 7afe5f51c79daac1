import ts from 'typescript';

/** One small change of the source that a test is to notice. */
export type SourceMutant = {
  readonly id: number;
  readonly where: string;
  /** The declaration of the file that it is in. */
  readonly within: string;
  readonly change: string;
};

/** Where policy stands: whole files, or the declarations in them that have to do with it. */
export const POLICY: Readonly<Record<string, readonly string[] | 'everything'>> = {
  'usecases/who-may.ts': 'everything',
  'usecases/rights.ts': 'everything',
  'usecases/get-objective.ts': 'everything',
  'usecases/load-issue-panel.ts': ['visibleInProject'],
  'usecases/load-project-page.ts': ['teamIsVisible', 'entries'],
  'usecases/load-sprint-planning.ts': ['intent'],
  'usecases/save-objective.ts': ['findOwnFirstTry'],
  'usecases/save-tag.ts': ['checkAdded'],
  'usecases/review-grants.ts': 'everything',
  'usecases/load-sprint-review.ts': ['loadSprintReview', 'periodOf', 'seesTeam', 'visiblePart'],
  'usecases/reviewed-key-results.ts': ['loadReviewedKeyResults', 'reviewedKeyResults'],
  'usecases/load-key-result-work.ts': 'everything',
  'usecases/save-verdict.ts': ['givesVerdict', 'readPlace', 'refuseBoardless', 'endOfSprint', 'endOfPeriod'],
  'usecases/continue-intent.ts': ['plansNext', 'nextPeriod', 'nextSprint'],
  'usecases/save-sprint-intent.ts': ['sayIntent', 'isNamed', 'choosable'],
  'usecases/sprint-planning-rights.ts': 'everything',
  'jira/permissions.ts': 'everything',
  'platform/caller.ts': ['callerOf'],
  'storage/plan.ts': ['restrictedProjects'],
};

export type Mutated = { readonly text: string; readonly mutants: readonly SourceMutant[] };

/**
 * The file with all its mutants in it, asleep: `active(id)` decides in each place whether what was written or what was
 * made of it is evaluated.
 *
 * @param active - A JavaScript expression for the test of whether a mutant is awake.
 * @param firstId - The id of the first mutant; the others follow.
 */
export const mutate = (
  file: string,
  source: string,
  only: readonly string[] | 'everything',
  active: string,
  firstId: number,
): Mutated => {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true);
  const mutants: SourceMutant[] = [];
  const rewrite = (node: ts.Node, isPolicy: boolean): string => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return node.getText(tree);
    const inPolicy = isPolicy || (ts.isVariableDeclaration(node) && only.includes(node.name.getText(tree)));
    let text = withChildren(node, tree, (child) => rewrite(child, inPolicy));
    for (const change of inPolicy ? changesOf(node, tree) : []) {
      const id = firstId + mutants.length;
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
      mutants.push({
        id,
        where: `${file}:${line + 1}`,
        within: declarationOf(node, tree),
        change: `${oneLine(node, tree)} → ${change.words ?? change.text}`,
      });
      text = `(${active}(${id}) ? (${change.text}) : ${text})`;
    }
    return text;
  };
  return { text: rewrite(tree, only === 'everything'), mutants };
};

const declarationOf = (node: ts.Node, tree: ts.SourceFile): string => {
  let outermost = '';
  for (let each = node; !ts.isSourceFile(each); each = each.parent) {
    if (ts.isVariableDeclaration(each)) outermost = each.name.getText(tree);
  }
  return outermost;
};

const withChildren = (node: ts.Node, tree: ts.SourceFile, rewrite: (child: ts.Node) => string): string => {
  let text = '';
  let end = ts.isSourceFile(node) ? 0 : node.getStart(tree);
  ts.forEachChild(node, (child) => {
    text += tree.text.slice(end, child.getStart(tree)) + rewrite(child);
    end = child.getEnd();
  });
  return text + tree.text.slice(end, ts.isSourceFile(node) ? tree.text.length : node.getEnd());
};

const oneLine = (node: ts.Node, tree: ts.SourceFile): string =>
  node.getText(tree).replace(/\s+/g, ' ').slice(0, 130);

type Change = { readonly text: string; readonly words?: string };

/** What becomes of an expression: a check dropped, turned round, answered yes or no before it is made. */
const changesOf = (node: ts.Node, tree: ts.SourceFile): Change[] => {
  const of = (part: ts.Node): string => `(${part.getText(tree)})`;
  if (ts.isBinaryExpression(node)) return ofBinary(node, of);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return [{ text: of(node.operand) }];
  if (ts.isConditionalExpression(node)) {
    const { condition, whenTrue, whenFalse } = node;
    return [
      { text: `!${of(condition)} ? ${of(whenTrue)} : ${of(whenFalse)}`, words: 'turned round' },
      { text: of(whenTrue), words: 'always the first' },
      { text: of(whenFalse), words: 'always the second' },
    ];
  }
  if (ts.isArrayLiteralExpression(node)) return ofArray(node, tree);
  if (ts.isCallExpression(node)) return ofCall(node, of, tree);
  if (!ts.isSourceFile(node) && ts.isIfStatement(node.parent) && node.parent.expression === node)
    return [{ text: 'true' }, { text: 'false' }, { text: `!${of(node)}` }];
  return [];
};

const ofBinary = (
  { left, right, operatorToken }: ts.BinaryExpression,
  of: (part: ts.Node) => string,
): Change[] => {
  const between = (operator: string): Change => ({ text: `${of(left)} ${operator} ${of(right)}` });
  const either: Change[] = [{ text: of(left) }, { text: of(right) }];
  switch (operatorToken.kind) {
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return [between('||'), ...either];
    case ts.SyntaxKind.BarBarToken:
      return [between('&&'), ...either];
    case ts.SyntaxKind.QuestionQuestionToken:
      return [{ text: of(left) }];
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
      return [between('!=='), { text: 'true' }, { text: 'false' }];
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return [between('==='), { text: 'true' }, { text: 'false' }];
    case ts.SyntaxKind.GreaterThanToken:
      return [between('<='), { text: 'true' }, { text: 'false' }];
    default:
      return [];
  }
};

/** A permission less that is asked for, an objective less that is looked at. */
const ofArray = (node: ts.ArrayLiteralExpression, tree: ts.SourceFile): Change[] =>
  node.elements.map((_, index) => {
    const others = node.elements.filter((__, other) => other !== index).map((each) => each.getText(tree));
    return { text: `[${others.join(', ')}]` };
  });

const QUESTIONS = ['has', 'includes', 'some', 'every'];

const ofCall = (node: ts.CallExpression, of: (part: ts.Node) => string, tree: ts.SourceFile): Change[] => {
  const callee = node.expression;
  if (!ts.isPropertyAccessExpression(callee)) return [];
  const method = callee.name.text;
  if (method === 'filter') return [{ text: of(callee.expression), words: 'everything' }];
  if (!QUESTIONS.includes(method)) return [];
  const other = { some: 'every', every: 'some' }[method];
  const given = node.arguments.map((each) => each.getText(tree)).join(', ');
  return [
    { text: 'true' },
    { text: 'false' },
    { text: `!${of(node)}` },
    ...(other ? [{ text: `${of(callee.expression)}.${other}(${given})` }] : []),
  ];
};
