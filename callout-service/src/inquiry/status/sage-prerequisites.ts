import type { Configuration } from '../../config/configuration.ts';
import { lengthsOfRelease2023, type SageCapabilities } from '../../sage/port/sage-capabilities.ts';
import type { Prerequisite } from './service-status.ts';

const MOST_NAMES = 10;
const DATABASES = { providex: 'ProvideX', 'sql-server': 'SQL Server' } as const;
const NUMBERS = { text: 'exact text', double: 'doubles, exact to 15 digits' } as const;
const BLANK_DATES = {
  null: 'as NULL',
  text: 'as blank text',
  'first-day': 'as the first day of the calendar'
} as const;

/** What driver and data source can do, once that is known. */
export function describeCapabilities(
  sage: Configuration['sage'],
  found: SageCapabilities | undefined
): Prerequisite[] {
  if (found === undefined || found.takesTop === null) {
    return [...UNKNOWN.map(describeUnknown), describeConfiguredCompany(sage)];
  }
  return [
    describeEdition(sage, found),
    describeDriver(found),
    describeParameters(found),
    describeDates(found),
    describeColumns(found),
    describeSystemTables(found),
    describeCompany(sage, found)
  ];
}

const UNKNOWN = ['edition', 'driver', 'parameters', 'dates', 'columns', 'systemTables'] as const;

function describeUnknown(name: (typeof UNKNOWN)[number]): Prerequisite {
  return {
    name,
    state: 'warning',
    finding: 'Not known yet.',
    cause: 'Sage was not reached, or has not answered yet.',
    fix: 'Mend the way to Sage first, or ask again in a moment.'
  };
}

/** Whether the database that answers is that of the configured edition. */
export function describeEdition(
  { edition }: Pick<Configuration['sage'], 'edition'>,
  { dialect, driverName }: SageCapabilities
): Prerequisite {
  const expected = edition === 'premium' ? 'sql-server' : 'providex';
  const finding = `Sage 100 ${edition} is configured; statements are written for ${DATABASES[expected]}.`;
  if (dialect === expected) return { name: 'edition', state: 'ok', finding };
  const right = dialect === 'sql-server' ? 'premium' : 'standard or advanced';
  return {
    name: 'edition',
    state: 'failed',
    finding,
    cause: `The driver that answers is ${driverName}, so this is Sage 100 ${right}.`,
    fix: `Set SAGE_EDITION to ${right}, or let SAGE_ODBC_CONNECTION_STRING name the data source of the other edition.`
  };
}

/** Which driver answers, and how values come from it. */
export function describeDriver({
  driverName,
  bits,
  numbersArriveAs,
  padsText
}: SageCapabilities): Prerequisite {
  const name =
    driverName === null ? 'The driver does not say its name' : `The driver is that of ${driverName}`;
  const numbers = numbersArriveAs === null ? '' : `; numbers come as ${NUMBERS[numbersArriveAs]}`;
  const texts = padsText === true ? '; texts come filled up with blanks' : '';
  return { name: 'driver', state: 'ok', finding: `${name}, ${bits} bits${numbers}${texts}.` };
}

/** Parameters are never used, since ProvideX may not take them; what the driver does is told for support. */
export function describeParameters({ takesParameters, takesTop }: SageCapabilities): Prerequisite {
  const parameters =
    takesParameters === true ? 'takes parameters' : 'takes no parameters, which are not needed';
  const top = takesTop === true ? 'takes TOP' : 'takes no TOP';
  return { name: 'parameters', state: 'ok', finding: `The driver ${parameters}, and ${top}.` };
}

/** Whether days can be asked for, and how a blank one comes. */
export function describeDates({ takesDateLiterals, blankDatesArriveAs }: SageCapabilities): Prerequisite {
  const blank =
    blankDatesArriveAs === null
      ? 'no blank date was seen'
      : `a blank date comes ${BLANK_DATES[blankDatesArriveAs]}`;
  if (takesDateLiterals === true) {
    return { name: 'dates', state: 'ok', finding: `The driver takes dates as {d '…'}; ${blank}.` };
  }
  return {
    name: 'dates',
    state: 'warning',
    finding: `No record could be asked for by its date; ${blank}.`,
    cause: "The driver refused the date escape {d '…'}, or a bad date stands in AR_OpenInvoice.",
    fix: 'Set EnforceNULLDate=1 (NULL Date) in the data source, so that bad dates come as NULL.'
  };
}

