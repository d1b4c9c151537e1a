import type { LiveResult } from 'c/mappingLinePanel';
import type { Preview } from 'c/mappingModel';
import type { Asked } from 'c/sageOperation';

/** What one line does with the sample record, of a dry run of it. */
export function liveOf(asked: Asked<Preview>, lineId: string): LiveResult {
  if (asked.kind === 'problem') return { kind: 'fault', problem: asked.problem.detail };
  const [record] = asked.value.records;
  if (record === undefined) return { kind: 'none' };
  const field = record.fields.find(({ id }) => id === lineId);
  if (field === undefined) {
    const [fault] = record.faults;
    return fault === undefined
      ? { kind: 'none' }
      : { kind: 'fault', problem: `${fault.problem} ${fault.fix}` };
  }
  const { sage, salesforce, result, sentence, outcome } = field;
  return {
    kind: 'result',
    before: { sage, salesforce },
    after: result,
    sentence,
    isFault: outcome === 'fault'
  };
}
