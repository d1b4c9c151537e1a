import { DateTime, type DurationLikeObject } from 'luxon';
import { z } from 'zod';
import { ignored, text, whole } from '../../metadata/xml.ts';
import { compileLogic, conditionReferences, conditionSchema, isConditionTrue } from '../conditions.ts';
import { commonProperties, connectorSchema, defineElement } from '../flow-element.ts';
import { FlowFault } from '../flow-fault.ts';
import { referencesOf, textOf, valueSchema } from '../flow-value.ts';
import type { Interview } from '../interview.ts';
import type { Steps } from '../runtime/pause.ts';
import { startKind } from '../start/start-kind.ts';

const event = z.strictObject({
  name: text,
  label: text.optional(),
  conditionLogic: text.default('and'),
  conditions: z.array(conditionSchema).default([]),
  connector: connectorSchema.optional(),
  eventType: z
    .literal('AlarmEvent', {
      error: ({ input }) => `the wait event ${String(input)} is not supported by the local org`
    })
    .optional(),
  inputParameters: z
    .array(
      z.strictObject({
        name: text,
        value: valueSchema.optional(),
        processMetadataValues: ignored
      })
    )
    .default([]),
  offset: whole.optional(),
  offsetUnit: z.enum(['Minutes', 'Hours', 'Days', 'Weeks', 'Months']).optional(),
  resumeDate: text.optional(),
  resumeTime: text.optional(),
  resumeDateReference: text.optional(),
  description: ignored,
  processMetadataValues: ignored
});
type WaitEvent = z.infer<typeof event>;

/**
 * Wait: sleeps until the earliest moment of the events whose conditions hold, on the org's clock; without any it
 * goes on by the default path. Waits for records, events and answers are refused by name.
 */
export const waits = defineElement({
  kind: 'waits',
  schema: z.strictObject({
    ...commonProperties,
    elementSubtype: z
      .enum(['WaitDuration', 'WaitDate'], {
        error: ({ input }) => `the wait ${String(input)} is not supported by the local org`
      })
      .optional(),
    waitEvents: z.array(event).min(1),
    defaultConnector: connectorSchema.optional(),
    defaultConnectorLabel: ignored,
    faultConnector: connectorSchema.optional(),
    timeZoneId: text.optional()
  }),
  build: (wait, context) => {
    const problems = startKind(context.flow).startsWith('Record')
      ? ['a record-triggered flow cannot wait']
      : [];
    const decisions = wait.waitEvents.map((each) => ({
      event: each,
      decide: compileLogic(each.conditionLogic, each.conditions.length, `${each.name}: `, problems)
    }));
    return {
      targets: [wait.defaultConnector, wait.faultConnector, ...wait.waitEvents.map((each) => each.connector)],
      faultTarget: wait.faultConnector,
      references: wait.waitEvents.flatMap(referencesOfEvent),
      hasEffects: true,
      problems,
      run: (interview) => {
        const open = decisions.filter(({ event: { conditions }, decide }) =>
          decide((index) => conditions[index] !== undefined && isConditionTrue(conditions[index], interview))
        );
        return sleep(
          open.map((each) => each.event),
          wait.defaultConnector,
          wait.timeZoneId ?? interview.zone,
          interview
        );
      }
    };
  }
});

function referencesOfEvent({ conditions, inputParameters, resumeDateReference }: WaitEvent): string[] {
  return [
    ...conditions.flatMap(conditionReferences),
    ...inputParameters.flatMap(({ value }) => referencesOf(value)),
    ...(resumeDateReference === undefined ? [] : [resumeDateReference])
  ];
}

function* sleep(
  events: readonly WaitEvent[],
  otherwise: string | undefined,
  zone: string,
  interview: Interview
): Steps<string | undefined> {
  const moments = events.map((each) => ({
    each,
    until: momentOf(each, zone, interview)
  }));
  const [first] = moments.toSorted((a, b) => a.until.getTime() - b.until.getTime());
  if (!first) return otherwise;
  interview.recorder.note('waits until', first.until.toISOString());
  yield { kind: 'wait', until: first.until };
  interview.setElementValue(first.each.name, true);
  return first.each.connector;
}

function momentOf(waitEvent: WaitEvent, zone: string, interview: Interview): Date {
  const given = new Map(
    waitEvent.inputParameters.map(({ name, value }) => [name, value ? interview.evaluate(value) : null])
  );
  const { resumeDateReference, resumeDate, resumeTime, offset, offsetUnit } = waitEvent;
  const base = resumeDateReference
    ? interview.resolve(resumeDateReference)
    : (given.get('AlarmTime') ?? resumeDate);
  const unit = offsetUnit ?? textOf(given.get('TimeOffsetUnit') ?? null);
  const amount = offset ?? Number(given.get('TimeOffset') ?? 0);
  const from = base === undefined ? nowOf(interview) : dateTimeOf(textOf(base), resumeTime, zone);
  if (!from.isValid) throw new FlowFault(`The wait ${waitEvent.name} has no moment to wait for.`);
  return from.plus(durationOf(amount, unit)).toJSDate();
}

function nowOf(interview: Interview): DateTime {
  return DateTime.fromJSDate(interview.services.clock.now());
}

function dateTimeOf(value: string, time: string | undefined, zone: string): DateTime {
  if (time === undefined || value.includes('T')) return DateTime.fromISO(value, { zone });
  return DateTime.fromISO(`${value}T${time.replace('Z', '')}`, { zone });
}

/** An offset of `amount` units such as `Days`; nothing where no unit is given. */
export function durationOf(amount: number, unit: string): DurationLikeObject {
  const units: Readonly<Record<string, keyof DurationLikeObject>> = {
    Minutes: 'minutes',
    Hours: 'hours',
    Days: 'days',
    Weeks: 'weeks',
    Months: 'months'
  };
  const key = units[unit];
  return key === undefined ? {} : { [key]: amount };
}
