import { Agent, request } from 'node:http';

/** One request of a measured operation. */
export interface Ask {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Timing {
  readonly p50: number;
  readonly p99: number;
  readonly perSecond: number;
}

/** Runs `count` operations (one request or several in a row) over `clients` connections; milliseconds per operation. */
export async function measure(
  port: number,
  clients: number,
  count: number,
  next: (i: number) => readonly Ask[],
): Promise<Timing> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  let index = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let i = index++; i < count; i = index++) {
        const at = performance.now();
        for (const ask of next(i)) await send(port, agent, ask);
        times.push(performance.now() - at);
      }
    }),
  );
  const elapsed = performance.now() - started;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), perSecond: (count / elapsed) * 1000 };
}

/** Sends one request; anything but success ends the bench. */
export function send(port: number, agent: Agent | undefined, ask: Ask): Promise<string> {
  return new Promise((resolve, reject) => {
    const req = request(
      {
        host: '127.0.0.1',
        port,
        method: ask.method,
        path: ask.path,
        ...(agent ? { agent } : {}),
        headers: { ...ask.headers, ...(ask.body ? { 'content-type': 'application/json' } : {}) },
      },
      (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          if ((res.statusCode ?? 500) >= 300)
            reject(new Error(`${ask.method} ${ask.path}: ${res.statusCode} ${text.slice(0, 300)}`));
          else resolve(text);
        });
      },
    );
    req.on('error', reject);
    req.end(ask.body);
  });
}
