import type { Context } from 'hono';
import { deleteCookie, getCookie } from 'hono/cookie';
import { sql } from 'kysely';
import * as oidc from 'openid-client';
import { Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Deps } from '#src/platform/server/http.ts';
import { hashToken, sessionOf } from '#src/platform/server/session.ts';
import { unsealText } from '#src/platform/server/siegel.ts';
import { openSitzung } from '#src/zugang/server/open-sitzung.ts';
import { provesFaktor, readClaim, returnPart } from '../rules.ts';
import { discover } from './discover.ts';
import { findKonto, type Angaben } from './find-konto.ts';
import { loadZugangsdaten, type Dienst } from './load-zugangsdaten.ts';
import { syncRollen } from './sync-rollen.ts';
import { cookieName, cookieOptions, geheimnisse, leaveWith, returnAddress } from './vorgang.ts';

type Claims = Readonly<Record<string, unknown>>;

/**
 * The way back from the service. What began here is used up first, so no answer counts twice; then the code is exchanged
 * and the ID token checked (signature, issuer, audience, time, nonce), and only then an account is looked for.
 */
export function returnPage(deps: Deps) {
  return async (c: Context): Promise<Response> => {
    try {
      const session = sessionOf(c, deps.config);
      const { dienst, vorgang } = await takeVorgang(deps, getCookie(c, cookieName(deps.config)) ?? '');
      // A code that another service gave must never reach this one.
      if (c.req.param('teil') !== returnPart(dienst.aussteller)) throw new Refusal('anbieter-ungueltig');
      const server = await discover(deps, dienst);
      const here = new URL(returnAddress(deps.config, dienst.aussteller));
      here.search = new URL(c.req.url).search;
      if (here.searchParams.has('error')) throw new Refusal('anbieter-abgebrochen');
      const tokens = await oidc.authorizationCodeGrant(server, here, {
        pkceCodeVerifier: vorgang.verifier,
        expectedNonce: vorgang.nonce,
        expectedState: vorgang.state,
        idTokenExpected: true,
        maxAge: vorgang.maxAge,
      });
      const proven = tokens.claims();
      if (!proven) throw new Refusal('anbieter-ungueltig');
      const claims = await complete(server, dienst, proven, tokens.access_token);
      await deps.db.asNobody(
        (tx) =>
          tx.as('lotse_anmeldung', async () => {
            const gruppen = readClaim(claims, dienst.rollenClaim);
            const konto = await findKonto(tx, dienst, readAngaben(proven.sub, claims), gruppen);
            await syncRollen(tx, dienst, konto, gruppen);
            await openSitzung(tx, konto, session, {
              weg: 'anbieter',
              // A second factor is believed from the signed token only.
              mitFaktor: provesFaktor(proven, dienst.faktorWerte),
              am: new Date((proven.auth_time ?? 0) * 1000),
            });
          }),
        session.adresse,
      );
      deleteCookie(c, cookieName(deps.config), cookieOptions(deps.config));
      c.header('Cache-Control', 'no-store');
      return c.redirect('/', 302);
    } catch (error) {
      return leaveWith(c, deps, error);
    }
  };
}

async function takeVorgang(deps: Deps, cookie: string) {
  const pruefwert = hashToken(cookie);
  return deps.db.asNobody((tx) =>
    tx.as('lotse_anmeldung', async () => {
      const row = await take(tx, pruefwert);
      const dienst = row && (await loadZugangsdaten(tx, deps, row.anbieterId));
      if (!row || !dienst) throw new Refusal('anbieter-abgebrochen');
      const text = unsealText(deps.schluessel.derive('anbieter'), row.siegel, pruefwert);
      return { dienst, vorgang: geheimnisse.parse(JSON.parse(text)) };
    }),
  );
}

function take(tx: Tx, pruefwert: string) {
  return tx.first(sql<{ anbieterId: string; siegel: Buffer }>`
    delete from anbieter_vorgang where pruefwert = ${pruefwert} and gueltig_bis > now()
    returning anbieter_id as "anbieterId", siegel`);
}

/** Many services put mail address and groups into the answer on the person only; it must speak of the same person. */
async function complete(
  server: oidc.Configuration,
  dienst: Dienst,
  proven: oidc.IDToken,
  accessToken: string,
): Promise<Claims> {
  const groupsMissing = dienst.rollenClaim !== '' && readClaim(proven, dienst.rollenClaim).length === 0;
  if (server.serverMetadata().userinfo_endpoint === undefined) return proven;
  if (!groupsMissing && proven['email'] !== undefined) return proven;
  const more = await oidc.fetchUserInfo(server, accessToken, proven.sub);
  return { ...more, ...proven };
}

function readAngaben(sub: string, claims: Claims): Angaben {
  const [email] = readClaim(claims, 'email');
  const [name] = readClaim(claims, 'name');
  return { sub, email: claims['email_verified'] === true ? email : undefined, name };
}
