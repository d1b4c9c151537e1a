import { createElement } from 'lwc';
import { getObjectInfo, getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import { createRecord, getRecord, updateRecord } from 'lightning/uiRecordApi';
import CompanyForm from 'c/companyForm';
import { byId, findAxeViolations, settle, shown, textOf } from '../../../../shared/lwc/__tests__/support';

interface TestWire {
  emit(value: unknown): void;
  error(body: unknown, status?: number, statusText?: string): void;
}
const infoWire = getObjectInfo as unknown as TestWire;
const picklistWire = getPicklistValuesByRecordType as unknown as TestWire;
const recordWire = getRecord as unknown as TestWire;
const create = createRecord as unknown as jest.Mock;
const update = updateRecord as unknown as jest.Mock;

const RECORD_ID = 'a00000000000001AAA';
const labelled = (label: string) => ({ label, inlineHelpText: null });
const fields = {
  Name: labelled('Name'),
  Company_Code__c: labelled('Company Code'),
  Active__c: labelled('Active'),
  Business_Country__c: labelled('Business Country'),
  Order_Trigger__c: labelled('Order Trigger'),
  Customer_Match_Keys__c: labelled('Customer Match Keys'),
  Alert_Addresses__c: labelled('Alert Addresses')
};
const info = { createable: true, updateable: true, defaultRecordTypeId: '012000000000000AAA', fields };
const choices = (...values: string[]) => values.map((value) => ({ label: value, value }));
const picklists = {
  picklistFieldValues: {
    Order_Trigger__c: {
      defaultValue: { value: 'None', label: 'None' },
      values: choices('Opportunity', 'None')
    },
    Customer_Match_Keys__c: { defaultValue: null, values: choices('Name', 'Phone') }
  }
};
const value = (of: unknown) => ({ value: of, displayValue: null });
const abc = {
  apiName: 'Integration_Config__c',
  id: RECORD_ID,
  fields: {
    Name: value('ABC Distribution'),
    Company_Code__c: value('ABC'),
    Active__c: value(true),
    Business_Country__c: value('US'),
    Order_Trigger__c: value('Opportunity'),
    Customer_Match_Keys__c: value('Name;Phone'),
    Alert_Addresses__c: value(null)
  }
};

const mount = async (recordId?: string, changes: object = {}) => {
  const element = createElement('c-company-form', { is: CompanyForm });
  Object.assign(element, { recordId });
  document.body.appendChild(element);
  await settle();
  infoWire.emit({ ...info, ...changes });
  await settle();
  picklistWire.emit(picklists);
  if (recordId !== undefined) recordWire.emit(abc);
  await settle();
  const inputs = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[data-name]') ?? [])];
  inputs.forEach((input) =>
    Object.assign(input, { setCustomValidity: jest.fn(), reportValidity: jest.fn(() => true) })
  );
  return element;
};

const field = (element: Element, name: string): HTMLElement & Record<string, unknown> => {
  const found = element.shadowRoot?.querySelector(`[data-name="${name}"]`);
  if (!(found instanceof HTMLElement)) throw new Error(`No field ${name}`);
  return found as HTMLElement & Record<string, unknown>;
};
const change = async (element: Element, name: string, detail: object) => {
  field(element, name).dispatchEvent(new CustomEvent('change', { detail }));
  await settle();
};
const save = async (element: Element) => {
  shown(element, 'save').click();
  await settle();
};

describe('c-company-form', () => {
  beforeEach(() => {
    create.mockReset().mockResolvedValue({ ...abc });
    update.mockReset().mockResolvedValue({ ...abc });
  });
  afterEach(() => document.body.replaceChildren());

  it('when the company has not come, then it is loading', async () => {
    const element = createElement('c-company-form', { is: CompanyForm });
    document.body.appendChild(element);
    await settle();
    expect(byId(element, 'loading')).toBeDefined();
    expect(byId(element, 'save')).toBeUndefined();
  });

  it('when there is a company, then its fields are shown by the labels of the org, and hidden ones are not', async () => {
    const element = await mount(RECORD_ID);
    expect(field(element, 'Company_Code__c')).toMatchObject({ label: 'Company Code', value: 'ABC' });
    expect(field(element, 'Customer_Match_Keys__c')).toMatchObject({ value: ['Name', 'Phone'] });
    expect(element.shadowRoot?.querySelector('[data-name="Price_Source__c"]')).toBeNull();
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when fields are changed and saved, then only those are written, and it says so', async () => {
    const element = await mount(RECORD_ID);
    const saved = jest.fn();
    element.addEventListener('saved', saved);
    await change(element, 'Business_Country__c', { value: 'CA' });
    await change(element, 'Customer_Match_Keys__c', { value: ['Phone'] });
    await change(element, 'Active__c', { checked: false });
    await save(element);
    expect(update).toHaveBeenCalledWith({
      fields: { Id: RECORD_ID, Business_Country__c: 'CA', Customer_Match_Keys__c: 'Phone', Active__c: false }
    });
    expect(saved).toHaveBeenCalledWith(expect.objectContaining({ detail: { recordId: RECORD_ID } }));
    expect(textOf(shown(element, 'announcement'))).toBe('Saved. The service uses it within a minute.');
  });

  it('when there is no company, then a new one begins with what the package proposes', async () => {
    const element = await mount();
    expect(byId(element, 'new')).toBeDefined();
    expect(field(element, 'Order_Trigger__c')).toMatchObject({ value: 'None' });
    await change(element, 'Name', { value: 'ABC' });
    await change(element, 'Company_Code__c', { value: 'ABC' });
    await save(element);
    expect(create).toHaveBeenCalledWith({
      apiName: 'Integration_Config__c',
      fields: expect.objectContaining({
        Name: 'ABC',
        Company_Code__c: 'ABC',
        Active__c: true,
        Business_Country__c: 'US',
        Order_Trigger__c: 'None'
      }) as unknown
    });
  });

  it('when a field is not as it must be, then nothing is saved', async () => {
    const element = await mount(RECORD_ID);
    Object.assign(field(element, 'Company_Code__c'), { reportValidity: () => false });
    await change(element, 'Company_Code__c', { value: 'abcd' });
    await save(element);
    expect(update).not.toHaveBeenCalled();
  });

  it('when the org refuses a field, then its words stand at the field', async () => {
    const message = 'Name the business country.';
    const fieldErrors = { Business_Country__c: [{ message }] };
    update.mockRejectedValue({
      body: { message: 'An error occurred.', output: { errors: [], fieldErrors } }
    });
    const element = await mount(RECORD_ID);
    await change(element, 'Business_Country__c', { value: '' });
    await save(element);
    expect(field(element, 'Business_Country__c').setCustomValidity).toHaveBeenLastCalledWith(message);
    expect(byId(element, 'error-panel')).toBeUndefined();
    expect(update).toHaveBeenCalledWith({ fields: { Id: RECORD_ID, Business_Country__c: null } });
    expect(shown(element, 'save')).toMatchObject({ disabled: false });
  });

  it('when the org refuses the whole, then it says why', async () => {
    update.mockRejectedValue({ body: { message: 'You may not save this.' } });
    const element = await mount(RECORD_ID);
    await save(element);
    expect(shown(element, 'error-panel').dataset.code).toBe('LB806');
  });

  it('when the user may only see it, then it cannot be saved, and says so', async () => {
    const element = await mount(RECORD_ID, { updateable: false });
    expect(byId(element, 'read-only')).toBeDefined();
    expect(byId(element, 'save')).toBeUndefined();
    expect(field(element, 'Name')).toMatchObject({ disabled: true });
  });

  it('when the company cannot be read, then it says so', async () => {
    const element = createElement('c-company-form', { is: CompanyForm });
    Object.assign(element, { recordId: RECORD_ID });
    document.body.appendChild(element);
    recordWire.error({ message: 'No access.' }, 403, 'Forbidden');
    await settle();
    expect(shown(element, 'error-panel').dataset.code).toBe('LB806');
  });
});
