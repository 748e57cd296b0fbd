import { Secret, TOTP } from 'otpauth';
import type { Reply, TestApp } from './app.ts';

/** A browser with its own cookies; `page` answers like TestClient. */
export type Browser = ReturnType<typeof openBrowser>;

/** A browser that has never been here. */
export function openBrowser(app: Pick<TestApp, 'app'>, planted: Readonly<Record<string, string>> = {}) {
  const cookies = new Map(Object.entries(planted));

  async function call(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await app.app.request(`/api${path}`, {
      method,
      headers: {
        ...(cookie === '' ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      bytes,
      body: isJson ? JSON.parse(new TextDecoder().decode(bytes)) : undefined,
    };
  }

  return {
    call,
    get: (path: string) => call('GET', path),
    send: (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, headers = {}) =>
      call(method, path, body, headers),
    /** The secret of the session, as the cookie holds it. */
    secret: () => cookies.get('lotse') ?? '',
    cookies,
    signIn: (anmeldename: string, kennwort: string) => call('POST', '/sitzung', { anmeldename, kennwort }),
  };
}

/** The code that an app with this secret (base32) shows at a moment. */
export function totpCode(schluessel: string, moment: Date): string {
  return TOTP.generate({ secret: Secret.fromBase32(schluessel), timestamp: moment.getTime() });
}
