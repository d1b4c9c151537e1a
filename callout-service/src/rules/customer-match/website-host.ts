/** Hosts that many companies have a page on: they tell nothing of whose page it is. */
const SHARED_HOSTS: ReadonlySet<string> = new Set(
  [
    'facebook.com m.facebook.com fb.com linkedin.com instagram.com twitter.com x.com youtube.com tiktok.com',
    'pinterest.com yelp.com google.com sites.google.com maps.google.com linktr.ee amazon.com ebay.com etsy.com'
  ].flatMap((hosts) => hosts.split(' '))
);

/**
 * The host of a website in lower case, without protocol, `www.`, port, path and case: `HTTPS://www.Acme.com/en` is
 * `acme.com`. Null for what is no address, for a host without a dot, and for hosts that many share, as facebook.com.
 */
export function websiteHost(website: string | null): string | null {
  const text = website?.trim() ?? '';
  if (text === '' || text.includes('@')) return null;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(address)) return null;
  const host = new URL(address).hostname.replace(/\.$/, '').replace(/^www\d?\./, '');
  return /[^.]\.[^.]/.test(host) && !/^[\d.]+$/.test(host) && !SHARED_HOSTS.has(host) ? host : null;
}
