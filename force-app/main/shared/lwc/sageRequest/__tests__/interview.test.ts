import { interviewKey, namespacePrefix } from '../interview';

describe('namespacePrefix', () => {
  it.each([
    ['Sage_Customer_No__c', ''],
    ['ledgerbridge__Sage_Customer_No__c', 'ledgerbridge__'],
    ['lb_x__Sage_Customer_No__c', 'lb_x__']
  ])('when the field is called %s, then names of the package begin with "%s"', (fieldApiName, prefix) => {
    expect(namespacePrefix(fieldApiName)).toBe(prefix);
  });
});

describe('interviewKey', () => {
  const a = { name: 'a', type: 'String', value: '1' } as const;
  const b = { name: 'b', type: 'Number', value: 1 } as const;

  it('when only the order of the inputs differs, then the requests are the same', () => {
    expect(interviewKey({ flowApiName: 'F', inputVariables: [a, b] })).toBe(
      interviewKey({ flowApiName: 'F', inputVariables: [b, a] })
    );
  });

  it('when a value, a type or the flow differs, then they are not', () => {
    const keys = [
      interviewKey({ flowApiName: 'F', inputVariables: [a] }),
      interviewKey({ flowApiName: 'G', inputVariables: [a] }),
      interviewKey({ flowApiName: 'F', inputVariables: [{ ...a, value: '2' }] }),
      interviewKey({ flowApiName: 'F', inputVariables: [{ ...b, name: 'a' }] })
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
