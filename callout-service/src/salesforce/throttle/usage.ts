import { z } from 'zod';

/** API requests of an org within 24 hours. */
export interface Usage {
  readonly used: number;
  readonly limit: number;
}

/** From the header that answers carry, as `api-usage=18/5000`. Source: REST API Developer Guide, Limit Info Header. */
export function usageInHeader(headers: Headers): Usage | undefined {
  const found = /(?:^|[;,\s])api-usage=(?<used>\d+)\/(?<limit>\d+)/.exec(
    headers.get('sforce-limit-info') ?? ''
  );
  if (!found?.groups) return undefined;
  return { used: Number(found.groups['used']), limit: Number(found.groups['limit']) };
}

const limitsSchema = z.object({
  DailyApiRequests: z.object({ Max: z.coerce.number(), Remaining: z.coerce.number() })
});

/** From the answer of the limits resource. Source: REST API Developer Guide, Limits. */
export function usageInLimits(body: unknown): Usage | undefined {
  const limits = limitsSchema.safeParse(body);
  if (!limits.success) return undefined;
  const { Max, Remaining } = limits.data.DailyApiRequests;
  return { used: Max - Remaining, limit: Max };
}

/**
 * Whether what is left is kept for people and other programs. Without a reserve nothing is: Salesforce itself decides, as
 * it lets some orgs go beyond their limit for a while.
 */
export function isReserved({ used, limit }: Usage, reservePercent: number): boolean {
  return reservePercent > 0 && limit - used <= (limit * reservePercent) / 100;
}
