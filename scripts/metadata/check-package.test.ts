import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkPackage } from './check-package.ts';
import { loadMetadataTypes } from './metadata-types.ts';
import { describeProblem } from './problem.ts';

const soundPackage = join(import.meta.dirname, 'fixtures/package');
const types = loadMetadataTypes();

const flow = 'flows/Read_Balance.flow-meta.xml';
const field = 'objects/Account/fields/Sage_No__c.field-meta.xml';
const currency = 'objects/Account/fields/Due__c.field-meta.xml';
const labels = 'labels/CustomLabels.labels-meta.xml';
const german = 'translations/de.translation-meta.xml';
const component = 'lwc/balance/balance.ts';
const template = 'lwc/balance/balance.html';
const rights = 'permissionsets/Rep.permissionset-meta.xml';
const page = 'flexipages/Account_Page.flexipage-meta.xml';
const app = 'applications/Ledger.app-meta.xml';
const credential = 'namedCredentials/Sage.namedCredential-meta.xml';
const report = 'reports/Sage/Due.report-meta.xml';
const folder = 'reports/Sage.reportFolder-meta.xml';
const dashboard = 'dashboards/Sage/Due.dashboard-meta.xml';
const registration = 'externalServiceRegistrations/SageReader.externalServiceRegistration-meta.xml';

const translation =
  '<customLabels>\n        <label>{0} fällig</label>\n        <name>Due_Label</name>\n    </customLabels>';

