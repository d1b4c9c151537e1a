import { LightningElement, api } from 'lwc';
import type { ToastDetail } from 'lightning/platformShowToastEvent';

interface Toast {
  readonly id: number;
  readonly title: string;
  readonly message: string;
  readonly themeClass: string;
  readonly iconName: string;
}

/** How long a toast stays that is not sticky: Salesforce's pester time. */
const VISIBLE_FOR_MS = 5_000;

/** Shows the toasts that components ask for. */
export default class ToastHost extends LightningElement {
  toasts: Toast[] = [];
  private lastId = 0;

  @api
  show(detail: ToastDetail): void {
    const id = (this.lastId += 1);
    const variant = detail.variant ?? 'info';
    const toast = {
      id,
      title: detail.title,
      message: messageText(detail),
      themeClass: `slds-notify slds-notify_toast slds-theme_${variant}`,
      iconName: `utility:${variant}`
    };
    this.toasts = [...this.toasts, toast];
    if (detail.mode !== 'sticky') setTimeout(() => this.remove(id), VISIBLE_FOR_MS);
  }

  handleClose(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.remove(Number(id));
  }

  private remove(id: number): void {
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
  }
}

function messageText({ message = '', messageData = [] }: ToastDetail): string {
  return message.replace(/\{(\d+)\}/g, (placeholder, index: string) => {
    const data = messageData[Number(index)];
    return data === undefined ? placeholder : typeof data === 'string' ? data : data.label;
  });
}
