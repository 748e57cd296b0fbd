import type { Same } from '#src/platform/texts.ts';

export const de = {
  aendern: 'Angaben ändern',
  aendernTitel: 'Angaben der Anfrage ändern',
  aendernText:
    'Kontakte bleiben gezählt, wie sie sind. Ändert sich die Dringlichkeit, ändert sich die Frist mit.',
  aendernSpeichern: 'Änderung speichern',
  geaendert: 'Die Angaben sind geändert.',
  geaendertFrist: (tag: string) => `Die Angaben sind geändert. Neue Frist: ${tag}.`,
  anderswo: (name: string) =>
    `Nach diesen Angaben ist ${name} zuständig. Die Anfrage bleibt hier, bis Sie sie weiterleiten.`,
  konfliktText:
    'Während Sie schrieben, hat jemand diese Anfrage geändert. Ihre Eingaben sind noch da; vergleichen Sie und speichern Sie dann noch einmal.',
  dolmetschenWort: 'Dolmetschen',
  zeit: (teile: string) => `Beratungszeit bisher: ${teile}`,
  zeitErst: (minuten: string) => `Erstberatung ${minuten}`,
  zeitWeitere: (kontakte: string, minuten: string) => `weitere ${kontakte} ${minuten}`,
  zeitOhne: (kontakte: string) => `${kontakte} ohne Angabe der Dauer`,
};

export const en: Same<typeof de> = {
  aendern: 'Change details',
  aendernTitel: 'Change the details of the request',
  aendernText: 'Contacts stay counted as they are. When the urgency changes, the deadline changes with it.',
  aendernSpeichern: 'Save change',
  geaendert: 'The details are changed.',
  geaendertFrist: (tag) => `The details are changed. New deadline: ${tag}.`,
  anderswo: (name) => `By these details ${name} is responsible. The request stays here until you pass it on.`,
  konfliktText:
    'While you were writing, somebody changed this request. Your entries are still here; compare and then save once more.',
  dolmetschenWort: 'Interpreter',
  zeit: (teile) => `Counselling time so far: ${teile}`,
  zeitErst: (minuten) => `first counselling ${minuten}`,
  zeitWeitere: (kontakte, minuten) => `${kontakte} more ${minuten}`,
  zeitOhne: (kontakte) => `${kontakte} without a duration`,
};
