import type { StellePlan } from '#src/kreis/plan.ts';

const vorlage = 'Vorlage 197/23, Stadt Rheine';
const verfahren = 'Interessenbekundungsverfahren Kreis Steinfurt 2024';
const links = 'Rheine links der Ems';
const rechts = 'Rheine rechts der Ems';

/** Shares that were to be filled from 01.07.2024 on (Interessenbekundungsverfahren, 3). */
const offeneAnteile: readonly StellePlan[] = (
  [
    ['Recke', 40],
    ['Mettingen', 40],
    ['Westerkappeln', 30],
    ['Lotte', 60],
    ['Hörstel', 70],
    ['Saerbeck', 20],
    ['Nordwalde', 30],
    ['Altenberge', 30],
  ] as const
).map(([kommune, vzae]) => ({
  baustein: 2,
  ebene: 'bescheid',
  bezeichnung: `Case Management ${kommune}`,
  kommune,
  vzae,
  ab: '2024-07-01',
  quelle: verfahren,
}));

function baustein3(behoerde: string, bezeichnung: string): StellePlan[] {
  const stelle = {
    baustein: 3,
    ebene: 'bescheid',
    bezeichnung,
    behoerde,
    kommune: 'Rheine',
    quelle: vorlage,
  } as const;
  return [
    { ...stelle, vzae: 50, ab: '2020-01-01', bis: '2021-01-01' },
    { ...stelle, vzae: 75, ab: '2021-01-01', bis: '2022-01-01' },
    { ...stelle, vzae: 100, ab: '2022-01-01' },
  ];
}

/** Posts of the three Bausteine in Kreis Steinfurt and Rheine; contract, grant notice and occupancy are separate facts. */
export const steinfurtStellen: readonly StellePlan[] = [
  ...(
    [
      ['Koordination Kreis Steinfurt', 350],
      ['Assistenz', 50],
    ] as const
  ).map(([bezeichnung, vzae]) => ({
    baustein: 1 as const,
    ebene: 'bescheid' as const,
    bezeichnung,
    vzae,
    ab: '2021-05-01',
    quelle: verfahren,
  })),
  {
    baustein: 1,
    ebene: 'bescheid',
    bezeichnung: 'Koordination Rheine',
    kommune: 'Rheine',
    vzae: 100,
    ab: '2021-05-01',
    quelle: vorlage,
  },
  {
    baustein: 1,
    ebene: 'besetzung',
    bezeichnung: 'Koordination Rheine',
    kommune: 'Rheine',
    vzae: 100,
    ab: '2022-11-01',
    quelle: vorlage,
  },
  ...(['vertrag', 'bescheid', 'besetzung'] as const).flatMap((ebene): StellePlan[] => [
    {
      baustein: 2,
      ebene,
      bezeichnung: 'Case Management Rheine',
      traeger: 'lernen_foerdern',
      kommune: 'Rheine',
      vzae: 190,
      ab: '2021-09-01',
      bis: '2022-07-01',
      quelle: vorlage,
    },
    {
      baustein: 2,
      ebene,
      bezeichnung: 'Case Management Rheine links der Ems',
      traeger: 'caritas_rheine',
      kommune: 'Rheine',
      ortsteil: links,
      vzae: 170,
      ab: ebene === 'besetzung' ? '2022-10-01' : '2022-07-01',
      quelle: vorlage,
    },
    {
      baustein: 2,
      ebene,
      bezeichnung: 'Case Management Rheine rechts der Ems',
      traeger: 'lernen_foerdern',
      kommune: 'Rheine',
      ortsteil: rechts,
      vzae: 180,
      ab: '2022-07-01',
      quelle: vorlage,
    },
  ]),
  {
    baustein: 2,
    ebene: 'bescheid',
    bezeichnung: 'Case Management übrige Regionalbereiche',
    vzae: 710,
    ab: '2021-09-01',
    bis: '2022-07-01',
    quelle: vorlage,
  },
  {
    baustein: 2,
    ebene: 'bescheid',
    bezeichnung: 'Case Management übrige Regionalbereiche',
    vzae: 1250,
    ab: '2022-07-01',
    bis: '2024-07-01',
    quelle: vorlage,
  },
  {
    baustein: 2,
    ebene: 'bescheid',
    bezeichnung: 'Case Management übrige Regionalbereiche',
    vzae: 930,
    ab: '2024-07-01',
    quelle: verfahren,
  },
  ...offeneAnteile,
  ...baustein3('Ausländerbehörde Stadt Rheine', 'Integration Rheine'),
  ...baustein3('Einbürgerungsbehörde Stadt Rheine', 'Einbürgerung Rheine'),
  {
    baustein: 3,
    ebene: 'bescheid',
    bezeichnung: 'Einbürgerung Kreis',
    behoerde: 'Einbürgerungsbehörde Kreis Steinfurt',
    vzae: 200,
    ab: '2022-01-01',
    quelle: verfahren,
  },
  {
    baustein: 3,
    ebene: 'bescheid',
    bezeichnung: 'Asyl Kreis',
    behoerde: 'Ausländerbehörde Kreis Steinfurt',
    vzae: 100,
    ab: '2022-01-01',
    quelle: verfahren,
  },
];
