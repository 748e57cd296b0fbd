import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import { sql } from 'kysely';
import * as oidc from 'openid-client';
import { Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Deps } from '#src/platform/server/http.ts';
import { hashToken, sessionOf } from '#src/platform/server/session.ts';
import { sealText } from '#src/platform/server/siegel.ts';
import { discover } from './discover.ts';
import { loadZugangsdaten, type Dienst } from './load-zugangsdaten.ts';
import { cookieName, cookieOptions, leaveWith, returnAddress, type Geheimnisse } from './vorgang.ts';

const lifeSeconds = 600;
/** Sign-ins that may be under way from one address; many colleagues share one. */
const maxPerAddress = 200;
/** Somebody must have proved herself at the service within the time that a session lasts here. */
const maxAgeSeconds = 12 * 3600;

/** Sends the browser to the service of a Träger: authorization code flow with PKCE, state and nonce. */
export function beginPage(deps: Deps) {
  return async (c: Context): Promise<Response> => {
    try {
      const dienst = await findDienst(deps, c.req.param('anbieterId') ?? '');
      const server = await discover(deps, dienst);
      const geheimnisse: Geheimnisse = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
        maxAge: c.req.query('neu') === '1' ? 60 : maxAgeSeconds,
      };
      const cookie = randomBytes(32).toString('base64url');
      const { adresse } = sessionOf(c, deps.config);
      await deps.db.asNobody((tx) =>
        tx.as('lotse_anmeldung', () => keep(tx, deps, dienst, geheimnisse, hashToken(cookie), adresse)),
      );
      setCookie(c, cookieName(deps.config), cookie, { ...cookieOptions(deps.config), maxAge: lifeSeconds });
      const to = oidc.buildAuthorizationUrl(server, {
        redirect_uri: returnAddress(deps.config, dienst.aussteller),
        scope: dienst.scopes,
        state: geheimnisse.state,
        nonce: geheimnisse.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(geheimnisse.verifier),
        code_challenge_method: 'S256',
        max_age: String(geheimnisse.maxAge),
      });
      return c.redirect(to.href, 302);
    } catch (error) {
      return leaveWith(c, deps, error);
    }
  };
}

async function findDienst(deps: Deps, anbieterId: string): Promise<Dienst> {
  const dienst = /^[0-9a-f-]{36}$/.test(anbieterId)
    ? await deps.db.asNobody((tx) => tx.as('lotse_anmeldung', () => loadZugangsdaten(tx, deps, anbieterId)))
    : undefined;
  if (!dienst) throw new Refusal('anbieter-unbekannt', 404);
  return dienst;
}

async function keep(
  tx: Tx,
  deps: Deps,
  { kreisId, id }: Dienst,
  geheimnisse: Geheimnisse,
  pruefwert: string,
  adresse: string,
): Promise<void> {
  await tx.run(sql`delete from anbieter_vorgang where gueltig_bis <= now()`);
  const { anzahl } = await tx.one(sql<{ anzahl: number }>`
    select count(*)::int as anzahl from anbieter_vorgang where adresse = ${adresse}`);
  if (anzahl >= maxPerAddress) throw new Refusal('anbieter-ueberlastet', 429);
  const siegel = sealText(deps.schluessel.derive('anbieter'), JSON.stringify(geheimnisse), pruefwert);
  await tx.run(sql`
    insert into anbieter_vorgang (kreis_id, anbieter_id, pruefwert, siegel, adresse, gueltig_bis)
    values (${kreisId}, ${id}, ${pruefwert}, ${siegel}, ${adresse}, now() + make_interval(secs => ${lifeSeconds}))`);
}
