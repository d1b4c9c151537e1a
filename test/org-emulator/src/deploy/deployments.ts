import type { Clock } from '../clock.ts';
import { makeRecordId } from '../data/record-id.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { DeployOptions } from './deploy-options.ts';
import { type Deployment, type DeployingUser, type DeployOutcome, isDone } from './deployment.ts';

/** A validation can be deployed for ten days (help, "Quick Deployments"). */
const validationDays = 10;
const millisecondsOfDay = 86_400_000;

/** Milliseconds for which a deployment waits in the queue: long enough for a client to cancel it. */
const waitInQueue = 25;

/** Work that turns a deployment into what is deployed. */
export type RunDeployment = (deployment: Deployment) => DeployOutcome;

/** All deployments of the org, oldest first. They wait in a queue, and run one after the other. */
export class Deployments {
  readonly #clock: Clock;
  readonly #run: RunDeployment;
  readonly #deployments = new Map<string, Deployment>();
  #sequence = 0;

  constructor(clock: Clock, run: RunDeployment) {
    this.#clock = clock;
    this.#run = run;
  }

  /** Queues a deployment. Throws when the options ask for what only a sandbox allows, or the local org cannot do. */
  start(
    zip: Uint8Array,
    options: DeployOptions,
    createdBy: DeployingUser,
    validatedId: string | null = null
  ): Deployment {
    refuseOptions(options);
    this.#sequence += 1;
    const now = this.#clock.now();
    const deployment: Deployment = {
      id: makeRecordId('0Af', this.#sequence),
      options,
      zip,
      createdBy,
      validatedId,
      createdAt: now,
      lastModifiedAt: now,
      status: 'Pending'
    };
    this.#deployments.set(deployment.id, deployment);
    setTimeout(() => this.#begin(deployment), waitInQueue).unref();
    return deployment;
  }

  /**
   * Deploys what a validation has shown to be sound. Throws when the validation is none, failed, ran no tests, is
   * older than ten days, or was followed by another deployment (help, "Quick Deployments").
   */
  startValidated(validationId: string, createdBy: DeployingUser): Deployment {
    const validation = this.find(validationId);
    const reason = this.#whyNotQuick(validation);
    if (reason !== undefined) throw new SalesforceError(400, 'INVALID_ID_FIELD', reason);
    return this.start(validation.zip, { ...validation.options, checkOnly: false }, createdBy, validation.id);
  }

  /** The deployment of an id of 15 or 18 characters. Throws INVALID_CROSS_REFERENCE_KEY. */
  find(id: string): Deployment {
    const found = [...this.#deployments.values()].find(
      (each) => each.id === id || (id.length === 15 && each.id.startsWith(id))
    );
    if (found) return found;
    throw new SalesforceError(404, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  }

  /** Takes a deployment out of the queue. Throws when it has ended already. */
  cancel(id: string, canceledBy: DeployingUser): Deployment {
    const deployment = this.find(id);
    if (isDone(deployment)) {
      throw new SalesforceError(400, 'INVALID_ID_FIELD', 'Deployment already completed');
    }
    const now = this.#clock.now();
    return Object.assign(deployment, {
      status: 'Canceled',
      canceledBy,
      completedAt: now,
      lastModifiedAt: now
    });
  }

  /** Forgets all deployments; none of those that wait will run. */
  clear(): void {
    for (const deployment of this.#deployments.values()) {
      if (!isDone(deployment)) deployment.status = 'Canceled';
    }
    this.#deployments.clear();
  }

  #begin(deployment: Deployment): void {
    if (deployment.status !== 'Pending') return;
    deployment.status = 'InProgress';
    deployment.startedAt = this.#clock.now();
    deployment.outcome = outcomeOf(() => this.#run(deployment));
    const { failures, error } = deployment.outcome;
    deployment.status = failures.length > 0 || error !== undefined ? 'Failed' : 'Succeeded';
    deployment.completedAt = this.#clock.now();
    deployment.lastModifiedAt = deployment.completedAt;
  }

  #whyNotQuick(validation: Deployment): string | undefined {
    const { options, status, completedAt } = validation;
    if (!options.checkOnly || status !== 'Succeeded' || completedAt === undefined)
      return 'The deployment is not a successful validation';
    if (options.testLevel === 'NoTestRun') return 'The validation ran no tests';
    const age = this.#clock.now().getTime() - completedAt.getTime();
    if (age > validationDays * millisecondsOfDay) return 'The validation is older than 10 days';
    const later = [...this.#deployments.values()].some(
      (each) => each.id > validation.id && !each.options.checkOnly && each.status === 'Succeeded'
    );
    return later ? 'Another deployment has followed the validation' : undefined;
  }
}

/** A defect of the local org fails the deployment, and is told in it. */
function outcomeOf(run: () => DeployOutcome): DeployOutcome {
  try {
    return run();
  } catch (error) {
    const statusCode = error instanceof SalesforceError ? error.code : 'UNKNOWN_EXCEPTION';
    const message = error instanceof Error ? error.message : String(error);
    return { successes: [], failures: [], error: { statusCode, message } };
  }
}

/** The local org takes deployments as a production org does: all of one or nothing. */
function refuseOptions(options: DeployOptions): void {
  const refused = [
    [!options.rollbackOnError, 'rollbackOnError=false: like a production org, it deploys all or nothing'],
    [!options.singlePackage, 'singlePackage=false, for zip files with several packages'],
    [options.performRetrieve, 'performRetrieve=true'],
    [options.autoUpdatePackage, 'autoUpdatePackage=true'],
    [options.runTests.length > 0, 'runTests, for it has no Apex']
  ] as const;
  const [found] = refused.flatMap(([applies, what]) => (applies ? [what] : []));
  if (found === undefined) return;
  throw new SalesforceError(501, 'NOT_IMPLEMENTED', `The local org does not support ${found}.`);
}
