import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { customerSummarySchema } from '../../callout-service/src/canonical/customer-summary.ts';
import { errorCatalogue } from '../../callout-service/src/errors/catalogue.ts';
import { problemSchema } from '../../callout-service/src/errors/problem.ts';

const directory = join(
  import.meta.dirname,
  '../../force-app/main/account-insight/lwc/sageAccountSummary/__tests__/data'
);
const readFixture = (file: string): unknown => JSON.parse(readFileSync(join(directory, file), 'utf8'));
const files = globSync('*.json', { cwd: directory }).map((file) => basename(file));
const problems = files.filter((file) => file.startsWith('problem-'));
const summaries = files.filter((file) => !file.startsWith('problem-') && !file.startsWith('account-'));

describe("the answers that the page's tests are fed", () => {
  it('when the fixtures are looked for, then both kinds are found', () => {
    expect(summaries.length).toBeGreaterThan(0);
    expect(problems.length).toBeGreaterThan(0);
  });

  it.each(summaries)('when it is %s, then the service could have sent it', (file) => {
    expect(customerSummarySchema.safeParse(readFixture(file)).error).toBeUndefined();
  });

  it.each(problems)('when it is %s, then the service could have sent it', (file) => {
    const problem = problemSchema.parse(readFixture(file));
    const entry = Object.entries(errorCatalogue).find(([code]) => code === problem.code)?.[1];
    expect(problem).toMatchObject({ status: entry?.status, title: entry?.title, action: entry?.action });
    expect(problem.retryable).toBe(entry?.kind === 'transient');
  });
});
