import type { Handler } from '#src/platform/server/http.ts';
import type { anbieterContract } from '../contract.ts';
import { ask } from './discover.ts';

/** Whether a service answers at an address and is what it says; nothing is kept. */
export const checkAnbieter: Handler<typeof anbieterContract.checkAnbieter> = async ({ body, deps }) => {
  const config = await ask(deps.config, {
    aussteller: body.aussteller,
    clientId: 'lotse',
    geheimnis: undefined,
  });
  const metadata = config.serverMetadata();
  return {
    pkce: metadata.supportsPKCE('S256'),
    scopes: (metadata.scopes_supported ?? []).slice(0, 50),
    claims: (metadata.claims_supported ?? []).slice(0, 100),
  };
};
