import { DateTime } from 'luxon';

/** Tells the time, in UTC. Injected, so that tests can set it. */
export type Clock = () => DateTime<true>;

/** This machine's clock. */
export const systemClock: Clock = () => DateTime.utc();
