/**
 * Functions of Salesforce (help: "Formula Operators and Functions A–Z") that the local org does not have: they need
 * places, currencies, other records, reports, Visualforce or predictions.
 */
export const refusedFunctions: ReadonlySet<string> = new Set([
  'CURRENCYRATE',
  'DISTANCE',
  'GEOLOCATION',
  'GETRECORDIDS',
  'GETSESSIONID',
  'HTMLENCODE',
  'IMAGEPROXYURL',
  'INCLUDE',
  'JSENCODE',
  'JSINHTMLENCODE',
  'JUNCTIONIDLIST',
  'LINKTO',
  'PARENTGROUPVAL',
  'PREDICT',
  'PREVGROUPVAL',
  'REQUIRESCRIPT',
  'URLENCODE',
  'URLFOR',
  'VLOOKUP'
]);
