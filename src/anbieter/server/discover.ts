import * as oidc from 'openid-client';
import { Refusal } from '#src/platform/refusal.ts';
import type { Config } from '#src/platform/server/config.ts';
import type { Deps } from '#src/platform/server/http.ts';
import { isAussteller, isLoopback } from '../rules.ts';

export interface Zugangsdaten {
  readonly id: string;
  readonly fassung: number;
  readonly aussteller: string;
  readonly clientId: string;
  /** Undefined: a public client. */
  readonly geheimnis: string | undefined;
}

const timeoutSeconds = 8;
const cacheMs = 3_600_000;
const cache = new Map<string, { readonly until: number; readonly config: Promise<oidc.Configuration> }>();

/**
 * What the service says of itself (issuer checked against the address), kept for an hour per version of its entry.
 * Refuses aussteller-ungueltig, or anbieter-nicht-erreichbar when it is away or says something else.
 */
export function discover(
  { config: own, now }: Pick<Deps, 'config' | 'now'>,
  anbieter: Zugangsdaten,
): Promise<oidc.Configuration> {
  const key = `${anbieter.id}:${anbieter.fassung}`;
  const known = cache.get(key);
  if (known && known.until > now().getTime()) return known.config;
  const config = ask(own, anbieter);
  cache.set(key, { until: now().getTime() + cacheMs, config });
  // A service that was away is asked again at once.
  config.catch(() => cache.delete(key));
  return config;
}

/** On a server that is reached by TLS, this machine has other services that nobody should reach through us. */
export function isReachable(url: string, aussteller: string): boolean {
  return isAussteller(aussteller) && !(url.startsWith('https://') && isLoopback(aussteller));
}

/** Asks a service once, without keeping the answer: for trying out an address. */
export async function ask(
  { url }: Pick<Config, 'url'>,
  anbieter: Pick<Zugangsdaten, 'aussteller' | 'clientId' | 'geheimnis'>,
): Promise<oidc.Configuration> {
  const { aussteller, clientId, geheimnis } = anbieter;
  if (!isReachable(url, aussteller)) throw new Refusal('aussteller-ungueltig');
  const execute = [oidc.enableNonRepudiationChecks];
  if (isLoopback(aussteller)) execute.push(oidc.allowInsecureRequests);
  try {
    const found = await oidc.discovery(new URL(aussteller), clientId, undefined, oidc.None(), {
      execute,
      timeout: timeoutSeconds,
    });
    const metadata = found.serverMetadata();
    const config = new oidc.Configuration(
      metadata,
      clientId,
      undefined,
      authenticate(metadata.token_endpoint_auth_methods_supported, geheimnis),
    );
    config.timeout = timeoutSeconds;
    for (const each of execute) each(config);
    return config;
  } catch {
    throw new Refusal('anbieter-nicht-erreichbar');
  }
}

function authenticate(supported: readonly string[] | undefined, geheimnis: string | undefined) {
  if (geheimnis === undefined) return oidc.None();
  const post = supported?.includes('client_secret_post') && !supported.includes('client_secret_basic');
  return post ? oidc.ClientSecretPost(geheimnis) : oidc.ClientSecretBasic(geheimnis);
}