/** What is wrong, the file, what is replaced by what, and the first problem that the check must name. */
const faults: readonly (readonly [string, string, string, string, string])[] = [
  ['an element is not closed', flow, '</start>', '', 'not well-formed XML'],
  [
    'an element is unknown',
    flow,
    '<isOutput>true</isOutput>',
    '<isOutputt>true</isOutputt>',
    '<isOutputt> is not part of FlowVariable'
  ],
  ['an element has the wrong case', field, 'externalId', 'externalID', 'Write <externalId>'],
  ['the root is unknown', field, 'CustomField', 'CustomFeild', '<CustomFeild> is not a metadata type'],
  [
    'a value is not one of the list',
    flow,
    '<status>Active',
    '<status>Activ',
    "<status> is 'Activ'. It must be one of Active"
  ],
  [
    'a boolean is none',
    flow,
    '<isInput>true',
    '<isInput>yes',
    "<isInput> is 'yes'. It must be true or false"
  ],
  ['a number is none', field, '<length>23', '<length>long', "<length> is 'long'. It must be a number"],
  [
    'a required element is missing',
    flow,
    '<dataType>String</dataType>',
    '',
    '<dataType> is missing in FlowVariable'
  ],
  [
    'an element occurs twice',
    flow,
    '<status>Active</status>',
    '<status>Active</status><status>Draft</status>',
    '<status> occurs twice'
  ],
  [
    'a plain value holds elements',
    field,
    '<length>23</length>',
    '<length><b>1</b></length>',
    '<length> holds elements'
  ],
  [
    'a text field has no length',
    field,
    '<length>23</length>',
    '',
    '<length> is missing in the Text field Sage_No__c'
  ],
  [
    'a currency field has no scale',
    currency,
    '<scale>2</scale>',
    '',
    '<scale> is missing in the Currency field Due__c'
  ],
  [
    'a field has another name than its file',
    field,
    '<fullName>Sage_No__c',
    '<fullName>SageNo__c',
    'Give both the same name'
  ],
  [
    'a report shows a field that is missing',
    report,
    'Account.Due__c',
    'Account.Duo__c',
    "the report has no column 'Account.Duo__c'"
  ],
  ['a folder holds what folders have not', folder, 'name>', 'title>', '<name> is missing in ReportFolder'],
  [
    'a dashboard shows a report that is missing',
    dashboard,
    'Sage/Due',
    'Sage/Duo',
    'the report Sage/Duo does not exist'
  ],
  [
    'a label is defined twice',
    labels,
    '</CustomLabels>',
    '<labels><fullName>Due_Label</fullName><language>en_US</language><protected>true</protected><shortDescription>Due</shortDescription><value>Due</value></labels></CustomLabels>',
    'the label Due_Label is defined twice'
  ],
  ['a label is not translated', german, translation, '', 'the label Due_Label has no translation into de'],
  [
    'a translation has no label',
    german,
    '<name>Due_Label',
    '<name>Duo_Label',
    'a translation is for the label Duo_Label, which does not exist'
  ],
  [
    'a translation is there twice',
    german,
    '</Translations>',
    `${translation}</Translations>`,
    'the label Due_Label is translated twice'
  ],
  [
    'a translation loses a placeholder',
    german,
    '{0} fällig',
    'Fällig',
    'the translation of Due_Label has other placeholders than the label. Use {0}'
  ],
  [
    'a component imports a field that is missing',
    component,
    'Account.Due__c',
    'Account.Duo__c',
    '@salesforce/schema/Account.Duo__c does not exist'
  ],
  [
    'a component imports a label that is missing',
    component,
    'c.Due_Label',
    'c.Duo_Label',
    'the label Duo_Label does not exist'
  ],
  [
    'a component calls a flow that is missing',
    component,
    "'Read_Balance'",
    "'Read_Balances'",
    'the flow Read_Balances does not exist'
  ],
  [
    'a component imports a module that is missing',
    component,
    "'c/balance'",
    "'c/balances'",
    'the module c/balances does not exist'
  ],
  [
    'a template has a component that is missing',
    template,
    '<c-balance>',
    '<c-balance-bar>',
    '<c-balance-bar> names no component'
  ],
  [
    'a permission set grants a field that is missing',
    rights,
    'Account.Due__c',
    'Account.Duo__c',
    "the field 'Account.Duo__c' does not exist"
  ],
  [
    'a permission set grants a flow that is missing',
    rights,
    '<flow>Read_Balance',
    '<flow>Read_Balance;',
    "the flow 'Read_Balance;' does not exist"
  ],
  [
    'a permission set grants a principal that is missing',
    rights,
    'Sage-Reader',
    'Sage-Writer',
    "the external credential principal 'Sage-Writer' does not exist"
  ],
  [
    'a permission set shows an app that is missing',
    rights,
    '>Ledger<',
    '>Leger<',
    "the app 'Leger' does not exist"
  ],
  [
    'a page shows a component that is missing',
    page,
    'c:balance<',
    'c:balances<',
    'the component c:balances does not exist'
  ],
  [
    'a page runs a flow that is missing',
    page,
    '<value>Read_Balance<',
    '<value>Read<',
    'the flow Read does not exist'
  ],
  [
    'a page names a region that is missing',
    page,
    '<value>tabs<',
    '<value>tab<',
    "the page has no region 'tab'"
  ],
  [
    'a page is for an object that is missing',
    page,
    '<sobjectType>Account',
    '<sobjectType>Acount',
    'the object Acount does not exist'
  ],
  [
    'an app opens a page that is missing',
    app,
    '<content>Account_Page',
    '<content>Page',
    'the page Page does not exist'
  ],
  [
    'a named credential uses one that is missing',
    credential,
    '<externalCredential>Sage',
    '<externalCredential>Sge',
    "the ExternalCredential 'Sge' does not exist"
  ],
  [
    'a registration uses a credential that is missing',
    registration,
    'Reference>Sage<',
    'Reference>Sge<',
    "the NamedCredential 'Sge' does not exist"
  ],
  [
    'a connector leads nowhere',
    flow,
    '<targetReference>Get_Account<',
    '<targetReference>Get_Acount<',
    "no step is named 'Get_Acount'"
  ],
  [
    'a connector leads to a variable',
    flow,
    '<targetReference>Get_Account<',
    '<targetReference>balance<',
    "no step is named 'balance'"
  ],
  [
    'nothing leads to a step',
    flow,
    '<connector>\n            <targetReference>Get_Balance</targetReference>\n        </connector>',
    '',
    'nothing leads to the step Get_Balance'
  ],
  [
    'a variable is not declared',
    flow,
    '<elementReference>recordId',
    '<elementReference>accountId',
    "refers to 'accountId', which the flow does not declare"
  ],
  [
    'a merge field is not declared',
    flow,
    '{!balance}',
    '{!balanse}',
    "refers to 'balanse', which the flow does not declare"
  ],
  [
    'a flow shows a label that is missing',
    flow,
    'Read Balance {!balance}',
    '{!$Label.Duo_Label}',
    'the label Duo_Label does not exist'
  ],
  [
    'a flow assigns a label that is missing',
    flow,
    '<elementReference>recordId',
    '<elementReference>$Label.Duo_Label',
    'the label Duo_Label does not exist'
  ],
  [
    'a flow filters by a field that is missing',
    flow,
    '<field>Id',
    '<field>Ident',
    'the field Account.Ident does not exist'
  ],
  [
    'a flow reads an object that is missing',
    flow,
    '<object>Account',
    '<object>Acount',
    'the object Acount does not exist'
  ],
  [
    'a flow takes a field that is missing',
    flow,
    'Get_Account.Sage_No__c',
    'Get_Account.Sage_Nr__c',
    'the field Account.Sage_Nr__c does not exist'
  ],
  [
    'a flow names a field that is missing inside a text',
    flow,
    'Read Balance {!balance}',
    'Balance of {!Get_Account.Sage_Nr__c} is {!balance}',
    'the field Account.Sage_Nr__c does not exist'
  ],
  [
    'a flow that a record starts takes a field of it that is missing',
    flow,
    '<start>',
    '<start><object>Account</object><filterFormula>{!$Record.Sage_Nr__c} = {!$Record.Name}</filterFormula>',
    'the field Account.Sage_Nr__c does not exist'
  ],
  [
    'a registration is missing',
    flow,
    'SageReader.getBalance',
    'SageWriter.getBalance',
    'registration SageWriter does not exist'
  ],
  [
    'an operation is missing',
    flow,
    'SageReader.getBalance',
    'SageReader.getBalanse',
    'has no active operation getBalanse'
  ],
  [
    'an operation is not active',
    registration,
    '<active>true',
    '<active>false',
    'has no active operation getBalance'
  ],
  [
    'a parameter is unknown',
    flow,
    '<name>customerNo',
    '<name>customer',
    "SageReader.getBalance has no parameter 'customer'"
  ],
  [
    'a required parameter is not given',
    flow,
    '<name>customerNo',
    '<name>customer',
    "SageReader.getBalance needs the parameter 'customerNo'"
  ],
  ['an output is unknown', flow, '<name>200', '<name>201', "SageReader.getBalance has no output '201'"]
];

