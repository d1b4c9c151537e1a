import { describe, expect, it } from 'vitest';
import { order } from '../../sage/boi/test-support/operations.ts';
import { withQueue } from '../../sage/boi/test-support/test-queue.ts';
import { createWritingControl } from './pause-writing.ts';
import { writerStateSchema } from './writer-state-schema.ts';

describe('the control of writing', () => {
  it("when an operator pauses, then Sage's files are free, and what comes waits until writing is resumed", () =>
    withQueue([], {}, async ({ queue }) => {
      const control = createWritingControl(queue);
      await queue.run(order('PO-1'));
      const paused = writerStateSchema.parse(await control.pause());
      expect(paused).toMatchObject({ bridge: 'stopped', waiting: 0 });
      expect(paused.pausedSince).not.toBeNull();
      const waiting = queue.run(order('PO-2'));
      expect(await control.pause()).toMatchObject({ waiting: 1, pausedSince: paused.pausedSince });
      expect(await control.resume()).toMatchObject({ pausedSince: null });
      expect(await waiting).toBe('PO-2');
    }));
});
