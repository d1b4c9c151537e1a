import type { PageReference } from 'lightning/navigation';

/** Pages of Setup, where things are mended that are no records of the package. */
export const setupPages = {
  changeData: setupPage('CdcObjectEnablement/home'),
  companyInformation: setupPage('CompanyProfileInfo/home'),
  connectedApps: setupPage('ConnectedApplication/home'),
  certificates: setupPage('CertificatesAndKeyManagement/home'),
  namedCredentials: setupPage('NamedCredential/home'),
  permissionSets: setupPage('PermSets/home'),
  users: setupPage('ManageUsers/home')
};

/** A permission set, from which its users are managed; the list of them where its id is not known. */
export function permissionSetPage(setId: string | undefined): PageReference {
  if (setId === undefined) return setupPages.permissionSets;
  return setupPage(`PermSets/page?address=%2F${setId}`);
}

function setupPage(path: string): PageReference {
  return { type: 'standard__webPage', attributes: { url: `/lightning/setup/${path}` } };
}
