import { type Deployment, isDone } from './deployment.ts';

/** A deployment's state as SOAP and REST tell it (Metadata API Developer Guide, "DeployResult"). */
export function deployResult(deployment: Deployment, includeDetails: boolean): Record<string, unknown> {
  const { id, options, status, createdBy, canceledBy, outcome } = deployment;
  const { checkOnly, ignoreWarnings, rollbackOnError, testLevel } = options;
  const { startedAt, completedAt, createdAt, lastModifiedAt } = deployment;
  return {
    ...(canceledBy ? { canceledBy: canceledBy.id, canceledByName: canceledBy.name } : {}),
    checkOnly,
    ...(completedAt ? { completedDate: completedAt.toISOString() } : {}),
    createdBy: createdBy.id,
    createdByName: createdBy.name,
    createdDate: createdAt.toISOString(),
    ...(includeDetails ? { details: details(deployment) } : {}),
    done: isDone(deployment),
    ...(outcome?.error
      ? { errorMessage: outcome.error.message, errorStatusCode: outcome.error.statusCode }
      : {}),
    id,
    ignoreWarnings,
    lastModifiedDate: lastModifiedAt.toISOString(),
    ...counts(deployment),
    rollbackOnError,
    runTestsEnabled: testLevel !== 'NoTestRun',
    ...(startedAt ? { startDate: startedAt.toISOString() } : {}),
    status,
    success: status === 'Succeeded'
  };
}

/** Manifests are told of in the details, and not counted. */
function counts({ outcome }: Deployment): Record<string, number> {
  const deployed = outcome?.successes.filter(({ componentType }) => componentType !== '').length ?? 0;
  const failed = outcome?.failures.length ?? 0;
  return {
    numberComponentErrors: failed,
    numberComponentsDeployed: deployed,
    numberComponentsTotal: deployed + failed,
    numberTestErrors: 0,
    numberTestsCompleted: 0,
    numberTestsTotal: 0
  };
}

function details({ outcome }: Deployment): Record<string, unknown> {
  return {
    componentFailures: outcome?.failures ?? [],
    componentSuccesses: outcome?.successes ?? [],
    runTestResult: { numFailures: 0, numTestsRun: 0, totalTime: 0 }
  };
}
