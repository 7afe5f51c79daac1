import { createSearch } from '../../../static/shared/search-store';

const aSearch = () => {
  const answers = new Map<string, () => Promise<string[]>>();
  const store = createSearch((typed: string) => (answers.get(typed) ?? (async () => []))());
  return { answers, store };
};

describe('a search while typing', () => {
  it('says that it failed, not that it found nothing, and searches the same again', async () => {
    const { answers, store } = aSearch();
    answers.set('ama', () => Promise.reject(new Error('offline')));
    await store.search('ama');
    expect(store.get()).toMatchObject({ found: null, isLoading: false, problem: { code: 'unexpected' } });
    answers.set('ama', async () => ['Amara']);
    await store.retry();
    expect(store.get()).toEqual({ found: ['Amara'], isLoading: false, problem: null });
  });

  it('says when it found nothing', async () => {
    const { store } = aSearch();
    await store.search('nobody');
    expect(store.get()).toEqual({ found: [], isLoading: false, problem: null });
  });

  it('drops the answer to what was typed before', async () => {
    const { answers, store } = aSearch();
    let answer: (found: string[]) => void = () => undefined;
    answers.set('a', () => new Promise((resolve) => (answer = resolve)));
    answers.set('am', async () => ['Amara']);
    const early = store.search('a');
    await store.search('am');
    answer(['Anton']);
    await early;
    expect(store.get().found).toEqual(['Amara']);
  });

  it('asks for nothing when nothing is typed', async () => {
    const { answers, store } = aSearch();
    answers.set('', () => Promise.reject(new Error('asked')));
    await store.search('  ');
    expect(store.get()).toEqual({ found: null, isLoading: false, problem: null });
  });
});
