import type { Exchange } from '../../local/seams';
import { replyProblems } from './reply-problems';
import { requestProblems } from './request-problems';
import { findOperation, haveSpecifications } from './specifications';

/** Holds what passes between the app and Jira to Atlassian's specifications. */
export type Watcher = {
  /** To be told of every exchange. Never throws: the app would take it for a failure of Jira's. */
  readonly onExchange: (exchange: Exchange) => void;
  /** What was wrong since it was last asked, each once: operation, who is wrong, field. */
  readonly take: () => readonly string[];
};

/**
 * Replies are checked whoever asked; requests where the app itself asks, since tests ask wrongly on purpose. Without
 * `../shared/openapi` nothing is checked.
 */
export const createWatcher = (): Watcher => {
  const found = new Set<string>();
  return {
    onExchange: (exchange) => {
      for (const problem of problemsOf(exchange)) found.add(problem);
    },
    take: () => {
      const taken = [...found];
      found.clear();
      return taken;
    },
  };
};

/** The failure of a test with these mismatches; nothing for none. @throws what each operation got wrong. */
export const failOn = (mismatches: readonly string[]): void => {
  if (mismatches.length === 0) return;
  throw new Error(
    `Jira's specification is not kept to (known holes: test/contract/known-holes.ts):\n- ${mismatches.join('\n- ')}`,
  );
};

const available = haveSpecifications();

const problemsOf = (exchange: Exchange): readonly string[] => {
  if (!available) return [];
  try {
    return check(exchange);
  } catch (error) {
    return [`${exchange.request.method} ${exchange.request.path} cannot be checked: ${String(error)}`];
  }
};

const check = ({ request, reply }: Exchange): readonly string[] => {
  const { pathname } = new URL(request.path, 'http://jira');
  const operation = findOperation(request.method, pathname);
  const name = operation?.name ?? `${request.method} ${pathname}`;
  const asked = operation ? requestProblems(operation, request) : ['no specification has this operation'];
  return [
    ...(request.from === undefined
      ? []
      : asked.map((problem) => `${name}, the app's request: ${anywhere(problem)}`)),
    ...replyProblems(operation, reply).map(
      (problem) => `${name}, reply ${reply.status}: ${anywhere(problem)}`,
    ),
  ];
};

/** Without places in lists, so that a hundred wrong rows are one mismatch. */
const anywhere = (problem: string): string => problem.replace(/(?<=[ .]|^)\d+(?=[.:])/g, '*');
