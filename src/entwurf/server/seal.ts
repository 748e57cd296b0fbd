import { z } from 'zod';
import type { Actor } from '#src/platform/server/actor.ts';
import type { Deps } from '#src/platform/server/http.ts';
import { sealText, unsealText } from '#src/platform/server/siegel.ts';

export interface EntwurfOrt {
  readonly formular: string;
  readonly bezug: string;
}

const werteSchema = z.record(z.string(), z.unknown());

/** Binds the seal to account and form, so that a draft cannot be read in another place. */
function place(actor: Actor, ort: EntwurfOrt): string {
  return `entwurf:${actor.kreisId}:${actor.kontoId}:${ort.formular}:${ort.bezug}`;
}

export function sealEntwurf(
  deps: Deps,
  actor: Actor,
  ort: EntwurfOrt,
  werte: Record<string, unknown>,
): Buffer {
  return sealText(deps.schluessel.derive('entwurf'), JSON.stringify(werte), place(actor, ort));
}

export function openEntwurf(
  deps: Deps,
  actor: Actor,
  ort: EntwurfOrt,
  siegel: Buffer,
): Record<string, unknown> {
  return werteSchema.parse(
    JSON.parse(unsealText(deps.schluessel.derive('entwurf'), siegel, place(actor, ort))),
  );
}
