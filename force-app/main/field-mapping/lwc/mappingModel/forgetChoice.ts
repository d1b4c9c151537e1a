/** Makes a combobox that adds what is chosen ready for the next choice; else the same could not be chosen twice. */
export function forgetChoice({ currentTarget }: Event): void {
  if (currentTarget instanceof HTMLElement) Object.assign(currentTarget, { value: '' });
}
