import { describe, expect, it } from 'vitest';
import { CalloutFault } from './callout-fault.ts';
import type { Operation } from './openapi-document.ts';
import { buildRequest } from './operation-request.ts';

const operation: Operation = {
  operationId: 'getCustomerSummary',
  method: 'GET',
  pathTemplate: '/v1/customers/{customerNo}/summary',
  parameters: [{ name: 'customerNo', in: 'path', required: true }],
  body: undefined,
  responseCodes: ['200'],
  responseTypes: new Map(),
  mediaTypes: ['text/plain'],
  notCallable: undefined
};

function build(customerNo: string | null): string {
  return buildRequest('https://sage.example/', operation, new Map([['customerNo', customerNo]])).url.href;
}

describe('buildRequest', () => {
  it.each([null, '', '  '])('when a part of the path is %j, then it counts as missing', (customerNo) => {
    expect(() => build(customerNo)).toThrow(
      new CalloutFault('The required parameter customerNo of getCustomerSummary is missing.')
    );
  });

  it.each(['.', '..'])('when a part of the path is %j, then it is refused', (customerNo) => {
    expect(() => build(customerNo)).toThrow(`customerNo of getCustomerSummary cannot be '${customerNo}'`);
  });

  it.each([
    ['%2e%2E', '%252e%252E'],
    ['...', '...'],
    ['A/../B', 'A%2F..%2FB']
  ])('when a part of the path is %j, then it stays one part', (customerNo, sent) => {
    expect(build(customerNo)).toBe(`https://sage.example/v1/customers/${sent}/summary`);
  });
});
