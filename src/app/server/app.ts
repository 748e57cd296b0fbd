import { Hono } from 'hono';
import { contract } from '#src/app/contract.ts';
import { openApi } from '#src/platform/openapi.ts';
import { securityHeaders } from '#src/platform/server/headers.ts';
import { createHttp, type Deps } from '#src/platform/server/http.ts';
import { hasLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import { kontaktblattPage } from '#src/standort/server/kontaktblatt-page.ts';
import { abilities } from './abilities.ts';
import { handlers } from './handlers.ts';

/** The whole interface without static files: what tests call and the server mounts. */
export function createApp(deps: Deps): Hono {
  const app = new Hono();
  app.use('*', securityHeaders(deps.config, '/kontaktblatt/'));
  app.get('/kontaktblatt/:kreisId', kontaktblattPage(deps));
  const document = openApi(contract);
  app.get('/api/openapi.json', (c) => c.json(document));
  app.get('/api/zustand', async (c) => {
    const up = await deps.db.asNobody(async () => true).catch(() => false);
    return c.json({ bereit: up }, up ? 200 : 503);
  });
  app.route('/', createHttp({ contract, handlers, abilities, isRecorded: hasLesezugriff, deps }));
  return app;
}
