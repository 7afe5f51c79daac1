import { connect, type Answerer, type Ask } from '../../../local/pages/frame/rpc';

const channels: MessageChannel[] = [];
afterEach(() => channels.splice(0).forEach(({ port1 }) => port1.close()));

const between = (answer: Answerer): Ask => {
  const channel = new MessageChannel();
  channels.push(channel);
  connect(channel.port2 as never, answer);
  return connect(channel.port1 as never, () => undefined);
};

test('a call gets what the other side answers', async () => {
  const ask = between((command, data) => ({ command, data }));
  await expect(ask('invoke', { payload: [1, null] })).resolves.toEqual({
    command: 'invoke',
    data: { payload: [1, null] },
  });
});

test('what the other side throws arrives as an error with its words', async () => {
  const ask = between(() => {
    throw new Error('not here');
  });
  await expect(ask('close')).rejects.toThrow('not here');
});

test('a callback inside the data is called with what the other side gives and its answer goes back', async () => {
  const ask = between(async (_command, data) => {
    const [{ onClick }] = (data as { actions: [{ onClick: (value: unknown) => Promise<unknown> }] }).actions;
    return `answered ${String(await onClick({ pressed: true }))}`;
  });
  const heard: unknown[] = [];
  const onClick = (value: unknown) => heard.push(value);
  await expect(ask('showFlag', { actions: [{ onClick }] })).resolves.toBe('answered 1');
  expect(heard).toEqual([{ pressed: true }]);
});

test('functions in an answer can be called later', async () => {
  let config: unknown;
  const ask = between(() => ({ updateConfig: (value: unknown) => (config = value) }));
  const api = (await ask('getWidgetEditApi')) as { updateConfig: (value: unknown) => Promise<void> };
  await api.updateConfig({ boardId: 7 });
  expect(config).toEqual({ boardId: 7 });
});

test('calls under way do not get each other’s answers', async () => {
  const ask = between(async (_command, data) => {
    await new Promise((resolve) => setTimeout(resolve, Number(data)));
    return data;
  });
  await expect(Promise.all([ask('wait', 20), ask('wait', 1)])).resolves.toEqual([20, 1]);
});
