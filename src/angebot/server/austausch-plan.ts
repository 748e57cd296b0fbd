import { createHash } from 'node:crypto';
import type { Day } from '#src/platform/day.ts';
import type { Angebot } from '../angebot.ts';
import { spalte, type DateiZeile, type FlatZeile } from '../austausch.ts';
import type { Abweichung, VorschauZeile } from '../austausch-contract.ts';
import { compareAngebote, meetingKeys, schwelle, type Vergleichbar } from '../doppeleintrag.ts';
import { isCurrent } from '../rules.ts';
import { flatOf, gelesenOf, readFlat, type Gelesen } from './austausch-flat.ts';
import type { Worte } from './austausch-worte.ts';

/** What the Kreis has before a file is read. */
export interface Bestand {
  readonly angebote: readonly Angebot[];
  readonly stellen: readonly { readonly id: string; readonly name: string }[];
  readonly worte: Worte;
  readonly heute: Day;
}

/** One row with what it would do; `gelesen` per offer that it could change, under '' for a new one. */
export interface PlanZeile {
  readonly vorschau: VorschauZeile;
  readonly datei: DateiZeile;
  readonly gelesen: ReadonlyMap<string, Gelesen>;
}

export interface Plan {
  readonly zeilen: readonly PlanZeile[];
  /** Changes whenever the preview would. */
  readonly stempel: string;
}

const MOST_LIKE = 3;

/** Decides row by row what a file would change; the order of the rows decides between two of the same. */
export function planImport(zeilen: readonly DateiZeile[], quelle: string, bestand: Bestand): Plan {
  const index = openIndex(bestand);
  const taken = new Set<string>();
  const planned = zeilen.map((datei) => planZeile(withSource(datei, quelle), bestand, index, taken));
  const shown = JSON.stringify(planned.map(({ vorschau }) => vorschau));
  return { zeilen: planned, stempel: createHash('sha256').update(shown).digest('hex') };
}

/** What comes out of a specialised map says so, unless the row names its own source. */
function withSource(datei: DateiZeile, quelle: string): DateiZeile {
  const named = (datei.werte.quelle ?? '').trim() !== '';
  return named || quelle === '' ? datei : { ...datei, werte: { ...datei.werte, quelle } };
}

type Index = ReturnType<typeof openIndex>;

function openIndex({ angebote, stellen, heute }: Bestand) {
  const current = angebote.filter((each) => isCurrent(each, heute));
  const meeting = new Map<string, Angebot[]>();
  for (const each of current)
    for (const key of meetingKeys(each)) meeting.set(key, [...(meeting.get(key) ?? []), each]);
  return {
    byId: new Map(angebote.map((each) => [each.id, each])),
    bySource: new Map(
      angebote
        .filter(({ quelleKennung }) => quelleKennung !== '')
        .map((each) => [sourceKey(each.quelle, each.quelleKennung), each]),
    ),
    byKey: new Map(current.map((each) => [keyOf(each.stelle, each), each])),
    meeting,
    stelle: new Map(stellen.map(({ id, name }) => [name.toLowerCase(), id])),
  };
}

function sourceKey(quelle: string, kennung: string): string {
  return JSON.stringify([quelle, kennung]);
}

function keyOf(stelle: string, { name, kommuneId }: { name: string; kommuneId: string | null }): string {
  return JSON.stringify([stelle.toLowerCase(), name.toLowerCase(), kommuneId]);
}

