import { reduceErrors } from 'c/reduceErrors';
import { recordFailed } from '../summaryState';

describe('what the page knows', () => {
  it('when the record cannot be read for a reason nobody knows, then asking Sage again is not offered', () => {
    const problem = reduceErrors(new Error('Broken.'));
    expect(problem).toMatchObject({ code: 'LB809', retryable: true });
    expect(recordFailed(problem).problem).toEqual({ ...problem, retryable: false });
  });
});