/** Whether the columns that this service reads are there, and wide enough. */
export function describeColumns(found: SageCapabilities): Prerequisite {
  if (found.describesColumns !== true) {
    return {
      name: 'columns',
      state: 'warning',
      finding: 'The driver does not describe the columns of its tables.',
      cause: 'SQLColumns gave nothing, so that lengths and user-defined fields are not known.',
      fix: "Let the ODBC user see the company's tables, and use the driver that came with Sage 100."
    };
  }
  const faults = columnFaults(found);
  if (faults.length === 0) {
    return {
      name: 'columns',
      state: 'ok',
      finding: 'Every column that is read is there, in its full length.'
    };
  }
  return {
    name: 'columns',
    state: 'warning',
    finding: faults.join(' '),
    cause:
      'An older release of Sage 100, a module that is not set up, or a table that the ODBC user may not see.',
    fix: 'Nothing for what Sage does not have: it reads as blank, and longer texts are refused. Else give the ODBC user access.'
  };
}

function columnFaults(found: SageCapabilities): string[] {
  const missing = found.missingColumns;
  const shorter = shorterColumns(found);
  return [
    ...(missing.length > 0 ? [`Missing: ${enumerate(missing)}.`] : []),
    ...(shorter.length > 0 ? [`Shorter than in release 2023: ${enumerate(shorter)}.`] : [])
  ];
}

/** Whether the tables of MAS_SYSTEM can be read. */
export function describeSystemTables({ showsSystemTables, dialect }: SageCapabilities): Prerequisite {
  if (showsSystemTables === true) {
    return { name: 'systemTables', state: 'ok', finding: 'SY_Company and CM_UDF can be read.' };
  }
  return {
    name: 'systemTables',
    state: 'warning',
    finding: 'SY_Company or CM_UDF cannot be read; fields are shown without the descriptions of CM_UDF.',
    cause: 'They belong to MAS_SYSTEM, which the data source does not show.',
    fix:
      dialect === 'sql-server'
        ? 'Let the login read the database MAS_SYSTEM.'
        : 'List the SY folder of MAS90 first in the Prefix of the data source.'
  };
}

/** Whether the configured company is the one that Sage knows by this code. */
export function describeCompany(sage: Configuration['sage'], found: SageCapabilities): Prerequisite {
  if (found.companyName !== null) {
    const { companyCode, edition, currency } = sage;
    const finding = `Company ${companyCode}, ${found.companyName}, Sage 100 ${edition}, amounts in ${currency}.`;
    return { name: 'company', state: 'ok', finding };
  }
  const configured = describeConfiguredCompany(sage);
  if (found.showsSystemTables !== true) return configured;
  return {
    ...configured,
    state: 'failed',
    cause: `SY_Company has no company ${sage.companyCode}.`,
    fix: 'Set SAGE_COMPANY_CODE, and Company in SAGE_ODBC_CONNECTION_STRING, to a code of Company Maintenance.'
  };
}

/** Which company is read, when Sage's tables do not say it. */
function describeConfiguredCompany({ companyCode, edition, currency }: Configuration['sage']): Prerequisite {
  const finding = `Company ${companyCode}, Sage 100 ${edition}, amounts in ${currency}, as configured.`;
  return { name: 'company', state: 'ok', finding };
}

function shorterColumns({ columnLengths }: SageCapabilities): string[] {
  return Object.entries(lengthsOfRelease2023).flatMap(([column, expected]) => {
    const length = columnLengths[column];
    return length === undefined || length >= expected ? [] : [`${column} (${length} for ${expected})`];
  });
}

function enumerate(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
