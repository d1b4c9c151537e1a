import { defineTable } from './table-definition.ts';

/** Users (in MAS_SYSTEM at a real site). */
export const syUser = defineTable({
  name: 'SY_User',
  key: 'UserKey',
  indexes: [
    'UserCode',
    'UserLogon',
    'SecurityKey',
    'LastName+FirstName',
    'CustomizationCode+UserKey',
    'Active+UserLogon',
    'External+Active+UserLogon'
  ],
  columns: `
    UserKey:s10 UserCode:s3 UserLogon:s60 SecurityKey:s10 FirstName:s20 LastName:s30 CustomizationCode:s3
    Password:s30 Active:s1 InactiveDate:d LastCompany:s10 LookupLimit:s6 PartialLookup:s1 ImpliedDecimal:s1
    AutoLogoff:s1 InactivityTime:s3 EnterKeyLikeTab:s1 InPeriodEnd:s1 PeriodEndPrinter:s3 CurrentPrinter:s3
    LowSpeedConnect:s1 SystemDate:d Theme:s1 GraphicReportFormat:s1 ReductionAmountsInRed:s1
    PromptForCompanyCode:s1 UseCrystalWebReports:s1 Locked:s1 ShowHiddenDialog:s1 External:s1
    LockedDate:n8.0 LockedTime:n8.0 PasswordDate:n8.0 EnableCSODBC:s1 AppServSpawn:s1
    EnableWebServicesForUser:s1 ReportPreviewZoom:n3.0 SurveyVersion:n2.1 SurveyLaunchDate:n8.0
    EmailAddress:s250 JobTitle:s1 RetainModuleOnCompanyChange:s1 ThemeCode:s20 MapService:s1
  `
});
