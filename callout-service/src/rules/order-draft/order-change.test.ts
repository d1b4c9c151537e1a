import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { salesOrderDraftSchema, type SalesOrderDraft } from '../../canonical/drafts/sales-order-draft.ts';
import type { SalesOrderLine } from '../../canonical/sales-order.ts';
import { orderChange } from './order-change.ts';
import type { OrderInSage } from './order-in-sage.ts';
import { sentAfter } from './sent-after.ts';
import type { SentOrder } from './sent-order.ts';
import type { WantedLine } from './wanted-lines.ts';

interface Said {
  readonly id: string;
  readonly itemCode: string;
  readonly quantity: string;
  readonly comment?: string;
}

function asked(said: readonly Said[], header: Partial<SalesOrderDraft> = {}) {
  const wanted = said.map(({ id, itemCode, quantity, comment }, origin): WantedLine => ({
    id,
    sageLineKey: null,
    line: { kind: 'item', itemCode, quantity },
    comment: comment ?? null,
    origin
  }));
  const lines = wanted.flatMap(({ line, comment }) =>
    comment === null ? [line] : [line, { kind: 'comment' as const, text: comment }]
  );
  const draft = salesOrderDraftSchema.parse({ requestKey: 'k', customerNo: '01-ABF', lines, ...header });
  return { draft, wanted, object: 'Opportunity' as const, recordId: 'r' };
}

function sageLine(lineKey: string, itemCode: string, quantityOrdered: string, comment: string | null = null) {
  return {
    lineKey,
    itemCode,
    quantityOrdered,
    comment,
    itemType: itemCode === '/C' ? 'comment' : 'regular'
  } as SalesOrderLine;
}

/** The order as Sage makes it of a draft. */
function inSage({ draft }: { readonly draft: SalesOrderDraft }): OrderInSage {
  const lines = draft.lines.map((line, index) => {
    const lineKey = String(index + 1).padStart(6, '0');
    return line.kind === 'item'
      ? sageLine(lineKey, line.itemCode, line.quantity)
      : sageLine(lineKey, '/C', '0', line.text);
  });
  return { salesOrderNo: '0000115', lines, userDefinedFields: {}, customerPONo: draft.customerPONo ?? null };
}

function compare(
  now: ReturnType<typeof asked>,
  order: OrderInSage,
  sent: SentOrder | undefined,
  adopt = false
) {
  return orderChange(now.draft, now.wanted, order, { sent, object: now.object, adopt });
}

const first = asked(
  [
    { id: 'a', itemCode: 'DESK', quantity: '1', comment: 'Ring.' },
    { id: 'b', itemCode: 'LAMP', quantity: '2' }
  ],
  { customerPONo: 'A' }
);
const order = inSage(first);
const sent = sentAfter(first, order.lines, undefined);

