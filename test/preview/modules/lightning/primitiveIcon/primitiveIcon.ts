import { LightningElement, api } from 'lwc';

type IconSize = 'xx-small' | 'x-small' | 'small' | 'medium' | 'large';

const ICON_NAME = /^(?<sprite>action|custom|doctype|standard|utility):(?<symbol>\w+)$/;
const TEXT_COLOUR: Readonly<Record<string, string>> = {
  error: 'slds-icon-text-error',
  warning: 'slds-icon-text-warning',
  success: 'slds-icon-text-success',
  inverse: '',
  bare: ''
};

/**
 * The icon inside every base component, drawn from the sprites of the SLDS package. The one of
 * lightning-base-components compiles about 1,700 icon templates, which doubles build time and size.
 */
export default class PrimitiveIcon extends LightningElement {
  static validationOptOut = ['class'];

  @api iconName: string | undefined;
  @api src: string | undefined;
  @api svgClass: string | undefined;
  private iconSize: IconSize = 'medium';
  private iconVariant = '';

  @api
  get size(): IconSize {
    return this.iconSize;
  }
  set size(value: IconSize) {
    this.iconSize = value;
    this.setAttribute('size', value);
  }

  @api
  get variant(): string {
    return this.iconVariant;
  }
  set variant(value: string | undefined) {
    this.iconVariant = value ?? '';
    this.setAttribute('variant', this.iconVariant);
  }

  get iconKey(): string | undefined {
    return ICON_NAME.exec(this.iconName ?? '')?.groups?.['symbol'];
  }

  get href(): string {
    if (this.src) return this.src;
    const groups = ICON_NAME.exec(this.iconName ?? '')?.groups;
    return groups ? `/assets/icons/${groups['sprite']}-sprite/svg/symbols.svg#${groups['symbol']}` : '';
  }

  get computedClass(): string {
    const classes = [
      this.svgClass,
      this.iconVariant === 'bare' ? '' : 'slds-icon',
      TEXT_COLOUR[this.iconVariant] ?? (this.src ? '' : 'slds-icon-text-default'),
      this.iconSize !== 'medium' ? `slds-icon_${this.iconSize}` : ''
    ];
    return classes.filter(Boolean).join(' ');
  }
}
