/** An hour: then it does no harm to ask again. */
const mostMs = 3_600_000;

/** How long an answer asks to wait, in seconds or until a date; undefined where it does not. Source: RFC 9110, 10.2.3. */
export function retryAfterMs(headers: Headers, now: () => number = Date.now): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (value === undefined || value === '') return undefined;
  const wait = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now();
  return Number.isNaN(wait) ? undefined : Math.min(mostMs, Math.max(0, wait));
}
