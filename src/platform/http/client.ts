import { isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** How the server is reached, by which it judges what a request says of itself. */
export interface Network {
  /** Addresses of the proxies whose X-Forwarded-For is believed. */
  trustedProxies: readonly string[];
  /** Whether it listens on loopback alone, so that no other machine can mean it. */
  loopback: boolean;
}

/** Where a request came from. */
export interface Client {
  /** Empty inside tests without a socket. */
  address: string;
  /** Whether it comes from this machine itself, which it calls by a loopback name. */
  local: boolean;
  /** Whether the host that it names can be this server. */
  ownHost: boolean;
}

declare module 'hono' {
  interface ContextVariableMap {
    client: Client;
  }
}

export const OPEN_NETWORK: Network = { trustedProxies: [], loopback: false };

/** What the first handler of the request has found out. */
export function clientOf(context: Context): Client {
  return context.get('client');
}

/** Judges where a request came from; what a proxy hands on comes from elsewhere, wherever the proxy stands. */
export function findClient(context: Context, { trustedProxies, loopback }: Network): Client {
  const socket = plainAddress(socketAddress(context));
  const { headers } = context.req.raw;
  const proxied = trustedProxies.includes(socket);
  const handedOn = headers.has('x-forwarded-for') || headers.has('forwarded');
  const calledLoopback = isLoopback(new URL(context.req.url).hostname);
  return {
    address: proxied ? forwardedFor(headers.get('x-forwarded-for') ?? '', socket, trustedProxies) : socket,
    local: !handedOn && (socket === '' || isLoopback(socket)) && calledLoopback,
    // A page of another site can make its own name mean this machine, and then speaks with its own name as the host.
    ownHost: !loopback || proxied || calledLoopback,
  };
}

/** The last address that no trusted proxy has, going back from the server; before it anybody may have written anything. */
export function forwardedFor(header: string, socket: string, trustedProxies: readonly string[]): string {
  let address = socket;
  for (const entry of header.split(',').reverse()) {
    const one = plainAddress(entry.trim());
    if (isIP(one) === 0) return address;
    address = one;
    if (!trustedProxies.includes(one)) return address;
  }
  return address;
}

/** Whether an address or the name of a host, as a URL writes it, means the machine itself. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '');
  return (
    name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(\.\d+){3}$/.test(name)
  );
}

/** An IPv4 address that came over IPv6 is that IPv4 address. */
export function plainAddress(address: string): string {
  return address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
}

function socketAddress(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? '';
  } catch {
    return '';
  }
}