describe('orderChange', () => {
  it.each<[string, ReturnType<typeof asked>, object | undefined]>([
    ['nothing changed', first, undefined],
    [
      'a quantity changed',
      asked(
        [
          { id: 'a', itemCode: 'DESK', quantity: '3', comment: 'Ring.' },
          { id: 'b', itemCode: 'LAMP', quantity: '2' }
        ],
        { customerPONo: 'A' }
      ),
      { lines: [{ action: 'change', lineKey: '000001', line: { quantity: '3' } }] }
    ],
    [
      'a line went',
      asked([{ id: 'b', itemCode: 'LAMP', quantity: '2' }], { customerPONo: 'A' }),
      {
        lines: [
          { action: 'remove', lineKey: '000001' },
          { action: 'remove', lineKey: '000002' }
        ]
      }
    ],
    [
      'a line was put in the place of another of the same item',
      asked(
        [
          { id: 'a', itemCode: 'DESK', quantity: '1', comment: 'Ring.' },
          { id: 'new', itemCode: 'LAMP', quantity: '5' }
        ],
        { customerPONo: 'A' }
      ),
      { lines: [{ action: 'change', lineKey: '000003', line: { quantity: '5' } }] }
    ],
    [
      'a comment changed',
      asked(
        [
          { id: 'a', itemCode: 'DESK', quantity: '1', comment: 'Knock.' },
          { id: 'b', itemCode: 'LAMP', quantity: '2' }
        ],
        { customerPONo: 'A' }
      ),
      {
        lines: [
          { action: 'remove', lineKey: '000002' },
          { action: 'add', line: { kind: 'comment', text: 'Knock.' } }
        ]
      }
    ],
    [
      'the purchase order was emptied',
      asked([
        { id: 'a', itemCode: 'DESK', quantity: '1', comment: 'Ring.' },
        { id: 'b', itemCode: 'LAMP', quantity: '2' }
      ]),
      { header: { customerPONo: '' } }
    ]
  ])('when %s, then only that is sent', (_what, now, expected) => {
    const { change } = compare(now, order, sent);
    if (expected === undefined) expect(change).toBeUndefined();
    else
      expect(change).toEqual({
        salesOrderNo: '0000115',
        knownLineKeys: ['000001', '000002', '000003'],
        ...expected
      });
  });

  it('when Sage has another value and Salesforce did not change, then it stays', () => {
    const changed = {
      ...order,
      customerPONo: 'BY HAND',
      lines: order.lines.map((line) => ({ ...line, quantityOrdered: '9' }))
    };
    expect(compare(first, changed, sent).change).toBeUndefined();
  });

  it('when both sides changed a field, then Salesforce counts, and the story tells what it replaced', () => {
    const now = asked(
      [
        { id: 'a', itemCode: 'DESK', quantity: '1', comment: 'Ring.' },
        { id: 'b', itemCode: 'LAMP', quantity: '2' }
      ],
      { customerPONo: 'B' }
    );
    const { change, story } = compare(now, { ...order, customerPONo: 'BY HAND' }, sent);
    expect(change?.header).toEqual({ customerPONo: 'B' });
    expect(story).toEqual([`customerPONo changed on both sides: Salesforce's replaces "BY HAND" of Sage.`]);
  });

  it('when people deleted a line in Sage, then it stays deleted, also after the next change', () => {
    const left = { ...order, lines: order.lines.filter(({ lineKey }) => lineKey !== '000003') };
    expect(compare(first, left, sent).change).toBeUndefined();
    const again = sentAfter(first, left.lines, sent);
    expect(compare(first, left, again).change).toBeUndefined();
  });

  it('when nothing is known of what was sent, then lines are adopted and those that match none stay', () => {
    const more = { ...order, lines: [...order.lines, sageLine('000009', 'BY-HAND', '1')] };
    const { change } = compare(first, more, undefined);
    expect(change?.lines).toEqual(undefined);
  });

  it('when an attempt in doubt added a line that has another quantity by now, then it is changed and not added again', () => {
    const came = { ...order, lines: [...order.lines, sageLine('000004', 'CHAIR', '1')] };
    const now = asked(
      [
        { id: 'a', itemCode: 'DESK', quantity: '1', comment: 'Ring.' },
        { id: 'b', itemCode: 'LAMP', quantity: '2' },
        { id: 'c', itemCode: 'CHAIR', quantity: '2' }
      ],
      { customerPONo: 'A' }
    );
    const { change } = compare(now, came, sent, true);
    expect(change?.lines).toEqual([{ action: 'change', lineKey: '000004', line: { quantity: '2' } }]);
  });

  it('when any order was sent, then the same again changes nothing; and after any change the new content changes nothing', () => {
    const said = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        itemCode: fc.constantFrom('DESK', 'LAMP', 'CHAIR'),
        quantity: fc.integer({ min: 1, max: 9 }).map(String),
        comment: fc.constantFrom('', 'Ring.', 'Knock.')
      }),
      { selector: ({ id }) => id, minLength: 1 }
    );
    fc.assert(
      fc.property(said, said, (before, after) => {
        const [one, two] = [before, after].map((lines) => asked(lines.map(withComment)));
        if (one === undefined || two === undefined) return;
        const made = inSage(one);
        const agreed = sentAfter(one, made.lines, undefined);
        expect(compare(one, made, agreed).change).toBeUndefined();
        const changed = applied(made, compare(two, made, agreed).change);
        const next = sentAfter(two, changed.lines, agreed);
        expect(compare(two, changed, next).change).toBeUndefined();
        expect(contentOf(changed)).toEqual(contentOf(inSage(two)));
      })
    );
  });
});

function withComment({ comment, ...line }: Said): Said {
  return comment === undefined || comment === '' ? line : { ...line, comment };
}

/** What an order says, whatever the order of its lines. */
function contentOf({ lines }: OrderInSage): string[] {
  return lines
    .map(({ itemCode, quantityOrdered, comment }) => `${itemCode ?? ''} ${quantityOrdered} ${comment ?? ''}`)
    .sort();
}

/** The order as Sage has it after a change. */
function applied(before: OrderInSage, change: ReturnType<typeof compare>['change']): OrderInSage {
  let lines = [...before.lines];
  let added = 0;
  for (const each of change?.lines ?? []) {
    if (each.action === 'remove') lines = lines.filter(({ lineKey }) => lineKey !== each.lineKey);
    else if (each.action === 'change')
      lines = lines.map((line) =>
        line.lineKey === each.lineKey
          ? { ...line, quantityOrdered: each.line.quantity ?? line.quantityOrdered }
          : line
      );
    else {
      added += 1;
      const lineKey = `added ${added}`;
      lines.push(
        each.line.kind === 'item'
          ? sageLine(lineKey, each.line.itemCode, each.line.quantity)
          : sageLine(lineKey, '/C', '0', each.line.text)
      );
    }
  }
  return { ...before, lines };
}
