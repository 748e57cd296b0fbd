import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

/** A person at the sign-in service, with what it says of her. */
export interface Dienstperson {
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
  readonly groups?: readonly string[];
  readonly amr?: readonly string[];
}

export interface Anmeldedienst {
  readonly issuer: string;
  readonly clientSecret: string;
  /** Who is known there; changed between two sign-ins. */
  readonly personen: Map<string, Dienstperson>;
  /** Follows an address of the service as a browser in which this person signs in; answers the address of return. */
  walk(address: string, sub: string): Promise<URL>;
  stop(): Promise<void>;
}

/** A real OpenID Connect provider on this machine; only codes with PKCE, claims in the answer on the person. */
export async function startAnmeldedienst(returnTo: (issuer: string) => string): Promise<Anmeldedienst> {
  const personen = new Map<string, Dienstperson>();
  const clientSecret = randomBytes(24).toString('base64url');
  let handle: (...args: Parameters<ReturnType<Provider['callback']>>) => unknown = () => undefined;
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  let person = '';
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'lotse', client_secret: clientSecret, redirect_uris: [returnTo(issuer)] }],
    scopes: ['openid', 'profile', 'email', 'gruppen'],
    claims: {
      openid: ['sub', 'amr'],
      profile: ['name'],
      email: ['email', 'email_verified'],
      gruppen: ['groups'],
    },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: [clientSecret] },
    jwks: {
      keys: [generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })],
    },
    pkce: { required: () => true },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    interactions: { url: (_ctx, interaction) => `/person/${interaction.uid}` },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ ...personen.get(sub), sub }) }),
    loadExistingGrant: async (ctx) => {
      const { client, session, provider: own } = ctx.oidc;
      const grant = new own.Grant({
        ...(client ? { clientId: client.clientId } : {}),
        ...(session?.accountId === undefined ? {} : { accountId: session.accountId }),
      });
      grant.addOIDCScope('openid profile email gruppen');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  handle = (request, response) => {
    if (!request.url?.startsWith('/person/')) return answer(request, response);
    const amr = personen.get(person)?.amr;
    return provider.interactionFinished(request, response, {
      login: { accountId: person, ...(amr ? { amr: [...amr] } : {}) },
    });
  };

  async function walk(start: string, sub: string): Promise<URL> {
    person = sub;
    const jar = new Map<string, string>();
    let next = new URL(start);
    for (let step = 0; step < 10 && next.origin === issuer; step += 1) {
      const response = await fetch(next, {
        redirect: 'manual',
        headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [pair = ''] = cookie.split(';');
        jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
      }
      const location = response.headers.get('location');
      if (location === null)
        throw new Error(`the service answers ${response.status}: ${await response.text()}`);
      next = new URL(location, next);
    }
    return next;
  }

  return {
    issuer,
    clientSecret,
    personen,
    walk,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
