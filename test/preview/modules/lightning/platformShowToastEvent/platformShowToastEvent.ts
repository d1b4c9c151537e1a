/** What a toast says (LWC guide, "Toast Notifications"). */
export interface ToastDetail {
  title: string;
  message?: string;
  /** Values for `{0}`, `{1}` … in the message; an object is shown as its label. */
  messageData?: (string | { url: string; label: string })[];
  variant?: 'info' | 'success' | 'warning' | 'error';
  mode?: 'dismissible' | 'pester' | 'sticky';
}

/** The name of the event on its way to the page. */
export const SHOW_TOAST_EVENT_NAME = 'lightning__showtoast';

/** Asks the page to show a toast. */
export class ShowToastEvent extends CustomEvent<ToastDetail> {
  constructor(toast: ToastDetail) {
    super(SHOW_TOAST_EVENT_NAME, { composed: true, cancelable: true, bubbles: true, detail: toast });
  }
}
