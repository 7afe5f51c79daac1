/** The path of a surface on a running site. */
export const pathOn = async (url: string, path: string): Promise<string> => {
  if (path === 'story') return storyOfTheTour(url);
  return path.startsWith('epic:') ? `/browse/${await epicNamed(url, path.slice(5))}` : path;
};

const storyOfTheTour = async (url: string): Promise<string> => {
  const { tour } = (await (await fetch(`${url}/local/tour`)).json()) as { tour: { link: string }[] };
  return tour[0]!.link;
};

const epicNamed = async (url: string, summary: string): Promise<string> => {
  const response = await fetch(`${url}/rest/api/3/search/jql`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('admin:any')}`, 'content-type': 'application/json' },
    body: JSON.stringify({ jql: `issuetype = Epic AND summary ~ "${summary}"`, fields: ['summary'] }),
  });
  const { issues } = (await response.json()) as { issues: { key: string }[] };
  if (issues[0] === undefined) throw new Error(`The demo has no epic “${summary}”.`);
  return issues[0].key;
};
