import { packageNames } from '../port/package-names.ts';

/** Names of events and of their fields, in the org and in the service. */
export interface ChannelNames {
  /** `/event/Name__e` as the org has it: `/event/ns__Name__e`; `/data/Name__ChangeEvent` likewise. Others stay as they are. */
  readonly channel: (channel: string) => string;
  /** `ns__Name__c` without its prefix. */
  readonly plain: (field: string) => string;
}

/** Names of a package with this namespace; none where its source was deployed. */
export function channelNames(namespace: string | undefined): ChannelNames {
  if (namespace === undefined) return { channel: (channel) => channel, plain: (field) => field };
  const prefix = `${namespace}__`;
  return {
    channel: (channel) =>
      channel
        .replace(/^(\/event\/)(?=[A-Za-z0-9_]+__(?:e|chn)$)/, `$1${prefix}`)
        .replace(changeChannel, (whole, object: string) =>
          packageNames.has(`${object}__c`) ? `/data/${prefix}${object}__ChangeEvent` : whole
        ),
    plain: (field) => (field.startsWith(prefix) ? field.slice(prefix.length) : field)
  };
}

/** Of a custom object. Source: Change Data Capture Developer Guide, Subscription Channels. */
const changeChannel = /^\/data\/([A-Za-z0-9_]+)__ChangeEvent$/;
