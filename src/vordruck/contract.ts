import { z } from 'zod';
import { inKreis, kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { vordruckAngabe, vordruckArt, vordruckInhalt } from './inhalt.ts';
import { vordruckRecht } from './recht.ts';

const vordruckStand = z.enum(['entwurf', 'freigegeben', 'abgeloest']);
const uebersetzungStand = z.enum(['entwurf', 'freigegeben']);

const freigabe = z.strictObject({
  freigegebenAm: z.string().nullable(),
  /** Name of the account; null for texts that came with the installation. */
  freigegebenVon: z.string().nullable(),
});

const abilities = z.strictObject({ edit: z.boolean(), release: z.boolean() });

const kopf = freigabe.extend({
  id: z.string(),
  art: vordruckArt,
  fassung: z.number(),
  stand: vordruckStand,
  erfasstAm: z.string(),
});

const uebersetzung = freigabe.extend({
  sprache: z.string(),
  stand: uebersetzungStand,
  /** Counts the changes; to be sent back with the next one. */
  bearbeitung: z.number(),
  erfasstAm: z.string(),
  /** Built like the German text, so that both can be set side by side. */
  passt: z.boolean(),
  inhalt: vordruckInhalt,
});

const inVordruck = z.strictObject({ kreisId, vordruckId: z.uuid() });
const inSprache = inVordruck.extend({ sprache: z.string().regex(/^[a-z]{3}$/) });
const bearbeitung = z.number().int().min(0);
const gespeichert = z.strictObject({ bearbeitung: z.number() });

export const vordruckContract = {
  listVordruck: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/vordruck',
    summary: 'Vordrucke je Träger mit allen Fassungen, neueste zuerst',
    ability: 'vordruck.lesen',
    reveals: 'stamm',
    refusals: [],
    params: inKreis,
    out: z.strictObject({
      traeger: z.array(
        z.strictObject({
          traegerId: z.string(),
          recht: vordruckRecht,
          abilities,
          vordruck: z.array(
            kopf.extend({
              /** Languages by state; those that no longer fit the German text count as drafts. */
              uebersetzt: z.strictObject({ freigegeben: z.number(), entwurf: z.number() }),
            }),
          ),
        }),
      ),
    }),
  }),
  getVordruck: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/vordruck/{vordruckId}',
    summary: 'Eine Fassung mit ihren Übersetzungen und dem Text der vorigen Fassung',
    ability: 'vordruck.lesen',
    reveals: 'stamm',
    refusals: ['nicht-gefunden'],
    params: inVordruck,
    out: kopf.extend({
      traegerId: z.string(),
      bearbeitung: z.number(),
      inhalt: vordruckInhalt,
      angabe: vordruckAngabe,
      vorige: z
        .strictObject({ fassung: z.number(), inhalt: vordruckInhalt, angabe: vordruckAngabe })
        .nullable(),
      uebersetzung: z.array(uebersetzung),
      abilities,
    }),
  }),
  draftVordruck: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/vordruck',
    summary: 'Neue Fassung entwerfen: aus der geltenden, sonst aus der mitgelieferten Vorlage',
    ability: 'vordruck.bearbeiten',
    reveals: 'stamm',
    refusals: ['traeger-fremd', 'vordruck-entwurf-besteht'],
    params: inKreis,
    body: z.strictObject({ traegerId: z.uuid(), art: vordruckArt, recht: vordruckRecht.optional() }),
    out: z.strictObject({ vordruckId: z.string() }),
    status: 201,
  }),
  changeVordruck: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/vordruck/{vordruckId}',
    summary: 'Deutschen Entwurf ändern',
    ability: 'vordruck.bearbeiten',
    reveals: 'stamm',
    refusals: [
      'traeger-fremd',
      'gleichzeitig-geaendert',
      'vordruck-kein-entwurf',
      'platzhalter-unbekannt',
      'platzhalter-fehlt',
      'zweck-fehlt',
    ],
    params: inVordruck,
    body: z.strictObject({ bearbeitung, inhalt: vordruckInhalt, angabe: vordruckAngabe }),
    out: gespeichert,
  }),
  releaseVordruck: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/vordruck/{vordruckId}/freigabe',
    summary: 'Deutschen Text freigeben; er gilt sofort und löst den vorigen ab',
    ability: 'vordruck.freigeben',
    reveals: 'stamm',
    refusals: ['traeger-fremd', 'gleichzeitig-geaendert', 'vordruck-kein-entwurf', 'angabe-fehlt'],
    params: inVordruck,
    body: z.strictObject({ bearbeitung }),
    out: z.strictObject({ freigegebenAm: z.string() }),
  }),
  changeUebersetzung: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/vordruck/{vordruckId}/uebersetzung/{sprache}',
    summary: 'Übersetzung ändern; sie ist danach wieder ein Entwurf',
    ability: 'vordruck.bearbeiten',
    reveals: 'stamm',
    refusals: [
      'traeger-fremd',
      'gleichzeitig-geaendert',
      'vordruck-abgeloest',
      'sprache-unbekannt',
      'abschnitt-anzahl',
      'absatz-anzahl',
      'zweck-anders',
      'platzhalter-anders',
    ],
    params: inSprache,
    body: z.strictObject({ bearbeitung, inhalt: vordruckInhalt }),
    out: gespeichert,
  }),
  releaseUebersetzung: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/vordruck/{vordruckId}/uebersetzung/{sprache}/freigabe',
    summary: 'Übersetzung freigeben: ein Mensch beim Träger hat sie geprüft',
    ability: 'vordruck.freigeben',
    reveals: 'stamm',
    refusals: [
      'traeger-fremd',
      'gleichzeitig-geaendert',
      'vordruck-nicht-freigegeben',
      'uebersetzung-passt-nicht',
    ],
    params: inSprache,
    body: z.strictObject({ bearbeitung }),
    out: z.strictObject({ freigegebenAm: z.string() }),
  }),
};
