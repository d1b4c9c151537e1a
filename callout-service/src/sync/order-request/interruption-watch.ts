import type { Alarm, AlertTopic } from '../../alerts/alert-notice.ts';
import type { SubscriptionState } from '../../salesforce/port/salesforce-events.ts';
import type { Clock } from '../../telemetry/clock.ts';
import type { Logger } from '../../telemetry/logger.ts';

export interface InterruptionParts {
  readonly state: () => Pick<SubscriptionState, 'state' | 'lastFailure'>;
  readonly topic: AlertTopic;
  /** As `The stream of order requests`. */
  readonly what: string;
  readonly alarm: Alarm;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly interruptedAfterMs: number;
  readonly lookEveryMs: number;
}

/** Tells people of a stream that cannot be opened for a while, and of its being open again. */
export class InterruptionWatch {
  readonly #parts: InterruptionParts;
  readonly #timer: NodeJS.Timeout;
  #downSince: number | undefined;
  /** Undefined at first: an earlier process may have told of an interruption and ended in it. */
  #told: boolean | undefined;
  #looking: Promise<void> | undefined;

  constructor(parts: InterruptionParts) {
    this.#parts = parts;
    const look = () => {
      this.#looking ??= this.#look().finally(() => {
        this.#looking = undefined;
      });
    };
    this.#timer = setInterval(look, parts.lookEveryMs).unref();
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  async #look(): Promise<void> {
    const { state, lastFailure } = this.#parts.state();
    const now = this.#parts.clock().toMillis();
    this.#downSince = state === 'open' ? undefined : (this.#downSince ?? now);
    try {
      if (this.#downSince === undefined) await this.#takeBack();
      else if (now - this.#downSince > this.#parts.interruptedAfterMs) await this.#tell(lastFailure?.message);
    } catch (error) {
      // Telling is tried again with the next look.
      this.#parts.logger.warn({ err: error }, 'The state of the stream of events could not be told');
    }
  }

  async #tell(why = 'Nothing came of the attempt to open it.'): Promise<void> {
    if (this.#told === true) return;
    const { alarm, topic, what } = this.#parts;
    await alarm.raise(topic, `${what} is not open. ${why}`);
    this.#told = true;
  }

  async #takeBack(): Promise<void> {
    if (this.#told === false) return;
    const { alarm, topic, what } = this.#parts;
    await alarm.clear(topic, `${what} is open; nothing was lost.`);
    this.#told = false;
  }
}
