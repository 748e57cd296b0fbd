import { createHash } from 'node:crypto';
import { z } from 'zod';
import { barriere } from '../angebot.ts';
import { spalte, type DateiZeile, type FlatZeile, type Spalte } from '../austausch.ts';

/** Separates the items of a list within one text. */
export const trenner = '; ';

/** Columns for which Open Referral has no field; they travel as attributes of our own vocabulary. */
const eigene: readonly Spalte[] = [
  'art',
  'beratungsansatz',
  'eigenesFallmanagement',
  'ebene',
  'kommuneId',
  'kommuneIds',
  'plaetzeAm',
  'kosten',
  'anschrift',
  'quelle',
  'quelleWeb',
  'quelleKennung',
  'gueltigBis',
];
const begriffe = ['lebensbereich', 'rechtskreis', 'zielgruppe'] as const;
const vocabulary = 'lotse';

export interface HsdsQuelle {
  readonly id: string;
  readonly stelleId: string;
  readonly werte: FlatZeile;
  /** Names of the codes in the terms. */
  readonly worte: ReadonlyMap<string, string>;
}

/** The directory as a page of services of Open Referral HSDS 3; ids stay the same from one export to the next. */
export function toHsds(services: readonly HsdsQuelle[]): object {
  return {
    total_items: services.length,
    total_pages: 1,
    page_number: 1,
    size: services.length,
    first_page: true,
    last_page: true,
    empty: services.length === 0,
    contents: services.map(toService),
  };
}

function toService({ id, stelleId, werte, worte }: HsdsQuelle): object {
  const of = (name: Spalte) => werte[name] ?? '';
  const own = (...parts: readonly string[]) => stableId([id, ...parts].join(' '));
  const service = { service_id: id };
  const locationId = own('location');
  const attribute = (kind: string, term: object, value: string) => ({
    id: own(kind, value),
    link_id: id,
    link_entity: 'service',
    taxonomy_term_id: stableId(`${kind} ${JSON.stringify(term)}`),
    value,
    taxonomy_term: { id: stableId(`${kind} ${JSON.stringify(term)}`), ...term },
  });
  return {
    id,
    name: of('name'),
    description: of('beschreibung'),
    status: of('gueltigBis') === '' ? 'active' : 'inactive',
    ...given({
      url: of('web'),
      email: of('email'),
      fees_description: of('kostenText'),
      assured_date: of('bestaetigtAm'),
      // Whoever changes an offer confirms it thereby.
      last_modified: of('bestaetigtAm') && `${of('bestaetigtAm')}T00:00:00Z`,
    }),
    organization: { id: stelleId, name: of('stelle'), description: of('stelle') },
    service_at_locations: [
      {
        id: own('place'),
        ...service,
        location_id: locationId,
        location: {
          id: locationId,
          location_type: 'physical',
          name: of('stelle'),
          ...(of('breite') === '' ? {} : { latitude: Number(of('breite')), longitude: Number(of('laenge')) }),
          addresses: addressesOf(of('anschrift'), locationId, own('address')),
          accessibility: split(of('barriere')).map((code) => ({
            id: own('accessibility', code),
            location_id: locationId,
            description: code,
          })),
        },
      },
    ],
    languages: split(of('sprache')).map((code) => ({ id: own('language', code), ...service, code })),
    schedules: some(of('oeffnung'), (description) => ({ id: own('schedule'), ...service, description })),
    phones: some(of('telefon'), (number) => ({ id: own('phone'), ...service, number })),
    contacts: some(of('ansprechpartner'), (name) => ({ id: own('contact'), ...service, name })),
    capacities:
      of('plaetzeGesamt') === '' && of('plaetzeFrei') === ''
        ? []
        : [
            {
              id: own('capacity'),
              ...service,
              ...(of('plaetzeFrei') === '' ? {} : { available: Number(of('plaetzeFrei')) }),
              ...(of('plaetzeGesamt') === '' ? {} : { maximum: Number(of('plaetzeGesamt')) }),
            },
          ],
    service_areas: split(of('kommuneIds')).map((name) => ({ id: own('area', name), ...service, name })),
    attributes: [
      ...begriffe.flatMap((name) =>
        split(of(name)).map((code) =>
          attribute(name, { code, name: worte.get(`${name} ${code}`) ?? code, taxonomy: name }, code),
        ),
      ),
      ...eigene
        .filter((name) => of(name) !== '')
        .map((name) => attribute(vocabulary, { code: name, name, taxonomy: vocabulary }, of(name))),
    ],
  };
}

function addressesOf(anschrift: string, locationId: string, id: string): object[] {
  if (anschrift === '') return [];
  const [, street = anschrift, plz = '', city = ''] = /^(.+), (\d{5}) (.+)$/s.exec(anschrift) ?? [];
  return [
    {
      id,
      location_id: locationId,
      address_1: street,
      city,
      state_province: 'Nordrhein-Westfalen',
      postal_code: plz,
      country: 'DE',
      address_type: 'physical',
    },
  ];
}

function some(text: string, make: (text: string) => object): object[] {
  return text === '' ? [] : [make(text)];
}

