import type { Request } from 'express';
import { notFound, SalesforceError } from '../../errors/salesforce-error.ts';
import type { Org } from '../../org.ts';
import { errorBody } from '../error-handler.ts';
import { type CompositeSubrequest, headersOf } from './composite-request.ts';
import { resolveInText, resolveReferences } from './references.ts';
import type { Dispatch, SubAnswer } from './subrequest.ts';

/** One line of a composite answer. */
export interface SubrequestResult {
  readonly body: unknown;
  readonly httpHeaders: Readonly<Record<string, string>>;
  readonly httpStatusCode: number;
  readonly referenceId: string;
}

/** Runs subrequests in order, each able to refer to the answers of those before it. */
export class SubrequestRunner {
  readonly #org: Org;
  readonly #request: Request;
  readonly #dispatch: Dispatch;
  readonly #allowed: RegExp;

  /** `allowed` says which paths may be asked for. */
  constructor(org: Org, request: Request, dispatch: Dispatch, allowed: RegExp) {
    this.#org = org;
    this.#request = request;
    this.#dispatch = dispatch;
    this.#allowed = allowed;
  }

  /** Each for itself: one that fails changes nothing for the others, unless they refer to it. */
  async runEach(subrequests: readonly CompositeSubrequest[]): Promise<SubrequestResult[]> {
    const answers = new Map<string, unknown>();
    const results: SubrequestResult[] = [];
    for (const subrequest of subrequests) {
      const answer = await this.#answer(subrequest, answers);
      if (isSuccess(answer)) answers.set(subrequest.referenceId, answer.body);
      results.push(resultOf(subrequest, answer));
    }
    return results;
  }

  /** All in one transaction: the first that fails undoes all, and every other one is told so. */
  runTogether(subrequests: readonly CompositeSubrequest[]): SubrequestResult[] {
    const results: SubrequestResult[] = [];
    try {
      this.#org.database.transaction(() => this.#runUntilFailure(subrequests, results));
      return results;
    } catch (error) {
      if (!(error instanceof Halted)) throw error;
      const failed = results.at(-1);
      return subrequests.map((each) =>
        each.referenceId === failed?.referenceId ? failed : resultOf(each, rolledBack)
      );
    }
  }

  #runUntilFailure(subrequests: readonly CompositeSubrequest[], results: SubrequestResult[]): void {
    const answers = new Map<string, unknown>();
    for (const subrequest of subrequests) {
      const late = this.#answer(subrequest, answers);
      // Every resource that may stand here answers at once; an address that leads nowhere is found out late.
      const answer = late instanceof Promise ? nowhere : late;
      results.push(resultOf(subrequest, answer));
      if (!isSuccess(answer)) throw new Halted();
      answers.set(subrequest.referenceId, answer.body);
    }
  }

  #answer(
    subrequest: CompositeSubrequest,
    answers: ReadonlyMap<string, unknown>
  ): Promise<SubAnswer> | SubAnswer {
    const { method, httpHeaders, body } = subrequest;
    try {
      const url = resolveInText(subrequest.url, answers);
      this.#check(method, url);
      return this.#dispatch({
        method,
        url,
        headers: resolveHeaders(headersOf(this.#request, httpHeaders), answers),
        body: resolveReferences(body, answers)
      });
    } catch (error) {
      if (!(error instanceof SalesforceError)) throw error;
      return { status: error.status, headers: {}, body: errorBody(error) };
    }
  }

  #check(method: string, url: string): void {
    if (!this.#allowed.test(url)) {
      throw new SalesforceError(400, 'INVALID_INPUT', `The resource ${url} cannot stand in this request`);
    }
    for (const effect of this.#org.faults.strike('rest', `${method} ${url}`, ['row-error', 'status'])) {
      if (effect.kind === 'status')
        throw new SalesforceError(effect.status, effect.errorCode, effect.message);
      if (effect.kind === 'row-error') throw new SalesforceError(400, effect.errorCode, effect.message);
    }
  }
}

class Halted extends Error {}

const nowhere: SubAnswer = { status: 404, headers: {}, body: errorBody(notFound()) };

/** What REST says of subrequests that were undone, or not begun, because another one failed. */
const rolledBack: SubAnswer = {
  status: 400,
  headers: {},
  body: [
    {
      errorCode: 'PROCESSING_HALTED',
      message: 'The transaction was rolled back since another operation in the same transaction failed.'
    }
  ]
};

function isSuccess({ status }: SubAnswer): boolean {
  return status < 300;
}

function resultOf({ referenceId }: CompositeSubrequest, answer: SubAnswer): SubrequestResult {
  return { body: answer.body, httpHeaders: answer.headers, httpStatusCode: answer.status, referenceId };
}

function resolveHeaders(
  headers: Readonly<Record<string, string>>,
  answers: ReadonlyMap<string, unknown>
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, resolveInText(value, answers)])
  );
}
