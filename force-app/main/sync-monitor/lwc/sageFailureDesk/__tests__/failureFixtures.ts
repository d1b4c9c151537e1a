/** Failures as the service tells of them. */
export const at = '2026-11-22T10:00:00.000Z';

export const failure = (jobId: number, more: Record<string, unknown> = {}) => ({
  jobId,
  lane: 'sales-order-out',
  key: `00600000000000${jobId}AAA`,
  state: 'dead',
  code: 'LB402',
  title: 'Sage has no such item',
  cause: 'An item of the order is not in Sage.',
  fix: 'Enter the item in Sage, or correct its code; then replay.',
  message: 'Item 6655-XL of line 2 is not in Sage.',
  objectName: 'Opportunity',
  recordId: `00600000000000${jobId}AAA`,
  sageKey: null,
  attempts: 1,
  replays: 0,
  heldUp: 2,
  enqueuedAt: at,
  lastFailedAt: at,
  ...more
});

const cause = (code: string, dead: number) => ({
  code,
  title: `Title of ${code}`,
  cause: 'Why',
  fix: 'How',
  dead,
  oldestAt: at,
  lanes: [{ lane: 'sales-order-out', dead }]
});

export const page = (items: readonly unknown[], more: Record<string, unknown> = {}) => ({
  counts: [{ lane: 'sales-order-out', dead: items.length }],
  causes: items.length === 0 ? [] : [cause('LB402', items.length), cause('LB786', 1)],
  items,
  asOf: at,
  ...more
});

export const detail = (jobId: number, more: Record<string, unknown> = {}) => ({
  ...failure(jobId),
  payload: { object: 'Opportunity', action: 'submit', lines: 2, urgent: false },
  originalPayload: null,
  editable: true,
  errors: [{ at, attempt: 1, kind: 'permanent', code: 'LB402', message: 'Item 6655-XL is not in Sage.' }],
  waitingBehind: [],
  acts: [{ at, operator: 'Dana (salesforce-admin)', action: 'replay', detail: { edited: true } }],
  skipReason: null,
  asOf: at,
  ...more
});

export const refusal = {
  code: 'LB758',
  title: 'The content is not usable',
  detail: 'The edited content cannot be used: action.',
  action: 'Correct it.',
  retryable: false,
  faults: [
    { code: 'LB758', field: 'action', value: 'perhaps', problem: 'It is no action.', fix: 'Send submit.' }
  ]
};
