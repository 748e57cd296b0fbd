import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { bareHeaders } from '#src/platform/server/headers.ts';

const second = 1_000;

/**
 * How long the server waits and how much it holds: a request's head within 15 seconds, all of it within 5 minutes (a
 * workbook over a slow line), 12 KB of address and headers, 500 connections.
 */
const patience = {
  headersTimeout: 15 * second,
  requestTimeout: 300 * second,
  keepAliveTimeout: 5 * second,
  connectionsCheckingInterval: 5 * second,
  maxHeaderSize: 12 * 1024,
} as const;
const mostConnections = 500;
const mostRequestsPerConnection = 1_000;

export interface Listening {
  readonly server: Server;
  readonly port: number;
}

/** Opens the port, port 0 a free one; rejects when it cannot be opened. `changes` shortens the waiting in tests. */
export async function listen(
  app: Hono,
  options: {
    readonly port: number;
    readonly hostname?: string;
    readonly changes?: Partial<Record<keyof typeof patience, number>>;
  },
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: app.fetch,
        port: options.port,
        ...(options.hostname === undefined ? {} : { hostname: options.hostname }),
        serverOptions: { ...patience, ...options.changes },
      },
      ({ port }) => {
        server.off('error', reject);
        if (isHttp(server)) resolve({ server, port });
      },
    );
    server.once('error', reject);
    if (!isHttp(server)) return;
    server.maxConnections = mostConnections;
    server.maxRequestsPerSocket = mostRequestsPerConnection;
    server.on('clientError', refuse);
  });
}

function isHttp(server: object): server is Server {
  return 'maxRequestsPerSocket' in server;
}

const refusals: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** What is no request gets an answer with the same headers as every other, and no word of why. */
function refuse(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = refusals[error.code ?? ''] ?? '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\n${bareHeaders()}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
