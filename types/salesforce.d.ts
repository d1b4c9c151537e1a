// Virtual modules that the platform's compiler resolves.

declare module '@salesforce/schema/*' {
  const field: { readonly fieldApiName: string; readonly objectApiName: string };
  export default field;
}
declare module '@salesforce/label/*' {
  const text: string;
  export default text;
}
declare module '@salesforce/i18n/*' {
  const value: string;
  export default value;
}
declare module '@salesforce/client/formFactor' {
  const formFactor: 'Large' | 'Medium' | 'Small';
  export default formFactor;
}
declare module '@salesforce/user/Id' {
  const id: string;
  export default id;
}
