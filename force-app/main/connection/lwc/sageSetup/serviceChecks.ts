import OPEN_CERTIFICATES from '@salesforce/label/c.Sage_Setup_Open_Certificates';
import OPEN_COMPANY from '@salesforce/label/c.Sage_Setup_Open_Company_Information';
import OPEN_CONNECTED_APPS from '@salesforce/label/c.Sage_Setup_Open_Connected_Apps';
import OPEN_CHANGE_DATA from '@salesforce/label/c.Sage_Setup_Open_Change_Data';
import OPEN_FAILURES from '@salesforce/label/c.Sage_Setup_Open_Failures';
import OPEN_MONITOR from '@salesforce/label/c.Sage_Setup_Open_Monitor';
import { tabPage } from 'c/packageName';
import type { Check } from 'c/prerequisiteList';
import type { Prerequisite, ServiceStatus } from './serviceStatus';
import { setupPages } from './setupPages';
import { titleOf } from './prerequisiteTitles';

/** The steps whose prerequisites the service tests. */
export type TestedStep = 'connect' | 'sage' | 'salesforce' | 'company';

const NAMES: Readonly<Record<Exclude<TestedStep, 'salesforce'>, readonly string[]>> = {
  connect: ['tls', 'clock', 'signingKeys', 'store', 'lastGoodAnswers'],
  sage: [
    'sage',
    'edition',
    'driver',
    'parameters',
    'dates',
    'columns',
    'systemTables',
    'orderRequestKey',
    'customerRequestKey',
    'writing',
    'bridge',
    'cashReceipts'
  ],
  company: ['company', 'timeZone', 'alertMail']
};
const PLACED = Object.values(NAMES).flat();

/** What leads to where it is mended; most of the rest is mended on the server next to Sage. */
const LINKS: Readonly<Record<string, Check['link']>> = {
  signingKeys: { label: OPEN_CERTIFICATES, page: setupPages.certificates },
  salesforce: { label: OPEN_CONNECTED_APPS, page: setupPages.connectedApps },
  salesforceRequests: { label: OPEN_COMPANY, page: setupPages.companyInformation },
  changeEvents: { label: OPEN_CHANGE_DATA, page: setupPages.changeData },
  deadLetters: { label: OPEN_FAILURES, page: tabPage('Sage_Failures') },
  alerts: { label: OPEN_MONITOR, page: tabPage('Sage_Monitor') },
  gates: { label: OPEN_MONITOR, page: tabPage('Sage_Monitor') }
};

/** The prerequisites of a step, in the order of the step; those that this page does not know come in the third. */
export function serviceChecks({ prerequisites }: ServiceStatus, step: TestedStep): readonly Check[] {
  const mine =
    step === 'salesforce'
      ? prerequisites.filter(({ name }) => !PLACED.includes(name))
      : NAMES[step].flatMap((name) => prerequisites.filter((each) => each.name === name));
  return mine.map(checkOf);
}

function checkOf({ name, state, finding, cause, fix }: Prerequisite): Check {
  // What is in order needs no way to where it is mended.
  const link = state === 'ok' ? undefined : LINKS[name];
  return { name, title: titleOf(name), state, finding, cause, fix, link };
}
