import { FlowRequestError } from 'c/flowRequest';
import { JsonFault } from 'c/jsonCheck';
import { isMissingAccess, readProblemJson, reduceErrors, reduceFault } from 'c/reduceErrors';

const PROBLEM = {
  code: 'LB302',
  title: 'Sage did not answer in time',
  detail: 'Reading customer 01-ABF took longer than 5000 ms.',
  action: 'Try again in a moment.',
  retryable: true,
  requestId: 'r-1'
};

const CASES: readonly (readonly [what: string, error: unknown, code: string, retryable: boolean])[] = [
  ['a flow that could not run', new FlowRequestError('ERROR', 'F'), 'LB802', true],
  ['a flow that paused', new FlowRequestError('PAUSED', 'F'), 'LB802', true],
  ['a flow that took too long', new FlowRequestError('TIMEOUT', 'F'), 'LB803', true],
  ['a page that went away', new FlowRequestError('DISCONNECTED', 'F'), 'LB809', true],
  ['an answer that cannot be read', new JsonFault('answer.asOf', 'a moment'), 'LB804', true],
  ['a record that cannot be read', { status: 404, body: { message: 'Gone.' } }, 'LB806', false],
  ['several messages', { status: 400, body: [{ message: 'One.' }, { message: 'Two.' }] }, 'LB806', false],
  ['a plain error', new Error('Broken.'), 'LB809', true],
  ['a text', 'Broken.', 'LB809', true],
  ['nothing', undefined, 'LB809', true]
];

describe('reduceErrors', () => {
  it.each(CASES)('when it is %s, then its code says so', (_what, error, code, retryable) => {
    expect(reduceErrors(error)).toMatchObject({ code, retryable });
  });

  it("when the platform gave a reason, then it stands in the problem's detail", () => {
    expect(reduceErrors({ body: [{ message: 'One.' }, { message: 'Two.' }] }).detail).toBe(
      'Salesforce did not give this account to the page. One. Two.'
    );
    expect(reduceErrors(new Error('Broken.')).detail).toContain('Broken.');
    expect(reduceErrors(new JsonFault('answer.asOf', 'a moment')).detail).toContain('answer.asOf');
  });

  it('when there is nothing to say, then the detail ends without a blank or a mark', () => {
    expect(reduceErrors(undefined).detail).toBe('Something happened that this page did not expect.');
  });
});

describe('reduceFault', () => {
  it('when the message carries problem details, then they are used', () => {
    const message = `Http call failed, status 504. Response: ${JSON.stringify(PROBLEM)} (1)`;
    expect(reduceFault(message)).toEqual(PROBLEM);
  });

  it('when Salesforce refuses the credential, then access is missing', () => {
    const problem = reduceFault(
      `We couldn't access the credential(s). You might not have the required permissions, or the external credential "Sage_Callout_Reader" might not exist.`
    );
    expect(problem.code).toBe('LB801');
    expect(isMissingAccess(problem)).toBe(true);
  });

  it.each(['Unable to tunnel through proxy.', 'A brace { alone', '{"code":"LB302"}', ''])(
    'when the message is %p, then it is shown as it is',
    (message) => {
      const problem = reduceFault(message);
      expect(problem.code).toBe('LB805');
      expect(problem.detail).toContain(message);
      expect(isMissingAccess(problem)).toBe(false);
    }
  );
});

describe('readProblemJson', () => {
  it('when there is no request id, then the problem has none', () => {
    const { requestId, ...rest } = PROBLEM;
    expect(requestId).toBe('r-1');
    expect(readProblemJson(JSON.stringify(rest))).toEqual({ ...rest, requestId: undefined });
  });

  it.each([{ code: 'E1' }, { code: 5 }, { retryable: 'yes' }, { title: null }])(
    'when %p is not as agreed, then it is refused',
    (fault) => {
      expect(() => readProblemJson(JSON.stringify({ ...PROBLEM, ...fault }))).toThrow(JsonFault);
    }
  );
});
