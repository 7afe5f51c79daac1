import { limited } from '../../../static/shared/limited';

describe('a limit of tasks at a time', () => {
  it('is never passed, and every task gets its turn', async () => {
    const inTurn = limited(2);
    let running = 0;
    let most = 0;
    const task = async (answer: number): Promise<number> => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running -= 1;
      return answer;
    };
    const answers = await Promise.all([1, 2, 3, 4, 5].map((answer) => inTurn(() => task(answer))));
    expect(answers).toEqual([1, 2, 3, 4, 5]);
    expect(most).toBe(2);
  });

  it('goes on after a task that fails', async () => {
    const inTurn = limited(1);
    await expect(inTurn(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(inTurn(() => Promise.resolve('yes'))).resolves.toBe('yes');
  });
});
