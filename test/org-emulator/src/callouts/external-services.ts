import type { UserAccess } from '../access/user-access.ts';
import { namedCredentialOf } from '../metadata/external-service-registration.ts';
import type { ProblemList } from '../metadata/load-error.ts';
import type { PackageMetadata } from '../metadata/package-metadata.ts';
import { CalloutFault } from './callout-fault.ts';
import { type CalloutAnswer, sendCallout } from './http-callout.ts';
import type { NamedCredentials } from './named-credentials.ts';
import { type Operation, readOpenApi } from './openapi-document.ts';
import { buildRequest, type OperationRequest } from './operation-request.ts';
import { declaredType, fromJson } from './api-type.ts';
import { strikeCallout } from './callout-faults.ts';
import type { FaultPlan } from '../control/fault-plan.ts';
import type { RequestLog } from '../control/request-log.ts';
import type { DeclaredType } from '../flow/data-type.ts';
import type { FlowValue } from '../flow/flow-value.ts';

/** Settings that a test may change while the org runs. */
export interface CalloutSettings {
  /** Longest wait for an answer. */
  timeoutMs: number;
  /**
   * Whether an answer with a declared 4XX or 5XX code fills that output or takes the fault path. What a real
   * org does is not proven, so flows must stand both.
   */
  declaredErrorsGoTo: 'outputs' | 'fault-path';
}

/** An operation to call, as `Registration.operationId`, with its inputs by parameter name. */
export interface OperationCall {
  readonly actionName: string;
  readonly inputs: ReadonlyMap<string, FlowValue>;
}

/** What strikes callouts, and where they are noted. */
export interface CalloutSurroundings {
  readonly faults?: FaultPlan | undefined;
  readonly requests?: RequestLog | undefined;
}

interface RegisteredOperation {
  readonly registration: string;
  readonly operation: Operation;
  readonly namedCredential: string;
}

/** The package's External Services: their operations, and calls of them for a user. */
export class ExternalServices {
  readonly #operations: ReadonlyMap<string, RegisteredOperation>;
  readonly #registrations: ReadonlySet<string>;
  readonly #credentials: NamedCredentials;
  readonly #settings: CalloutSettings;
  readonly #around: CalloutSurroundings;

  constructor(
    metadata: PackageMetadata,
    credentials: NamedCredentials,
    settings: CalloutSettings,
    problems: ProblemList,
    around: CalloutSurroundings
  ) {
    this.#around = around;
    this.#registrations = new Set(metadata.registrations.keys());
    this.#operations = registeredOperations(metadata, problems);
    this.#credentials = credentials;
    this.#settings = settings;
  }

  /** What is wrong with an action of a flow: registration, operation, parameter or response not there. */
  callProblems(actionName: string, inputs: readonly string[], outputs: readonly string[]): string[] {
    const [registration = '', operationId = ''] = actionName.split('.');
    if (!this.#registrations.has(registration))
      return [`the External Service ${registration} does not exist`];
    const registered = this.#operations.get(actionName);
    if (!registered) return [`the External Service ${registration} has no active operation ${operationId}`];
    const { parameters, body, responseCodes, notCallable } = registered.operation;
    if (notCallable !== undefined) return [`${actionName} cannot be called in the local org: ${notCallable}`];
    const known = new Set([...responseCodes, 'responseCode', 'default']);
    return [
      ...inputs
        .filter((input) => !parameters.some(({ name }) => name === input))
        .filter((input) => !(body && input === 'body'))
        .map((input) => `${actionName} has no parameter ${input}`),
      ...parameters
        .filter(({ name, required }) => required && !inputs.includes(name))
        .map(({ name }) => `the required parameter ${name} of ${actionName} is not set`),
      ...(body?.required === true && !inputs.includes('body')
        ? [`the required parameter body of ${actionName} is not set`]
        : []),
      ...outputs
        .filter((output) => !known.has(output))
        .map((output) => `${actionName} declares no response ${output}`)
    ];
  }

  /** Type of all outputs of an operation together; undefined where there is no such operation. */
  outputType(actionName: string): DeclaredType | undefined {
    const registered = this.#operations.get(actionName);
    if (!registered) return undefined;
    const { registration, operation } = registered;
    const number: DeclaredType = { dataType: 'Number', isCollection: false };
    const properties = new Map<string, DeclaredType>([['responseCode', number]]);
    for (const [code, type] of operation.responseTypes)
      properties.set(code, declaredType(registration, type));
    return {
      dataType: 'Apex',
      isCollection: false,
      objectType: actionName,
      properties
    };
  }

  /** Calls an operation as a user. Answers its outputs by name; throws CalloutFault. */
  async call(call: OperationCall, access: UserAccess): Promise<ReadonlyMap<string, FlowValue>> {
    const registered = this.#operations.get(call.actionName);
    if (!registered) throw new CalloutFault(`The External Service action ${call.actionName} does not exist.`);
    const { operation, namedCredential } = registered;
    const { baseUrl, authorization } = this.#credentials.authorize(namedCredential, access);
    const request = buildRequest(baseUrl, operation, call.inputs);
    const { timeoutMs } = this.#settings;
    const answer = await this.#noted({ request, namedCredential, baseUrl, access }, async () => {
      const struck = await strikeCallout(this.#around.faults, request, timeoutMs);
      return struck ?? (await sendCallout(request, authorization, timeoutMs));
    });
    return this.#outputsOf(registered, answer);
  }

