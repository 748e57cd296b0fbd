import type { RolleName } from '#src/platform/server/actor.ts';
import { actorPlan, kreis, nachbar, type ActorName } from './fixture.ts';
import { relationPlan, relations, type Relation, type TestCase } from './relation.ts';

/** Who calls: everyone of the fixture, and a browser without a session. */
export type Caller = ActorName | 'nobody';
export const actors = Object.keys(actorPlan) as ActorName[];
export const callers: readonly Caller[] = [...actors, 'nobody'];

export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

/** What a request may be made of: the case of the relation, and who calls. */
export interface Place {
  readonly relation: string;
  readonly fall: (relation: Relation) => TestCase;
  readonly caller: Caller;
  readonly konto: Readonly<Record<ActorName, string>>;
  readonly ansicht: (of: ActorName) => string;
  readonly gelesen: Gelesen;
}

/** A workbook that the actor "uebernahme" has uploaded, and a run of the same actor that can be taken back. */
export interface Gelesen {
  readonly dateiId: string;
  readonly zuordnung: unknown;
  readonly uebernahmeId: string;
}

/** One endpoint: how it is called in each relation, and who gets which outcome; whoever is not named gets `sonst`. */
export interface Row {
  readonly relations: readonly string[];
  readonly request: (place: Place) => Request;
  /** relation -> outcome -> callers; an outcome is the status, with the code of a refusal. */
  readonly expected: Readonly<Record<string, Readonly<Record<string, readonly Caller[]>>>>;
  readonly sonst: string;
  /** Ends the session that it is called with. */
  readonly endsSession?: boolean;
  /** Shows the numbers of all cases of the Kreis, without names. */
  readonly zeigtNummern?: true;
  /** Needs an uploaded workbook and a finished run. */
  readonly needsUebernahme?: boolean;
}

export const unseen = '404 nicht-gefunden';
export const unsigned = '401 anmeldung-noetig';

/** Who works on the case of each relation and sees the name. */
export const worksOn: Readonly<Record<Relation, readonly ActorName[]>> = {
  eigen: ['casemanager'],
  kollegin: ['kollegin'],
  offen: ['casemanager', 'kollegin'],
  fremderTraeger: ['casemanagerBeta'],
  fremderKreis: ['nachbarCasemanager'],
};

/** Who sees the case only by its number: Koordination of the Kreis or of the region. */
export const oversees: Readonly<Record<Relation, readonly ActorName[]>> = {
  eigen: ['koordination', 'koordinationNorden'],
  kollegin: ['koordination', 'koordinationNorden'],
  offen: ['koordination', 'koordinationNorden'],
  fremderTraeger: ['koordination', 'koordinationSueden'],
  fremderKreis: ['nachbarKoordination'],
};

/** Who works on the Anfragen of the Träger of each relation: its whole team. */
export const team: Readonly<Record<Relation, readonly ActorName[]>> = {
  eigen: ['casemanager', 'kollegin'],
  kollegin: ['casemanager', 'kollegin'],
  offen: ['casemanager', 'kollegin'],
  fremderTraeger: ['casemanagerBeta'],
  fremderKreis: ['nachbarCasemanager'],
};

export type PerRelation = Readonly<Record<Relation, readonly ActorName[]>>;

function perRelation(value: (relation: Relation) => Row['expected'][string]): Row['expected'] {
  return Object.fromEntries(relations.map((relation) => [relation, value(relation)]));
}

/** An endpoint of one case. */
export function perFall(
  method: Request['method'],
  path: string,
  outcomes: Readonly<Record<string, readonly PerRelation[]>>,
  body?: (fall: TestCase, place: Place) => unknown,
): Row {
  return {
    relations,
    request: (place) => {
      const fall = place.fall(place.relation as Relation);
      const filled = path
        .replace('{fallId}', fall.fallId)
        .replace('{kontaktId}', fall.kontaktId)
        .replace('{personId}', fall.personId)
        .replace('{anfrageId}', fall.anfrageId)
        .replace('{assessmentId}', fall.assessmentId)
        .replace('{einwilligungId}', fall.einwilligungId)
        .replace('{terminId}', fall.terminId);
      return {
        method,
        path: `/kreis/${fall.kreisId}${filled}`,
        ...(body ? { body: body(fall, place) } : {}),
      };
    },
    expected: perRelation((relation) =>
      Object.fromEntries(
        Object.entries(outcomes).map(([outcome, groups]) => [
          outcome,
          groups.flatMap((group) => group[relation]),
        ]),
      ),
    ),
    sonst: unseen,
  };
}

