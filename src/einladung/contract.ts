import { z } from 'zod';
import { endpoint } from '#src/platform/contract.ts';

/** The secret of a link; it travels in the fragment of the address and in bodies only, so no log ever has it. */
const geheimnis = z.string().regex(/^[\w-]{43}$/, { error: 'einladung-ungueltig' });

export const einladungContract = {
  checkEinladung: endpoint({
    method: 'POST',
    path: '/einladung/pruefung',
    summary: 'Für wen ein Einladungslink gilt',
    ability: 'offen',
    reveals: 'stamm',
    refusals: ['einladung-ungueltig'],
    liest: true,
    body: z.strictObject({ geheimnis }),
    out: z.strictObject({
      name: z.string(),
      anmeldename: z.string(),
      art: z.enum(['einladung', 'kennwort']),
    }),
  }),
  acceptEinladung: endpoint({
    method: 'POST',
    path: '/einladung',
    summary: 'Einladungslink einlösen: Kennwort setzen und anmelden',
    ability: 'offen',
    reveals: 'nichts',
    refusals: ['einladung-ungueltig', 'kennwort-zu-kurz', 'kennwort-bekannt', 'anmeldung-ueberlastet'],
    status: 200,
    body: z.strictObject({ geheimnis, kennwort: z.string().min(1).max(200) }),
    /** True: the account has a second factor, which is asked for next. */
    out: z.strictObject({ zweiterSchritt: z.boolean() }),
  }),
};