describe('checkPackage', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'metadata-'));
    cpSync(soundPackage, directory, { recursive: true });
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  function check(): string[] {
    return checkPackage(directory, types).problems.map(describeProblem);
  }

  function replace(file: string, searched: string, replacement: string): void {
    const path = join(directory, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(searched);
    writeFileSync(
      path,
      text.replaceAll(searched, () => replacement)
    );
  }

  it('when the package is sound, then nothing is found', () => {
    expect(check()).toEqual([]);
  });

  it.each(faults)('when %s, then the check says so', (_case, file, searched, replacement, said) => {
    replace(file, searched, replacement);
    expect(check().join('\n')).toContain(said);
  });

  it('when a component has no meta file, then the check names the missing file', () => {
    rmSync(join(directory, 'lwc/balance/balance.js-meta.xml'));
    expect(check()).toEqual([
      'lwc/balance/balance.js-meta.xml:1: the component balance has no balance.js-meta.xml. Add it, with apiVersion and isExposed'
    ]);
  });

  it('when nothing uses a label, then that is a warning', () => {
    replace(component, "import DUE_LABEL from '@salesforce/label/c.Due_Label';", "const DUE_LABEL = 'Due';");
    const { problems } = checkPackage(directory, types);
    expect(problems).toMatchObject([{ file: labels, line: 3, severity: 'warning' }]);
  });

  it('when only a flow uses a label, then nothing is found', () => {
    replace(component, "import DUE_LABEL from '@salesforce/label/c.Due_Label';", "const DUE_LABEL = 'Due';");
    replace(flow, 'Read Balance {!balance}', '{!$Label.Due_Label}');
    expect(check()).toEqual([]);
  });

  it('when a fault stands deep in a file, then its line is named', () => {
    replace(flow, '<isInput>true', '<isInput>yes');
    const lines = readFileSync(join(directory, flow), 'utf8').split('\n');
    const line = lines.findIndex((each) => each.includes('yes')) + 1;
    expect(check()).toEqual([`${flow}:${line}: <isInput> is 'yes'. It must be true or false`]);
  });
});