  /** Sends, and notes in the request log what was sent: never headers, bodies, or the address behind the credential. */
  async #noted(sent: SentCallout, send: () => Promise<CalloutAnswer>): Promise<CalloutAnswer> {
    const startedAt = performance.now();
    const { request, namedCredential, baseUrl, access } = sent;
    let status: number | null = null;
    try {
      const answer = await send();
      status = answer.status;
      return answer;
    } finally {
      this.#around.requests?.note({
        api: 'callout',
        user: String(access.user.Username),
        method: request.method,
        path: `callout:${namedCredential}/${pathBehind(baseUrl, request.url)}`,
        requestBytes: Buffer.byteLength(request.body ?? ''),
        status,
        durationMs: Math.round(performance.now() - startedAt),
        counted: false
      });
    }
  }

  #outputsOf(
    { registration, operation }: RegisteredOperation,
    { status, body }: CalloutAnswer
  ): ReadonlyMap<string, FlowValue> {
    const group = `${Math.floor(status / 100)}XX`;
    const candidates = [String(status), group, 'default'];
    const output = candidates.find((code) => operation.responseCodes.includes(code));
    const failed = status >= 400 && this.#settings.declaredErrorsGoTo === 'fault-path';
    if (output === undefined || failed) {
      throw new CalloutFault(
        `The HTTP callout to ${operation.operationId} returned status ${status}: ${body}`
      );
    }
    const type = operation.responseTypes.get(output);
    const isText = type === undefined || (type.kind === 'single' && type.dataType === 'String');
    const value = isText ? body : fromJson(registration, type, parseBody(body));
    return new Map<string, FlowValue>([
      [output, value],
      ['responseCode', status]
    ]);
  }
}

interface SentCallout {
  readonly request: OperationRequest;
  readonly namedCredential: string;
  readonly baseUrl: string;
  readonly access: UserAccess;
}

/** Path and query as a named credential's callout writes them: without the address the credential stands for. */
function pathBehind(baseUrl: string, url: URL): string {
  const base = new URL(baseUrl).pathname.replace(/\/$/, '');
  const path = url.pathname.startsWith(base) ? url.pathname.slice(base.length) : url.pathname;
  return `${path.replace(/^\//, '')}${url.search}`;
}

function parseBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new CalloutFault('The answer cannot be read: it is no JSON.');
  }
}

function registeredOperations(
  metadata: PackageMetadata,
  problems: ProblemList
): Map<string, RegisteredOperation> {
  const operations = new Map<string, RegisteredOperation>();
  for (const registration of metadata.registrations.values()) {
    const { file, fullName } = registration;
    const report = (problem: string) => problems.add(file.shownPath, fullName, problem);
    const namedCredential = namedCredentialOf(registration) ?? '';
    if (!metadata.namedCredentials.has(namedCredential)) {
      report(`the named credential ${namedCredential || '(none)'} does not exist`);
    }
    const declared = readDocument(registration.schema, report);
    for (const { name, active } of registration.operations) {
      // Salesforce lists operations by a normalised name, which for plain letters is lower case.
      const operation = declared.find((each) => each.operationId.toLowerCase() === name.toLowerCase());
      if (!operation) report(`lists the operation ${name}, which its schema does not have`);
      else if (active)
        operations.set(`${fullName}.${operation.operationId}`, {
          registration: fullName,
          operation,
          namedCredential
        });
    }
  }
  return operations;
}

function readDocument(schema: string, report: (problem: string) => void): Operation[] {
  try {
    return readOpenApi(schema);
  } catch (error) {
    report(`its schema cannot be used: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}
