/** An amount in whole cents. The generator adds and multiplies cents, so no amount is ever rounded by a float. */
export type Cents = number;

/** Cents as Sage shows them, `-1222.58`. */
export function formatCents(cents: Cents): string {
  const digits = Math.abs(cents).toString().padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Reads an amount written with two digits after the point, `3252.38`. */
export function parseCents(amount: string): Cents {
  if (!/^-?\d+\.\d{2}$/.test(amount))
    throw new Error(`"${amount}" is no amount with two digits after the point`);
  return Number(amount.replace('.', ''));
}

/** A percentage of an amount, half a cent rounded up. `tenths` is the percentage times ten: 55 is 5.5 %. */
export function tenthsOfPercent(cents: Cents, tenths: number): Cents {
  return Math.floor((cents * tenths + 500) / 1000);
}
