import { z } from 'zod';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import { deployOptionsSchema } from './deploy-options.ts';
import { deployResult } from './deploy-result.ts';
import type { DeployingUser } from './deployment.ts';
import { listMetadata } from './list-metadata.ts';
import { metadataTypes } from './metadata-types.ts';

/** A call of the Metadata API by a user who may use it. */
export interface MetadataCall {
  readonly org: Org;
  /** Such as `66.0`. */
  readonly version: string;
  readonly user: DeployingUser;
  readonly parameters: unknown;
}

/**
 * The operations of the Metadata API that the local org has; the others, such as `retrieve` and `readMetadata`, are
 * refused by name (Metadata API Developer Guide, "Metadata API Calls").
 */
export const metadataOperations: Readonly<Record<string, (call: MetadataCall) => unknown>> = {
  deploy: ({ org, user, parameters }) => {
    const { ZipFile, DeployOptions } = read(parameters, deployParameters);
    const zip = Buffer.from(ZipFile, 'base64');
    const { id } = org.deployments.start(zip, DeployOptions, user);
    return { done: false, id, state: 'Queued' };
  },
  deployRecentValidation: ({ org, user, parameters }) => {
    const { validationId } = read(parameters, z.looseObject({ validationId: z.string() }));
    return org.deployments.startValidated(validationId, user).id;
  },
  checkDeployStatus: ({ org, parameters }) => {
    const { asyncProcessId, includeDetails } = read(parameters, statusParameters);
    return deployResult(org.deployments.find(asyncProcessId), includeDetails === 'true');
  },
  cancelDeploy: ({ org, user, parameters }) => {
    const given = read(parameters, cancelParameters);
    const { id } = org.deployments.cancel(given.String ?? given.id ?? given.asyncProcessId ?? '', user);
    return { done: true, id };
  },
  describeMetadata: () => ({
    metadataObjects: metadataTypes,
    organizationNamespace: '',
    // As in a production org, which deploys all or nothing.
    partialSaveAllowed: false,
    testRequired: true
  }),
  listMetadata: ({ org, user, parameters }) => {
    const { queries } = read(parameters, listParameters);
    return queries.flatMap((query) => listMetadata(org, user, query.type, query.folder));
  }
};

const deployParameters = z.looseObject({
  ZipFile: z.string(),
  DeployOptions: z.preprocess((given) => (given === '' ? {} : given), deployOptionsSchema)
});
const statusParameters = z.looseObject({
  asyncProcessId: z.string(),
  includeDetails: z.string().optional()
});
/** The WSDL calls the id `String`; clients call it otherwise, too. */
const cancelParameters = z.looseObject({
  String: z.string().optional(),
  id: z.string().optional(),
  asyncProcessId: z.string().optional()
});
const listParameters = z.looseObject({
  queries: z
    .array(z.looseObject({ type: z.string(), folder: z.string().optional() }))
    .max(3, 'must not be more than three')
});

function read<T>(parameters: unknown, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(parameters);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const message = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is not understood'}`;
  throw new SalesforceError(500, 'INVALID_OPERATION', message);
}
