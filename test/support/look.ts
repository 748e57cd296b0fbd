import { sql, type RawBuilder } from 'kysely';
import type { TestApp } from './app.ts';

/** Reads past all rights, as the database's administrator. */
export function look<R>(app: Pick<TestApp, 'owner'>, query: RawBuilder<R>): Promise<R[]> {
  return app.owner(async (tx) => {
    await tx.run(sql`set local role none`);
    return tx.all(query);
  });
}

/** Changes rows past all rights, for states that no operation can make yet. */
export async function arrange(app: Pick<TestApp, 'owner'>, statement: RawBuilder<unknown>): Promise<void> {
  await look(app, statement);
}
