import type { KreisPlan } from './plan.ts';

interface Einwand {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Contradictions between the parts of a plan: names that lead nowhere, doubles, periods that end before they begin. */
export function checkPlan(plan: KreisPlan): Einwand[] {
  return [...checkNames(plan), ...checkDoubles(plan), ...checkPeriods(plan), ...checkKeys(plan)];
}

function checkNames(plan: KreisPlan): Einwand[] {
  const known = {
    kommune: new Set(plan.kommune.map((k) => k.name)),
    ortsteil: new Set(plan.kommune.flatMap((k) => (k.ortsteil ?? []).map((o) => o.name))),
    region: new Set(plan.region.map((r) => r.slug)),
    traeger: new Set(plan.traeger.map((t) => t.slug)),
    behoerde: new Set(plan.behoerde.map((b) => b.name)),
  };
  const einwand: Einwand[] = [];
  const ask = (list: keyof typeof known, name: string | undefined, ...path: (string | number)[]) => {
    if (name !== undefined && !known[list].has(name))
      einwand.push({ path, message: `"${name}" steht nicht unter "${list}"` });
  };
  const askAll = (names: readonly string[], ...path: (string | number)[]) => {
    for (const [at, name] of names.entries()) ask('kommune', name, ...path, at);
  };
  for (const [at, r] of plan.region.entries()) askAll(r.kommune, 'region', at, 'kommune');
  for (const [at, t] of plan.traeger.entries()) {
    for (const [s, { kommune }] of t.standort.entries())
      ask('kommune', kommune, 'traeger', at, 'standort', s, 'kommune');
  }
  for (const [at, g] of plan.gebiet.entries()) {
    ask('traeger', g.traeger, 'gebiet', at, 'traeger');
    askAll(g.kommune, 'gebiet', at, 'kommune');
    ask('ortsteil', g.ortsteil, 'gebiet', at, 'ortsteil');
  }
  for (const [at, b] of plan.behoerde.entries()) {
    askAll(b.kommune, 'behoerde', at, 'kommune');
    ask('behoerde', b.teilVon, 'behoerde', at, 'teilVon');
  }
  for (const [at, v] of plan.vertrag.entries()) {
    ask('traeger', v.traeger, 'vertrag', at, 'traeger');
    ask('region', v.region, 'vertrag', at, 'region');
  }
  for (const [at, s] of plan.stelle.entries()) {
    ask('traeger', s.traeger, 'stelle', at, 'traeger');
    ask('behoerde', s.behoerde, 'stelle', at, 'behoerde');
    ask('kommune', s.kommune, 'stelle', at, 'kommune');
    ask('ortsteil', s.ortsteil, 'stelle', at, 'ortsteil');
  }
  return einwand;
}

function checkDoubles(plan: KreisPlan): Einwand[] {
  const twice = (path: readonly string[], names: readonly string[]): Einwand[] =>
    names.flatMap((name, at) =>
      names.indexOf(name) < at ? [{ path: [...path, at], message: `"${name}" gibt es schon` }] : [],
    );
  return [
    ...twice(
      ['kommune'],
      plan.kommune.map((k) => k.name),
    ),
    ...twice(
      ['kommune'],
      plan.kommune.map((k) => k.ags),
    ),
    ...twice(
      ['region'],
      plan.region.map((r) => r.slug),
    ),
    ...twice(
      ['traeger'],
      plan.traeger.map((t) => t.slug),
    ),
    ...twice(
      ['behoerde'],
      plan.behoerde.map((b) => b.name),
    ),
    ...Object.entries(plan.liste).flatMap(([name, werte]) =>
      twice(
        ['liste', name],
        werte.map((w) => w.code),
      ),
    ),
  ];
}

function checkPeriods(plan: KreisPlan): Einwand[] {
  return (['gebiet', 'vertrag', 'stelle', 'satz'] as const).flatMap((part) =>
    plan[part].flatMap(({ ab, bis }, at) =>
      bis !== undefined && bis <= ab ? [{ path: [part, at, 'bis'], message: 'liegt nicht nach "ab"' }] : [],
    ),
  );
}

function checkKeys(plan: KreisPlan): Einwand[] {
  return plan.kommune.flatMap((k, at) =>
    k.ags.startsWith(plan.ags)
      ? []
      : [{ path: ['kommune', at, 'ags'], message: `beginnt nicht mit dem Kreisschlüssel ${plan.ags}` }],
  );
}
