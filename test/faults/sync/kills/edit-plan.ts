/** What one edit of the stream does. Each record is of one kind all along, so that it is known what must become of it. */
export type EditKind =
  /** A customer's comment, which people change on one side only, or now here and now there. */
  | 'customer in Sage'
  | 'customer in Salesforce'
  | 'customer on both sides'
  /** A contact that is made on one side. */
  | 'new contact in Salesforce'
  | 'new contact in Sage'
  /** What Sage alone says. */
  | 'price'
  | 'stock'
  | 'new vendor';

export interface PlannedEdit {
  readonly kind: EditKind;
  readonly number: number;
  /** Which of the records of its kind, as a number from 0 to below 1. */
  readonly place: number;
}

const SHARES: Readonly<Record<EditKind, number>> = {
  'customer in Sage': 15,
  'customer in Salesforce': 20,
  'customer on both sides': 15,
  'new contact in Salesforce': 15,
  'new contact in Sage': 10,
  price: 10,
  stock: 10,
  'new vendor': 5
};

/** So many edits, the same for the same random numbers. */
export function planEdits(count: number, random: () => number): readonly PlannedEdit[] {
  return Array.from({ length: count }, (_, number) => ({ kind: kindOf(random), number, place: random() }));
}

function kindOf(random: () => number): EditKind {
  const shares = Object.entries(SHARES);
  let at = random() * shares.reduce((sum, [, share]) => sum + share, 0);
  for (const [kind, share] of shares) {
    at -= share;
    if (at < 0 && isKind(kind)) return kind;
  }
  return 'price';
}

function isKind(text: string): text is EditKind {
  return text in SHARES;
}
