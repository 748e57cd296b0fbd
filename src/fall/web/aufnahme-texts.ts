import type { Same } from '#src/platform/texts.ts';

export const de = {
  ausAnfrage: (nummer: string) => `Aus der Anfrage ${nummer}`,
  ausAnfrageLead: 'Was schon bekannt ist, steht im Formular. Der Name kommt aus der Einwilligung.',
  ohneTitel: 'Noch ohne Einwilligung',
  ohneText: 'Ein Fall beginnt erst mit der unterschriebenen Einwilligung.',
  zurEinwilligung: 'Einwilligung aufnehmen',
  fremdTitel: 'Nicht in Ihrer Hand',
  fremdText: 'Die Einwilligung gilt nicht mehr, oder jemand anderes aus dem Team begleitet die Person.',
  fertigText: 'Diese Anfrage ist schon abgeschlossen.',
  zurAnfrage: 'Zur Anfrage',
  frueherText: (nummer: string) =>
    `Der frühere Fall ${nummer} wird wieder aufgenommen und behält seine Nummer und Angaben.`,
  mitwirkung: 'Freiwilligkeit und aktive Mitwirkung sind besprochen',
  zielgruppe: 'Zielgruppe',
  fokusFrage: (gruppen: string) => `Gehört die Person zur Fokusgruppe (${gruppen})?`,
  fokusOffen: 'nicht erfragt',
  ja: 'ja',
  nein: 'nein',
  fokusHinweis: 'Beraten und aufgenommen werden dürfen alle.',
  neuzugewandert: (jahre: number) =>
    jahre === 1
      ? 'Dieser Kreis wendet sich vor allem an Menschen, die höchstens 1 Jahr hier sind. Andere dürfen ebenfalls beraten werden.'
      : `Dieser Kreis wendet sich vor allem an Menschen, die höchstens ${jahre} Jahre hier sind. Andere dürfen ebenfalls beraten werden.`,
  ohneZugang:
    'Dieser Kreis wendet sich vor allem an Menschen, die noch keinen oder keinen ausreichenden Zugang zum Hilfesystem haben. Andere dürfen ebenfalls beraten werden.',
  alle: 'Dieser Kreis wendet sich an alle Menschen mit Zuwanderungsgeschichte, unabhängig von Alter, Herkunft und Aufenthalt.',
  code: {
    'mitwirkung-offen': 'Bitte besprechen Sie Freiwilligkeit und Mitwirkung, bevor der Fall beginnt.',
    'fall-besteht': 'Für diese Person gibt es schon einen laufenden Fall.',
    'anfrage-abgeschlossen': 'Diese Anfrage ist schon abgeschlossen.',
    'datum-vor-eingang': 'Das liegt vor dem Eingang der Anfrage.',
  },
};

export const en: Same<typeof de> = {
  ausAnfrage: (nummer) => `From request ${nummer}`,
  ausAnfrageLead: 'What is known already stands in the form. The name comes from the consent.',
  ohneTitel: 'No consent yet',
  ohneText: 'A case begins only with the signed consent.',
  zurEinwilligung: 'Take the consent',
  fremdTitel: 'Not in your hands',
  fremdText: 'The consent is no longer in force, or somebody else of the team accompanies the person.',
  fertigText: 'This request is closed already.',
  zurAnfrage: 'To the request',
  frueherText: (nummer) => `The former case ${nummer} is resumed and keeps its number and details.`,
  mitwirkung: 'Voluntary participation and active cooperation were talked over',
  zielgruppe: 'Target group',
  fokusFrage: (gruppen) => `Does the person belong to the focus group (${gruppen})?`,
  fokusOffen: 'not asked',
  ja: 'yes',
  nein: 'no',
  fokusHinweis: 'Everybody may be counselled and admitted.',
  neuzugewandert: (jahre) =>
    jahre === 1
      ? 'This Kreis turns above all to people who have been here for 1 year at most. Others may be counselled as well.'
      : `This Kreis turns above all to people who have been here for ${jahre} years at most. Others may be counselled as well.`,
  ohneZugang:
    'This Kreis turns above all to people who have no or not enough access to the support system. Others may be counselled as well.',
  alle: 'This Kreis turns to everybody with an immigration history, irrespective of age, origin and residence.',
  code: {
    'mitwirkung-offen': 'Please talk over voluntary participation and cooperation before the case begins.',
    'fall-besteht': 'There is an open case of this person already.',
    'anfrage-abgeschlossen': 'This request is closed already.',
    'datum-vor-eingang': 'This is before the request came in.',
  },
};
