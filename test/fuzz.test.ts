import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { fuzz } from './fuzz/fuzz.ts';
import { asAdmin } from './support/relation.ts';

test('M399 foreign ids, mixed ids, dead sessions, ended roles and added fields open nothing and break nothing', async () => {
  const { findings, byStatus } = await fuzz(20_261_121, 4_000);
  expect(findings).toEqual([]);
  // Requests that are all refused at the door would prove nothing.
  expect(byStatus['200'] ?? 0).toBeGreaterThan(100);
}, 120_000);

test('the same requests find a wall that is broken', async () => {
  const { findings } = await fuzz(20_261_121, 1_500, {
    prepare: (world) =>
      asAdmin(world.app, async (tx) => {
        await tx.run(sql`
          create or replace function app_uuids(name text) returns uuid[] language sql stable security definer as
          $$ select array_agg(id) from (select id from konto union all select id from traeger) x $$`);
      }),
  });
  expect(
    findings.filter((finding) => finding.includes('a word of another Kreis') || finding.includes('name')),
  ).not.toEqual([]);
}, 120_000);
