import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { aJira } from '../local/jira/a-jira';
import { describeWithShared } from '../shared-data';
import { OFFICIAL_EXAMPLES } from './official-examples';
import { shapeOf, shapeProblems } from './recorded-shape';
import { aSiteLikeRecorded } from './recorded-site';
import { exceptionFor } from './recording-exceptions';
import { NOT_SERVED, RECORDINGS } from './recordings';

type Requested = { readonly method?: string; readonly path: string; readonly body?: unknown };

const ask = async ({ path: route, body: sent, method = sent === undefined ? 'GET' : 'POST' }: Requested) => {
  const { issues, ...over } = aSiteLikeRecorded();
  const { status, body } = await aJira(issues, over).ask('admin', method, route, sent);
  return { status, body: body as never };
};

describeWithShared('recorded replies of Jira', ['fixtures'], (folder) => {
  const read = (file: string): never => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as never;

  it.each(RECORDINGS.map((recording) => [recording.operation, recording.files[0] ?? '', recording] as const))(
    '%s has every field of %s, with its type',
    async (operation, file, { files, ask: requested, records, served }) => {
      const reply = await ask(requested);
      expect(reply.status).toBe(200);
      const recorded = files.map(read).flatMap((content) => records?.(content) ?? [content]);
      const ours = served?.(reply.body) ?? [reply.body];
      expect(ours).not.toHaveLength(0);
      expect(shapeProblems(shapeOf(ours), shapeOf(recorded), exceptionFor(operation, file))).toEqual([]);
    },
  );

  it('are all looked at', () => {
    const known = [...RECORDINGS.flatMap(({ files }) => files), ...Object.keys(NOT_SERVED), EXAMPLES];
    expect([...known].sort()).toEqual(readdirSync(folder).sort());
  });

  it.each(Object.entries(NOT_SERVED))('%s is of an operation that is not served', async (_file, route) => {
    expect((await ask({ path: route })).status).toBe(501);
  });
});

const EXAMPLES = 'openapi-official-examples.json';

type Example = {
  readonly method: string;
  readonly path: string;
  readonly status: string;
  readonly example: unknown;
};

describeWithShared("Atlassian's own examples", ['fixtures', EXAMPLES], (file) => {
  const successful = (): Example[] =>
    (JSON.parse(readFileSync(file, 'utf8')) as Example[]).filter(
      ({ status }) => status === '200' || status === '201',
    );
  const operationOf = ({ method, path: route }: Example): string => `${method} ${route}`;

  it.each(Object.entries(OFFICIAL_EXAMPLES))(
    '%s has every field of its example',
    async (operation, requested) => {
      const example = successful().find((each) => operationOf(each) === operation);
      const { status, body } = await ask(requested);
      expect(status).toBe(Number(example?.status));
      const problems = shapeProblems(
        shapeOf([body]),
        shapeOf([example?.example]),
        exceptionFor(operation, EXAMPLES),
      );
      expect(problems).toEqual([]);
    },
  );

  it('are looked at for every operation that is served', async () => {
    const others = successful().filter((example) => !OFFICIAL_EXAMPLES[operationOf(example)]);
    const served = others.map(async (example) => {
      const route = example.path.replace(/\{\w+\}/g, '1');
      const { status } = await ask({ method: example.method, path: route });
      return status === 501 || status === 405 ? [] : [operationOf(example)];
    });
    expect((await Promise.all(served)).flat()).toEqual([]);
  });
});
