/** An email that a flow sent, or that the org sent about one. */
export interface SentMail {
  readonly sentAt: Date;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** Whether the body is HTML. */
  readonly isHtml: boolean;
  readonly relatedRecordId: string | undefined;
  /** The flow it is from, or about. */
  readonly flow: string;
  /** GUID of the interview that sent it. */
  readonly sentBy: string;
}

/** A custom notification (the bell) that a flow sent. */
export interface SentNotification {
  readonly sentAt: Date;
  readonly recipientIds: readonly string[];
  readonly title: string;
  readonly body: string;
  readonly targetId: string | undefined;
  readonly flow: string;
}

/** Emails and notifications leave the org to here and no further. */
export class Outbox {
  #mails: SentMail[] = [];
  #notifications: SentNotification[] = [];

  send(mail: SentMail): void {
    this.#mails.push(mail);
  }

  notify(notification: SentNotification): void {
    this.#notifications.push(notification);
  }

  /** All mails, oldest first. */
  get mails(): readonly SentMail[] {
    return this.#mails;
  }

  /** All notifications, oldest first. */
  get notifications(): readonly SentNotification[] {
    return this.#notifications;
  }

  clear(): void {
    this.#mails = [];
    this.#notifications = [];
  }
}
