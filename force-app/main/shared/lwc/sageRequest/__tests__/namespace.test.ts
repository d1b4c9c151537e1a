import { createElement } from 'lwc';
import SageRequest from 'c/sageRequest';
import { find, settle } from '../../__tests__/support';

jest.mock(
  '@salesforce/schema/Account.Sage_Customer_No__c',
  () => ({
    __esModule: true,
    default: { objectApiName: 'Account', fieldApiName: 'ledgerbridge__Sage_Customer_No__c' }
  }),
  { virtual: true }
);

it('when the package is installed under a namespace, then the flow is asked for by its full name', async () => {
  const element = createElement('c-sage-request', { is: SageRequest });
  document.body.appendChild(element);
  const reply = element.request({ flowApiName: 'Sage_Customer_Summary', inputVariables: [] });
  await settle();
  expect(find(element, 'lightning-flow')).toMatchObject({
    flowApiName: 'ledgerbridge__Sage_Customer_Summary'
  });
  element.remove();
  await expect(reply).rejects.toMatchObject({ failure: 'DISCONNECTED' });
});
