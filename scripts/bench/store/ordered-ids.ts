import { randomBytes } from 'node:crypto';

const COUNTER_BITS = 12;

/**
 * Ids in the form of UUID version 7 (RFC 9562), each greater than the one before: the milliseconds, then a counter, then
 * random bits. When a millisecond's counter is used up, the next one is begun early.
 */
export function createOrderedIds(): () => string {
  let moment = 0;
  let counter = 0;
  return () => {
    const now = Date.now();
    counter += 1;
    if (now > moment) [moment, counter] = [now, 0];
    else if (counter >= 2 ** COUNTER_BITS) [moment, counter] = [moment + 1, 0];
    const time = moment.toString(16).padStart(12, '0');
    const count = counter.toString(16).padStart(3, '0');
    const random = randomBytes(8);
    random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
    const tail = random.toString('hex');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${tail.slice(0, 4)}-${tail.slice(4)}`;
  };
}
