import type { Same } from '#src/platform/texts.ts';

/** What was refused, and the way out. */
export const de = {
  'ziel-fehlt': 'Was soll erreicht werden? Bitte beschreiben Sie das Ziel in einem Satz.',
  'schritt-fehlt': 'Was ist in diesem Schritt zu tun? Bitte beschreiben oder den Schritt entfernen.',
  'akteur-fehlt': 'Wer tut diesen Schritt? Bitte wählen Sie.',
  'dritte-fehlt': 'Wer ist gemeint? Bitte eine Stelle wählen oder einen Namen nennen.',
  'stelle-unbekannt': 'Diese Stelle gibt es im Verzeichnis nicht mehr. Bitte wählen Sie eine andere.',
  'schritt-unbekannt':
    'Ein Schritt gehört zu einem anderen Ziel. Bitte entfernen Sie ihn hier und legen Sie ihn neu an.',
  'code-unbekannt':
    'Diesen Lebensbereich gibt es in der Liste des Kreises nicht. Bitte wählen Sie einen anderen.',
  'plan-ohne-ziele': 'Der Plan hat noch kein Ziel. Fügen Sie zuerst ein Ziel hinzu.',
  'ziel-ohne-schritt': 'Ein Ziel hat noch keinen Schritt. Fügen Sie dort den ersten Schritt hinzu.',
  'plan-geaendert': 'Der Plan hat sich seit der Anzeige geändert. Bitte lesen Sie den neuen Stand gemeinsam.',
  'fall-abgeschlossen':
    'Der Fall ist abgeschlossen. Nehmen Sie ihn zuerst wieder auf, dann können Sie weiterarbeiten.',
  'grund-fehlt': 'Bitte halten Sie fest, warum.',
  'antwort-fehlt': 'Bitte wählen Sie eine der drei Antworten.',
  'unterschrift-nicht-vorgesehen':
    'Diese Unterschrift ist hier nicht vorgesehen. Bitte laden Sie die Seite neu.',
  'unterschrift-fachkraft-fehlt': 'Ihre eigene Unterschrift fehlt noch.',
  'unterschrift-fehlt': 'Die Unterschrift der Person fehlt noch.',
  'unterschrift-vertretung-fehlt': 'Die Unterschrift der Vertretung fehlt noch.',
  'unterschrift-leer': 'Hier ist noch nicht unterschrieben.',
  'vertretung-fehlt': 'Für ein Kind unterschreibt eine Vertretung. Bitte wählen Sie, wer unterschreibt.',
  'bildschirm-nur-heute':
    'Auf dem Bildschirm wird heute unterschrieben. Für einen früheren Tag wählen Sie Papier.',
  'datum-vor-unterschrift': 'Die vorige Fassung wurde später unterschrieben. Bitte prüfen Sie den Tag.',
  'datum-vor-aufnahme': 'Der Tag liegt vor der Aufnahme des Falls.',
  'stand-unveraendert': 'Das steht schon so da.',
  'ziel-gleichzeitig':
    'Inzwischen hat jemand dieses Ziel geändert. Bitte schließen Sie und lesen Sie es noch einmal.',
  'stand-gleichzeitig': 'Inzwischen hat jemand diesen Stand geändert. Sie sehen jetzt den neuen.',
};

export const en: Same<typeof de> = {
  'ziel-fehlt': 'What is to be reached? Please describe the goal in one sentence.',
  'schritt-fehlt': 'What is to be done in this step? Please describe it or remove the step.',
  'akteur-fehlt': 'Who does this step? Please choose.',
  'dritte-fehlt': 'Who is meant? Please choose an office or give a name.',
  'stelle-unbekannt': 'This office is no longer in the directory. Please choose another one.',
  'schritt-unbekannt': 'One step belongs to another goal. Please remove it here and write it anew.',
  'code-unbekannt': 'This area of life is not in the list of the Kreis. Please choose another one.',
  'plan-ohne-ziele': 'The plan has no goal yet. Add a goal first.',
  'ziel-ohne-schritt': 'One goal has no step yet. Add its first step.',
  'plan-geaendert': 'The plan has changed since it was shown. Please read the new state together.',
  'fall-abgeschlossen': 'The case is closed. Take it up again first, then you can go on.',
  'grund-fehlt': 'Please record why.',
  'antwort-fehlt': 'Please choose one of the three answers.',
  'unterschrift-nicht-vorgesehen': 'This signature is not provided for here. Please reload the page.',
  'unterschrift-fachkraft-fehlt': 'Your own signature is still missing.',
  'unterschrift-fehlt': 'The signature of the person is still missing.',
  'unterschrift-vertretung-fehlt': 'The signature of the guardian is still missing.',
  'unterschrift-leer': 'Not signed here yet.',
  'vertretung-fehlt': 'A guardian signs for a child. Please choose who signs.',
  'bildschirm-nur-heute': 'On the screen it is signed today. For an earlier day choose paper.',
  'datum-vor-unterschrift': 'The version before was signed later. Please check the day.',
  'datum-vor-aufnahme': 'The day lies before the admission of the case.',
  'stand-unveraendert': 'It says so already.',
  'ziel-gleichzeitig': 'Somebody has changed this goal meanwhile. Please close and read it once more.',
  'stand-gleichzeitig': 'Somebody has changed this state meanwhile. You now see the new one.',
};
