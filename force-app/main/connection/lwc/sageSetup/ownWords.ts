import ADMIN_NOBODY from '@salesforce/label/c.Sage_Setup_Admin_Nobody';
import ADMIN_USERS from '@salesforce/label/c.Sage_Setup_Admin_Users';
import ASSIGN_FIX from '@salesforce/label/c.Sage_Setup_Assign_Fix';
import CHANGE_DATA from '@salesforce/label/c.Sage_Setup_Change_Data';
import CHANGE_DATA_UNTESTED from '@salesforce/label/c.Sage_Setup_Change_Data_Untested';
import COMPANY from '@salesforce/label/c.Sage_Setup_Company';
import COMPANY_NONE from '@salesforce/label/c.Sage_Setup_Company_None';
import COMPANY_NONE_FIX from '@salesforce/label/c.Sage_Setup_Company_None_Fix';
import COMPANY_OFF from '@salesforce/label/c.Sage_Setup_Company_Off';
import COMPANY_OFF_FIX from '@salesforce/label/c.Sage_Setup_Company_Off_Fix';
import COMPANY_ON from '@salesforce/label/c.Sage_Setup_Company_On';
import INTEGRATION_CAUSE from '@salesforce/label/c.Sage_Setup_Integration_Cause';
import INTEGRATION_FIX from '@salesforce/label/c.Sage_Setup_Integration_Fix';
import INTEGRATION_INACTIVE from '@salesforce/label/c.Sage_Setup_Integration_Inactive';
import INTEGRATION_INACTIVE_FIX from '@salesforce/label/c.Sage_Setup_Integration_Inactive_Fix';
import INTEGRATION_NOBODY from '@salesforce/label/c.Sage_Setup_Integration_Nobody';
import INTEGRATION_ONE from '@salesforce/label/c.Sage_Setup_Integration_One';
import INTEGRATION_USER from '@salesforce/label/c.Sage_Setup_Integration_User';
import NOBODY from '@salesforce/label/c.Sage_Setup_Nobody';
import PERMISSION_SETS from '@salesforce/label/c.Sage_Setup_Permission_Sets';
import REP_NOBODY from '@salesforce/label/c.Sage_Setup_Rep_Nobody';
import REP_USERS from '@salesforce/label/c.Sage_Setup_Rep_Users';
import ROLE_ADMIN from '@salesforce/label/c.Sage_Setup_Role_Admin';
import ROLE_READER from '@salesforce/label/c.Sage_Setup_Role_Reader';
import ROLE_WRITER from '@salesforce/label/c.Sage_Setup_Role_Writer';
import SERVICE from '@salesforce/label/c.Sage_Setup_Service';
import SERVICE_OK from '@salesforce/label/c.Sage_Setup_Service_Ok';
import SETS_HIDDEN from '@salesforce/label/c.Sage_Setup_Sets_Hidden';
import TOKEN_TAKEN from '@salesforce/label/c.Sage_Setup_Token_Taken';
import TOKEN_UNTESTED from '@salesforce/label/c.Sage_Setup_Token_Untested';
import USERS from '@salesforce/label/c.Sage_Setup_Users';
import USERS_ONE from '@salesforce/label/c.Sage_Setup_Users_One';
import WRITER_UNTESTED from '@salesforce/label/c.Sage_Setup_Writer_Untested';
import OPEN_CHANGE_DATA from '@salesforce/label/c.Sage_Setup_Open_Change_Data';
import OPEN_NAMED_CREDENTIALS from '@salesforce/label/c.Sage_Setup_Open_Named_Credentials';
import OPEN_PERMISSION_SET from '@salesforce/label/c.Sage_Setup_Open_Permission_Set';
import OPEN_PERMISSION_SETS from '@salesforce/label/c.Sage_Setup_Open_Permission_Sets';
import OPEN_USERS from '@salesforce/label/c.Sage_Setup_Open_Users';
import { setupPages } from './setupPages';

/** The words of what this page tests by itself. */
export const own = {
  service: SERVICE,
  serviceOk: SERVICE_OK,
  admin: ROLE_ADMIN,
  reader: ROLE_READER,
  writer: ROLE_WRITER,
  tokenTaken: TOKEN_TAKEN,
  tokenUntested: TOKEN_UNTESTED,
  writerUntested: WRITER_UNTESTED,
  permissionSets: PERMISSION_SETS,
  integration: INTEGRATION_USER,
  integrationNobody: INTEGRATION_NOBODY,
  integrationCause: INTEGRATION_CAUSE,
  integrationFix: INTEGRATION_FIX,
  integrationInactive: INTEGRATION_INACTIVE,
  integrationInactiveFix: INTEGRATION_INACTIVE_FIX,
  integrationOne: INTEGRATION_ONE,
  adminUsers: ADMIN_USERS,
  adminNobody: ADMIN_NOBODY,
  repUsers: REP_USERS,
  repNobody: REP_NOBODY,
  nobody: NOBODY,
  assignFix: ASSIGN_FIX,
  users: USERS,
  usersOne: USERS_ONE,
  setsHidden: SETS_HIDDEN,
  changeData: CHANGE_DATA,
  changeDataUntested: CHANGE_DATA_UNTESTED,
  company: COMPANY,
  companyNone: COMPANY_NONE,
  companyNoneFix: COMPANY_NONE_FIX,
  companyOff: COMPANY_OFF,
  companyOffFix: COMPANY_OFF_FIX,
  companyOn: COMPANY_ON
};

/** Ways to where things are mended. */
export const ways = {
  changeData: { label: OPEN_CHANGE_DATA, page: setupPages.changeData },
  namedCredentials: { label: OPEN_NAMED_CREDENTIALS, page: setupPages.namedCredentials },
  permissionSet: { label: OPEN_PERMISSION_SET, page: setupPages.permissionSets },
  permissionSets: { label: OPEN_PERMISSION_SETS, page: setupPages.permissionSets },
  users: { label: OPEN_USERS, page: setupPages.users }
};
