import type { Same } from '#src/platform/texts.ts';

/** What was refused, and the way out. */
export const de = {
  'anbieter-spricht-nicht':
    'Der Anmeldedienst eines Trägers gilt nur für Konten, deren Rollen alle dort gelten. Nehmen Sie einen für den ganzen Kreis.',
  'anmeldename-ungueltig': 'Der Anmeldename hat 3 bis 120 Zeichen: Buchstaben a-z, Ziffern und . _ @ + -',
  'anmeldename-vergeben': 'Den Anmeldenamen gibt es schon. Bitte einen anderen wählen.',
  'beginn-vorbei': 'Der Beginn liegt zurück. Leer lassen heißt: ab sofort.',
  'eigenes-konto': 'Am eigenen Konto ändert das nur eine andere Administration.',
  'email-ungueltig': 'Bitte eine E-Mail-Adresse wie name@traeger.de eingeben.',
  'ende-nur-frueher': 'Eine Rolle kann hier nur früher enden. Zum Verlängern erteilen Sie sie bitte neu.',
  'frist-vorbei': 'Dieser Tag ist schon vorbei.',
  'konto-beendet': 'Der letzte Arbeitstag ist vorbei. Bitte ändern Sie zuerst diesen Tag.',
  'konto-gesperrt': 'Das Konto ist gesperrt oder ruht. Bitte entsperren Sie es zuerst.',
  'letzte-administration':
    'Es muss eine weitere unbefristete Administration des Kreises bleiben, die sich schon angemeldet hat. Laden Sie zuerst jemanden ein.',
  'rolle-braucht-frist': 'Das Einlesen wird nur befristet erlaubt. Bitte einen letzten Tag angeben.',
  'rolle-braucht-stelle': 'Diese Rolle gehört zu einer Partnerstelle. Bitte wählen Sie sie.',
  'rolle-braucht-traeger': 'Diese Rolle gilt an einem Träger. Bitte wählen Sie ihn.',
  'rolle-ort-passt-nicht': 'Das gehört nicht zu dieser Rolle.',
  'rolle-vorhanden': 'Das Konto hat diese Rolle in dieser Zeit schon.',
  'rolle-vom-anbieter':
    'Diese Rolle kommt vom Anmeldedienst. Lösen Sie die Verknüpfung, oder ändern Sie die Gruppe dort.',
  'traeger-nicht-verwaltet': 'Dort dürfen Sie keine Rollen erteilen.',
  'verknuepfung-fehlt': 'Bitte die E-Mail oder die Kennung beim Anmeldedienst angeben.',
  'verknuepfung-vergeben': 'Damit ist schon ein anderes Konto verknüpft.',
};

export const en: Same<typeof de> = {
  'anbieter-spricht-nicht':
    'The sign-in service of one organisation serves accounts only whose roles all hold there. Please take one for the whole Kreis.',
  'anmeldename-ungueltig': 'A user name has 3 to 120 characters: letters a-z, digits and . _ @ + -',
  'anmeldename-vergeben': 'This user name exists already. Please choose another one.',
  'beginn-vorbei': 'The beginning lies in the past. Empty means: from now on.',
  'eigenes-konto': 'Only another administrator changes this on your own account.',
  'email-ungueltig': 'Please enter an e-mail address like name@organisation.de.',
  'ende-nur-frueher': 'Here a role can only end earlier. To prolong it, please give it anew.',
  'frist-vorbei': 'This day has passed already.',
  'konto-beendet': 'The last working day has passed. Please change that day first.',
  'konto-gesperrt': 'The account is locked or dormant. Please unlock it first.',
  'letzte-administration':
    'Another administrator of the Kreis without an end date, who has signed in before, must remain. Invite somebody first.',
  'rolle-braucht-frist': 'Reading in is allowed for a time only. Please give a last day.',
  'rolle-braucht-stelle': 'This role belongs to a partner office. Please choose it.',
  'rolle-braucht-traeger': 'This role holds at an organisation. Please choose it.',
  'rolle-ort-passt-nicht': 'This does not belong to this role.',
  'rolle-vorhanden': 'The account has this role in this period already.',
  'rolle-vom-anbieter':
    'This role comes from the sign-in service. Remove the link, or change the group there.',
  'traeger-nicht-verwaltet': 'You may not give roles there.',
  'verknuepfung-fehlt': 'Please give the e-mail or the identifier at the sign-in service.',
  'verknuepfung-vergeben': 'Another account is linked with this already.',
};
