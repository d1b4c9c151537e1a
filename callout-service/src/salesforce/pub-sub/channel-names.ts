/** Names of events and of their fields, in the org and in the service. */
export interface ChannelNames {
  /** `/event/Name__e` as the org has it: `/event/ns__Name__e`. Salesforce's own channels stay as they are. */
  readonly channel: (channel: string) => string;
  /** `ns__Name__c` without its prefix. */
  readonly plain: (field: string) => string;
}

/** Names of a package with this namespace; none where its source was deployed. */
export function channelNames(namespace: string | undefined): ChannelNames {
  if (namespace === undefined) return { channel: (channel) => channel, plain: (field) => field };
  const prefix = `${namespace}__`;
  return {
    channel: (channel) => channel.replace(/^(\/event\/)(?=[A-Za-z0-9_]+__(?:e|chn)$)/, `$1${prefix}`),
    plain: (field) => (field.startsWith(prefix) ? field.slice(prefix.length) : field)
  };
}
