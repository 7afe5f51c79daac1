import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { aJira } from '../local/jira/a-jira';
import { describeWithShared } from '../shared-data';
import { shapeOf, shapeProblems } from './recorded-shape';
import { aSiteLikeRecorded } from './recorded-site';
import { exceptionFor } from './recording-exceptions';
import { NOT_SERVED, RECORDINGS } from './recordings';

const ask = async (requested: { readonly path: string; readonly body?: unknown }, method?: string) => {
  const { issues, ...over } = aSiteLikeRecorded();
  const { status, body } = await aJira(issues, over).ask(
    'admin',
    method ?? (requested.body === undefined ? 'GET' : 'POST'),
    requested.path,
    requested.body,
  );
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
