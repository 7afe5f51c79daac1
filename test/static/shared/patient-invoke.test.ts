import { failure, success, type ErrorCode, type Outcome } from '../../../src/contract/outcome';
import { MOST_TRIES } from '../../../src/contract/patience';
import { patientInvoke } from '../../../static/shared/patient-invoke';
import { aPatience } from '../../builders/a-patience';

/** A resolver whose first calls are lost, and what it was sent. */
const aResolver = (lost: number) => {
  const sent: unknown[] = [];
  const patience = aPatience();
  const invoke = async (functionKey: string, payload: object): Promise<string> => {
    sent.push([functionKey, payload]);
    if (sent.length <= lost)
      throw new Error('There was an error invoking the function - The connection was lost.');
    return 'answer';
  };
  return { sent, patience, invoke: patientInvoke(invoke, { once: ['toggle'], patience: () => patience }) };
};

const problem = (code: ErrorCode): Outcome<string> => failure({ code, message: 'Nothing was changed.' });

describe('a call of a resolver', () => {
  it('that was lost is sent again with the same payload', async () => {
    const { invoke, sent, patience } = aResolver(2);
    expect(await invoke('save', { id: 'caller-made' })).toBe('answer');
    expect(sent).toEqual(Array.from({ length: 3 }, () => ['save', { id: 'caller-made' }]));
    expect(patience.waited).toEqual([150, 300]);
  });

  it('that was lost is not believed to have changed nothing when the next try fails', async () => {
    const answers = [null, problem('rate-limited'), problem('storage-unavailable'), null, success('done')];
    const invoke = patientInvoke(
      async (_name: string, _payload: object): Promise<Outcome<string>> => {
        const answer = answers.shift();
        if (answer) return answer;
        throw new Error('The connection was lost.');
      },
      { patience: aPatience },
    );
    await expect(invoke('save', {})).rejects.toThrow('The connection was lost.');
    expect(await invoke('save', {})).toEqual(success('done'));
    answers.push(problem('rate-limited'), null, problem('conflict'));
    expect(await invoke('save', {})).toEqual(problem('rate-limited'));
    expect(await invoke('save', {})).toEqual(problem('conflict'));
  });

  it('that stays lost is given up after a few tries', async () => {
    const { invoke, sent } = aResolver(Infinity);
    await expect(invoke('save', {})).rejects.toThrow('The connection was lost.');
    expect(sent).toHaveLength(MOST_TRIES);
  });

  it('that would not find what it did before is sent once', async () => {
    const { invoke, sent } = aResolver(1);
    await expect(invoke('toggle', {})).rejects.toThrow('The connection was lost.');
    expect(sent).toHaveLength(1);
  });
});
