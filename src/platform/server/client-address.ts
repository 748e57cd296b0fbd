import { BlockList, isIP } from 'node:net';
import type { Context } from 'hono';

/** Which proxies stand in front and are believed: so many, or those of known addresses. */
export type Proxy = { readonly anzahl: number } | { readonly adressen: BlockList };

/**
 * Reads LOTSE_PROXY: a number of proxies, or addresses and networks ("10.0.0.5, 10.1.0.0/16"). A problem is added to the
 * list and nobody is believed.
 */
export function readProxy(text: string | undefined, problems: string[]): Proxy | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]$/.test(text)) return { anzahl: Number(text) };
  const adressen = new BlockList();
  for (const part of text.split(/[\s,]+/)) {
    if (!addNetwork(adressen, part)) {
      problems.push(
        `LOTSE_PROXY must be a number from 1 to 9 or addresses such as 10.0.0.5 or 10.0.0.0/8, not "${part}".`,
      );
    }
  }
  return { adressen };
}

function addNetwork(list: BlockList, part: string): boolean {
  const [address = '', bits, ...more] = part.split('/');
  const kind = isIP(address);
  if (kind === 0 || more.length > 0) return false;
  const family = kind === 4 ? 'ipv4' : 'ipv6';
  if (bits === undefined) {
    list.addAddress(address, family);
    return true;
  }
  if (!/^\d{1,3}$/.test(bits) || Number(bits) > (kind === 4 ? 32 : 128)) return false;
  list.addSubnet(address, Number(bits), family);
  return true;
}

/**
 * Address from which a request came. X-Forwarded-For is believed as far as configured proxies wrote it, from the right;
 * without LOTSE_PROXY not at all, because anyone can send it.
 */
export function clientAddress(c: Context, proxy: Proxy | undefined): string {
  const peer = plain(peerAddress(c));
  if (!proxy) return peer;
  const named = (c.req.header('x-forwarded-for') ?? '')
    .split(',')
    .map((part) => plain(part.trim()))
    .filter((part) => part !== '');
  // From the nearest to the farthest; the first one that is no proxy of ours is the client.
  let client = peer;
  for (let hop = 0; named.length > 0; hop += 1) {
    const trusted = 'anzahl' in proxy ? hop < proxy.anzahl : isListed(proxy.adressen, client);
    const next = trusted ? named.pop() : undefined;
    // What is no address was not written by a proxy that does its work.
    if (next === undefined || isIP(next) === 0) break;
    client = next;
  }
  return client;
}

/** What counts as one place: an IPv4 address, or the /64 of IPv6 within which a single line may take any address. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = [], tail] = address.split('::').map((side) => side.split(':').filter((part) => part !== ''));
  const missing = tail === undefined ? 0 : 8 - head.length - tail.length;
  const parts = [...head, ...Array.from({ length: missing }, () => '0'), ...(tail ?? [])];
  return `${parts
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':')}::/64`;
}

function isListed(list: BlockList, address: string): boolean {
  const kind = isIP(address);
  return kind !== 0 && list.check(address, kind === 4 ? 'ipv4' : 'ipv6');
}

/** Without the brackets, ports and IPv4-in-IPv6 of different writers. */
function plain(address: string): string {
  const bare = /^\[([\da-f:.]+)\](?::\d+)?$/i.exec(address)?.[1] ?? address;
  return bare.replace(/^::ffff:(?=\d+\.)/i, '').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
}

function peerAddress(c: Context): string {
  const bindings: unknown = c.env;
  if (typeof bindings === 'object' && bindings !== null && 'incoming' in bindings) {
    const { incoming } = bindings as { incoming: { socket?: { remoteAddress?: string } } };
    return incoming.socket?.remoteAddress ?? '';
  }
  return '';
}
