import { Hono } from 'hono';
import { beginPage } from '#src/anbieter/server/begin-page.ts';
import { returnPage } from '#src/anbieter/server/return-page.ts';
import { contract } from '#src/app/contract.ts';
import { recordFile } from '#src/ausgabe/server/record.ts';
import { openApi } from '#src/platform/openapi.ts';
import { securityHeaders } from '#src/platform/server/headers.ts';
import { createHttp, type Deps } from '#src/platform/server/http.ts';
import { openLimits } from '#src/platform/server/limits.ts';
import { answerError, guardPublic } from '#src/platform/server/public.ts';
import { hasLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import { openMenge } from '#src/protokoll/server/menge.ts';
import { kontaktblattPage } from '#src/standort/server/kontaktblatt-page.ts';
import { abilities } from './abilities.ts';
import { handlers } from './handlers.ts';

/** The whole interface without static files: what tests call and the server mounts. */
export function createApp(deps: Deps): Hono {
  const app = new Hono();
  const limits = deps.limits ?? openLimits();
  const guard = guardPublic(deps, limits);
  app.use('*', securityHeaders(deps.config, '/kontaktblatt/'));
  app.onError(answerError(deps));
  app.notFound((c) => c.text('Nicht gefunden. / Not found.', 404));
  app.get('/kontaktblatt/:kreisId', guard, kontaktblattPage(deps));
  app.get('/api/anmeldung/anbieter/rueckkehr/:teil', guard, returnPage(deps));
  app.get('/api/anmeldung/anbieter/:anbieterId', guard, beginPage(deps));
  const document = openApi(contract);
  app.get('/api/openapi.json', guard, (c) => c.json(document));
  app.get('/api/zustand', guard, async (c) => {
    const up = await deps.db.asNobody(async () => true).catch(() => false);
    return c.json({ bereit: up }, up ? 200 : 503);
  });
  const isRecorded = hasLesezugriff;
  const menge = deps.menge ?? openMenge(deps.db, deps.now);
  app.route('/', createHttp({ contract, handlers, abilities, isRecorded, recordFile, limits, menge, deps }));
  return app;
}
