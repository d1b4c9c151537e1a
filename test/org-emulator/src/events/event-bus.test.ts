import { expect, test } from 'vitest';
import { Clock } from '../clock.ts';
import { field, textField } from '../schema/field-builders.ts';
import { ObjectDefinition } from '../schema/object.ts';
import { Schema } from '../schema/schema.ts';
import { thrownBy } from '../testing/thrown-by.ts';
import { StoredEvents } from './event-bus.ts';

const hour = 60 * 60 * 1000;

function event(name: string): ObjectDefinition {
  return new ObjectDefinition({
    name,
    label: name,
    labelPlural: name,
    keyPrefix: 'e00',
    custom: true,
    fields: [
      field('CreatedDate', 'Created Date', 'datetime'),
      textField('Text__c', 'Text', 80, { custom: true })
    ],
    options: { kind: 'platformEvent' }
  });
}

function newBus(): { readonly bus: StoredEvents; readonly clock: Clock } {
  const clock = new Clock();
  return { bus: new StoredEvents(clock, new Schema([event('A__e'), event('B__e')])), clock };
}

const publish = (bus: StoredEvents, eventName: string, text = '') =>
  bus.publish({ eventName, values: { Text__c: text }, publishedById: '005' });

test('when events are published, then their replay ids rise over all events, with gaps', () => {
  const { bus } = newBus();
  const ids = Array.from({ length: 200 }, (_, n) => publish(bus, n % 2 ? 'A__e' : 'B__e').replayId);
  expect(ids).toEqual(ids.toSorted((a, b) => Number(a - b)));
  expect(new Set(ids).size).toBe(200);
  expect(Number((ids.at(-1) ?? 0n) - (ids[0] ?? 0n))).toBeGreaterThan(250);
});

test('when a channel has several events, then they are read as one stream', () => {
  const { bus } = newBus();
  const all = ['A__e', 'B__e', 'B__e', 'A__e', 'B__e'].map((name, n) => publish(bus, name, String(n)));
  const after = bus.after(['A__e', 'B__e'], all[0]?.replayId ?? 0n, 3);
  expect(after.map(({ payload }) => payload.Text__c)).toEqual(['1', '2', '3']);
  expect(bus.after(['A__e'], 0n, 9)).toEqual([all[0], all[3]]);
});

test('when 72 hours have passed, then events and replay ids are forgotten', () => {
  const { bus, clock } = newBus();
  const old = publish(bus, 'A__e');
  clock.advance(71 * hour);
  const young = publish(bus, 'A__e');
  expect(bus.kept('A__e')).toEqual([old, young]);
  expect(bus.knows(old.replayId)).toBe(true);
  clock.advance(2 * hour);
  expect(bus.kept('A__e')).toEqual([young]);
  expect(bus.knows(old.replayId)).toBe(false);
  expect(bus.knows(young.replayId + 1n)).toBe(false);
});

test('when there are 100,000 events, then publishing and reading one stay cheap', () => {
  const { bus } = newBus();
  for (let n = 0; n < 100_000; n += 1) publish(bus, 'A__e');
  const startedAt = performance.now();
  for (let n = 0; n < 1000; n += 1) bus.after(['A__e'], publish(bus, 'A__e').replayId - 20n, 5);
  // Reading all events each time would take minutes.
  expect(performance.now() - startedAt).toBeLessThan(1000);
});

test('when limits are set, then publishing and delivery stop at them until time has passed', () => {
  const { bus, clock } = newBus();
  bus.setLimits({ hourlyPublished: 2, dailyDelivered: 3 });
  publish(bus, 'A__e');
  publish(bus, 'A__e');
  expect(thrownBy(() => publish(bus, 'A__e'))).toMatchObject({ code: 'LIMIT_EXCEEDED' });
  expect([bus.countDelivered(3), bus.countDelivered(1)]).toEqual([true, false]);
  expect(bus.usage()).toEqual({ publishedInHour: 2, deliveredInDay: 3 });
  clock.advance(hour + 60_000);
  publish(bus, 'A__e');
  expect(bus.usage()).toEqual({ publishedInHour: 1, deliveredInDay: 3 });
});

test('when an event has no active user as its creator, then streams get it and automation does not', () => {
  const { bus } = newBus();
  const heard: string[] = [];
  bus.onEvent(() => heard.push('automation'));
  bus.onStored(() => heard.push('stream'));
  bus.publish({ eventName: 'A__e', values: {}, publishedById: 'nobody', startsAutomation: false });
  expect(heard).toEqual(['stream']);
  expect(thrownBy(() => publish(bus, 'Account'))).toMatchObject({ code: 'INVALID_TYPE' });
});