const kreise = { eigenerKreis: kreis, fremderKreis: nachbar } as const;

function inKreis(relation: string): string {
  return relation === 'eigenerKreis' ? kreise.eigenerKreis : kreise.fremderKreis;
}

/** Actors of a Kreis who hold one of the roles there. */
function withRolle(kreisId: string, rollen: readonly RolleName[]): ActorName[] {
  return actors.filter(
    (name) => actorPlan[name].kreisId === kreisId && rollen.includes(actorPlan[name].rolle),
  );
}

/** An endpoint of a Kreis that depends on the role alone. */
export function perKreis(
  method: Request['method'],
  path: string,
  outcomes: Readonly<Record<string, readonly RolleName[]>>,
  body?: (kreisId: string) => unknown,
): Row {
  return {
    relations: Object.keys(kreise),
    request: ({ relation }) => ({
      method,
      path: `/kreis/${inKreis(relation)}${path}`,
      ...(body ? { body: body(inKreis(relation)) } : {}),
    }),
    expected: Object.fromEntries(
      Object.entries(kreise).map(([relation, kreisId]) => [
        relation,
        Object.fromEntries(
          Object.entries(outcomes).map(([outcome, rollen]) => [outcome, withRolle(kreisId, rollen)]),
        ),
      ]),
    ),
    sonst: unseen,
  };
}

const traegerPlan = {
  eigenerTraeger: relationPlan.eigen,
  fremderTraeger: relationPlan.fremderTraeger,
  fremderKreis: relationPlan.fremderKreis,
} as const;

/** A write for a Träger by the case managers of that Träger; those of another get `foreign`. */
export function perTraeger(
  path: string,
  foreign: string,
  body: (traegerId: string, kommuneId: string) => unknown,
): Row {
  return {
    relations: Object.keys(traegerPlan),
    request: ({ relation }) => {
      const plan = traegerPlan[relation as keyof typeof traegerPlan];
      return {
        method: 'POST',
        path: `/kreis/${plan.kreisId}${path}`,
        body: body(plan.traegerId, plan.kommuneId),
      };
    },
    expected: {
      eigenerTraeger: { '201': ['casemanager', 'kollegin'], [foreign]: ['casemanagerBeta'] },
      fremderTraeger: { '201': ['casemanagerBeta'], [foreign]: ['casemanager', 'kollegin'] },
      fremderKreis: { '201': ['nachbarCasemanager'] },
    },
    sonst: unseen,
  };
}

/** Open to every account, about itself. */
export function perKonto(
  method: Request['method'],
  path: string,
  outcome: string,
  body?: unknown,
  who: readonly Caller[] = actors,
): Row {
  return {
    relations: ['selbst'],
    request: () => ({ method, path, ...(body === undefined ? {} : { body }) }),
    expected: { selbst: { [outcome]: who } },
    sonst: unseen,
  };
}

/** About an upload or run of the own account; the same ids lead nowhere in another Kreis. */
export function perUebernahme(
  method: Request['method'],
  path: string,
  outcome: string,
  body?: (gelesen: Gelesen) => unknown,
): Row {
  return {
    relations: Object.keys(kreise),
    request: ({ relation, gelesen }) => ({
      method,
      path: `/kreis/${inKreis(relation)}/uebernahme${path}`
        .replace('{dateiId}', gelesen.dateiId)
        .replace('{uebernahmeId}', gelesen.uebernahmeId),
      ...(body ? { body: body(gelesen) } : {}),
    }),
    expected: { eigenerKreis: { [outcome]: ['uebernahme'] } },
    sonst: unseen,
    needsUebernahme: true,
  };
}
