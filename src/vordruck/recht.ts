import { z } from 'zod';

/** Data protection law that binds a Träger: public body, private body, Catholic or Protestant church. */
export const vordruckRecht = z.enum(['land', 'bund', 'kdg', 'ekd']);
export type VordruckRecht = z.infer<typeof vordruckRecht>;

const ldi =
  'Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen (LDI NRW), Kavalleriestraße 2–4, 40213 Düsseldorf, www.ldi.nrw.de';

/** What a new text names as its legal basis and supervisory authority; the same words in every language. */
export const rechtWorte: Readonly<
  Record<VordruckRecht, { readonly rechtsgrundlage: string; readonly aufsicht: string }>
> = {
  land: {
    rechtsgrundlage: 'Art. 6 Abs. 1 Buchst. a, Art. 9 Abs. 2 Buchst. a DSGVO, DSG NRW',
    aufsicht: ldi,
  },
  bund: { rechtsgrundlage: 'Art. 6 Abs. 1 Buchst. a, Art. 9 Abs. 2 Buchst. a DSGVO, BDSG', aufsicht: ldi },
  kdg: {
    rechtsgrundlage: '§ 6 Abs. 1 Buchst. b, § 11 Abs. 2 Buchst. a KDG',
    aufsicht: 'Katholisches Datenschutzzentrum, Dortmund, www.katholisches-datenschutzzentrum.de',
  },
  ekd: {
    rechtsgrundlage: '§ 6 Nr. 2, § 13 Abs. 2 Nr. 1 DSG-EKD',
    aufsicht: 'Der Beauftragte für den Datenschutz der EKD, Hannover, www.datenschutz.ekd.de',
  },
};

/** Law that probably binds a Träger, to be confirmed by a human: Caritas KDG, Diakonie DSG-EKD, public bodies DSG NRW. */
export function proposeRecht(traeger: { readonly name: string; readonly art: string }): VordruckRecht {
  if (/caritas|katholisch|skf|skm/i.test(traeger.name)) return 'kdg';
  if (/diakon|evangelisch/i.test(traeger.name)) return 'ekd';
  return traeger.art === 'freier_traeger' ? 'bund' : 'land';
}