function given(fields: Readonly<Record<string, string>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

/** Items of a list in a text. */
export function split(text: string): string[] {
  return text
    .split(/[;|\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** The same id for the same words (UUID version 5 without a name space). */
function stableId(words: string): string {
  const hash = createHash('sha1').update(`lotse ${words}`).digest('hex');
  const variant = ((Number.parseInt(hash.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-${variant}${hash.slice(18, 20)}-${hash.slice(20, 32)}`;
}

const word = z.string().nullish();
const figure = z.union([z.number(), z.string()]).nullish();
const list = <T extends z.ZodType>(item: T) => z.array(item).nullish();
const service = z.object({
  id: word,
  name: word,
  description: word,
  url: word,
  email: word,
  fees_description: word,
  assured_date: word,
  organization: z.object({ id: word, name: word }).nullish(),
  service_at_locations: list(
    z.object({
      location: z
        .object({
          latitude: figure,
          longitude: figure,
          addresses: list(z.object({ address_1: word, city: word, postal_code: word })),
          accessibility: list(z.object({ description: word })),
        })
        .nullish(),
    }),
  ),
  languages: list(z.object({ code: word })),
  schedules: list(z.object({ description: word })),
  phones: list(z.object({ number: word })),
  contacts: list(z.object({ name: word })),
  capacities: list(z.object({ available: figure, maximum: figure })),
  service_areas: list(z.object({ name: word })),
  attributes: list(
    z.object({ value: word, taxonomy_term: z.object({ code: word, taxonomy: word }).nullish() }),
  ),
});
type Service = z.infer<typeof service>;
const services = z.array(service);
const file = z.union([
  services,
  z.object({ contents: services }).transform(({ contents }) => contents),
  z.object({ services }).transform((all) => all.services),
  service.refine(({ name }) => typeof name === 'string').transform((one) => [one]),
]);

/** The services of an HSDS document: a page of the interface, a list, or one of them. Undefined for anything else. */
export function fromHsds(document: unknown): DateiZeile[] | undefined {
  const found = file.safeParse(document);
  if (!found.success) return undefined;
  return found.data.map((each, at) => ({
    zeile: at + 1,
    werte: flatOf(each),
    formel: [],
    ...(each.organization?.id ? { stelleId: each.organization.id } : {}),
  }));
}

function flatOf(each: Service): FlatZeile {
  const location = each.service_at_locations?.[0]?.location;
  const terms = (name: string) =>
    joined(
      (each.attributes ?? [])
        .filter(({ taxonomy_term: term }) => term?.taxonomy === name)
        .map(({ value, taxonomy_term: term }) => term?.code ?? value),
    );
  const own = (each.attributes ?? []).flatMap(({ value, taxonomy_term: term }): [Spalte, string][] => {
    const name = spalte.safeParse(term?.taxonomy === vocabulary ? term.code : undefined);
    return name.success && value ? [[name.data, value]] : [];
  });
  const capacity = each.capacities?.[0];
  const flat: [Spalte, string | number | null | undefined][] = [
    ['id', each.id],
    ['name', each.name],
    ['stelle', each.organization?.name],
    ['beschreibung', each.description],
    ['lebensbereich', terms('lebensbereich')],
    ['rechtskreis', terms('rechtskreis')],
    ['zielgruppe', terms('zielgruppe')],
    ['sprache', joined(each.languages?.map(({ code }) => code))],
    ['plaetzeGesamt', capacity?.maximum],
    ['plaetzeFrei', capacity?.available],
    ['kostenText', each.fees_description],
    [
      'oeffnung',
      joined(
        each.schedules?.map(({ description }) => description),
        '\n',
      ),
    ],
    ['anschrift', addressOf(location?.addresses?.[0])],
    ['laenge', location?.longitude],
    ['breite', location?.latitude],
    ['ansprechpartner', each.contacts?.[0]?.name],
    ['telefon', each.phones?.[0]?.number],
    ['email', each.email],
    ['web', each.url],
    ['barriere', joined(knownBarriere(location?.accessibility))],
    ['bestaetigtAm', each.assured_date?.slice(0, 10)],
    ...own,
  ];
  return Object.fromEntries(
    flat
      .filter(([, text]) => text !== null && text !== undefined && text !== '')
      .map(([name, text]) => [name, String(text)]),
  );
}

/** What a place says of itself in words is not one of our codes. */
function knownBarriere(
  all: readonly { readonly description?: string | null | undefined }[] | null | undefined,
): string[] {
  return (all ?? []).flatMap(({ description }) => {
    const code = barriere.safeParse(description);
    return code.success ? [code.data] : [];
  });
}

function joined(items: readonly (string | null | undefined)[] | null | undefined, between = trenner): string {
  return (items ?? []).filter(Boolean).join(between);
}

function addressOf(
  address:
    | {
        readonly address_1?: string | null | undefined;
        readonly city?: string | null | undefined;
        readonly postal_code?: string | null | undefined;
      }
    | undefined,
): string {
  if (!address) return '';
  const town = [address.postal_code, address.city].filter(Boolean).join(' ');
  return [address.address_1, town].filter(Boolean).join(', ');
}
