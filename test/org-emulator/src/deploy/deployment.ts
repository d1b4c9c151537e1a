import type { DeployOptions } from './deploy-options.ts';

/** What a deployment says of one component (Metadata API Developer Guide, "DeployMessage"). */
export interface ComponentMessage {
  readonly componentType: string;
  readonly fullName: string;
  readonly fileName: string;
  readonly success: boolean;
  readonly changed: boolean;
  readonly created: boolean;
  readonly deleted: boolean;
  readonly createdDate: string;
  readonly problem?: string;
  readonly problemType?: 'Error' | 'Warning';
  readonly lineNumber?: number;
  readonly columnNumber?: number;
}

/** How a deployment ended. */
export interface DeployOutcome {
  readonly successes: readonly ComponentMessage[];
  readonly failures: readonly ComponentMessage[];
  /** Set where the deployment failed as a whole, such as for a zip file that cannot be read. */
  readonly error?: { readonly statusCode: string; readonly message: string };
}

/** States of a deployment (Metadata API Developer Guide, "DeployResult"). */
export type DeployStatus = 'Canceled' | 'Failed' | 'InProgress' | 'Pending' | 'Succeeded';

/** Who asked for something. */
export interface DeployingUser {
  readonly id: string;
  readonly name: string;
}

/** A deployment that was asked for, from its place in the queue to its end. */
export interface Deployment {
  readonly id: string;
  readonly options: DeployOptions;
  readonly zip: Uint8Array;
  readonly createdBy: DeployingUser;
  readonly createdAt: Date;
  /** The validation that this deployment repeats without checking again, for a quick deployment. */
  readonly validatedId: string | null;
  status: DeployStatus;
  lastModifiedAt: Date;
  startedAt?: Date;
  completedAt?: Date;
  canceledBy?: DeployingUser;
  outcome?: DeployOutcome;
}

/** Whether nothing will change about it any more. */
export function isDone({ status }: Deployment): boolean {
  return status === 'Succeeded' || status === 'Failed' || status === 'Canceled';
}