function planZeile(datei: DateiZeile, bestand: Bestand, index: Index, taken: Set<string>): PlanZeile {
  const { werte, zeile } = datei;
  const head = {
    zeile,
    name: (werte.name ?? '').trim(),
    stelle: (werte.stelle ?? '').trim(),
    stelleNeu: false,
    angebotId: null,
    felder: [],
    einwand: [],
    aehnlich: [],
  };
  const refused = (einwand: readonly VorschauZeile['einwand'][number][]): PlanZeile => ({
    vorschau: { ...head, art: 'abgelehnt', einwand: [...einwand] },
    datei,
    gelesen: new Map(),
  });
  if (datei.formel.length > 0) return refused(datei.formel.map((name) => ({ spalte: name, code: 'formel' })));
  const own = index.byId.get((werte.id ?? '').trim().toLowerCase());
  const bySource =
    (werte.quelleKennung ?? '').trim() === ''
      ? undefined
      : index.bySource.get(sourceKey((werte.quelle ?? '').trim(), (werte.quelleKennung ?? '').trim()));
  const alone = readFlat(werte, bestand.worte, bestand.heute);
  const target =
    own ??
    bySource ??
    ('gelesen' in alone ? index.byKey.get(keyOf(alone.gelesen.stelle, alone.gelesen.eingabe)) : undefined);
  const read = target ? readOnto(target, werte, bestand, target === own) : alone;
  if ('einwand' in read) return refused(read.einwand);
  const { gelesen } = read;
  const key = keyOf(gelesen.stelle, gelesen.eingabe);
  const holder = index.byKey.get(key);
  if (target && holder && holder.id !== target.id)
    return refused([{ spalte: 'name', code: 'angebot-name-vergeben' }]);
  const marks = [key, target?.id ?? (werte.id ?? '').trim().toLowerCase()].filter((mark) => mark !== '');
  if (marks.some((mark) => taken.has(mark))) return refused([{ spalte: 'name', code: 'zeile-doppelt' }]);
  for (const mark of marks) taken.add(mark);
  const stelleId = index.stelle.get(gelesen.stelle.toLowerCase()) ?? null;
  const known = { ...head, name: gelesen.eingabe.name, stelle: gelesen.stelle, stelleNeu: stelleId === null };
  if (target) {
    const felder = differences(target, gelesen, bestand.worte);
    return {
      vorschau: {
        ...known,
        art: felder.length === 0 ? 'unveraendert' : 'geaendert',
        angebotId: target.id,
        felder,
      },
      datei,
      gelesen: new Map([[target.id, gelesen]]),
    };
  }
  const like = likeOf({ ...gelesen.eingabe, stelleId }, index);
  const variants = like.flatMap(({ angebot, befund }) => {
    const onto = readOnto(angebot, werte, bestand, false);
    return 'gelesen' in onto ? [{ angebot, befund, gelesen: onto.gelesen }] : [];
  });
  return {
    vorschau: {
      ...known,
      art: variants.length > 0 ? 'moeglich' : 'neu',
      aehnlich: variants.map(({ angebot, befund, gelesen: onto }) => ({
        id: angebot.id,
        name: angebot.name,
        stelle: angebot.stelle,
        grund: [...befund.grund],
        felder: differences(angebot, onto, bestand.worte),
      })),
    },
    datei,
    gelesen: new Map([
      ['', gelesen],
      ...variants.map((each): [string, Gelesen] => [each.angebot.id, each.gelesen]),
    ]),
  };
}

/**
 * What the row says, over what is known of the offer. A confirmation of the file never makes ours older; only a row of
 * our own file empties a field, for other lists know less, and spell the office as they like.
 */
function readOnto(angebot: Angebot, werte: FlatZeile, { worte, heute }: Bestand, isOwn: boolean) {
  const stored = flatOf(gelesenOf(angebot), worte, 'code');
  const said = isOwn
    ? werte
    : Object.fromEntries(Object.entries({ ...werte, stelle: '' }).filter(([, text]) => text.trim() !== ''));
  const read = readFlat({ ...stored, ...said }, worte, heute);
  if ('einwand' in read) return read;
  const { bestaetigtAm } = read.gelesen;
  const newer =
    bestaetigtAm === null || (angebot.bestaetigtAm !== null && angebot.bestaetigtAm > bestaetigtAm)
      ? angebot.bestaetigtAm
      : bestaetigtAm;
  return { gelesen: { ...read.gelesen, bestaetigtAm: newer } };
}

function differences(angebot: Angebot, gelesen: Gelesen, worte: Worte): Abweichung[] {
  const before = flatOf(gelesenOf(angebot), worte, 'name');
  const after = flatOf(gelesen, worte, 'name');
  return spalte.options.flatMap((name): Abweichung[] => {
    const [alt, neu] = [before[name] ?? '', after[name] ?? ''];
    return alt === neu ? [] : [{ spalte: name, alt, neu }];
  });
}

function likeOf(row: Vergleichbar, { meeting }: Index) {
  const met = new Set(meetingKeys(row).flatMap((key) => meeting.get(key) ?? []));
  return [...met]
    .map((angebot) => ({ angebot, befund: compareAngebote(row, angebot) }))
    .filter(({ befund }) => befund.punkte >= schwelle)
    .toSorted((a, b) => b.befund.punkte - a.befund.punkte || (a.angebot.id < b.angebot.id ? -1 : 1))
    .slice(0, MOST_LIKE);
}
