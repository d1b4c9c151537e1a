/** An email that a flow sent. */
export interface SentMail {
  readonly sentAt: Date;
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** Whether the body is HTML. */
  readonly isHtml: boolean;
  /** Flow interview that sent it. */
  readonly sentBy: string;
}

/** Emails leave the org to here and no further. */
export class Outbox {
  #mails: SentMail[] = [];

  send(mail: SentMail): void {
    this.#mails.push(mail);
  }

  /** All mails, oldest first. */
  get mails(): readonly SentMail[] {
    return this.#mails;
  }

  clear(): void {
    this.#mails = [];
  }
}
