import { readRegister } from '#src/loeschung/server/register.ts';
import { replayLoeschung } from '#src/loeschung/server/replay.ts';
import { pruefe } from '#src/protokoll/server/pruefe.ts';
import { describeBruch } from '#src/protokoll/server/pruefe-text.ts';
import { proveChain, recordWiederherstellung } from '#src/protokoll/server/run.ts';
import type { RestoreDeps } from '#src/sicherung/server/restore.ts';
import { findServer, openInstallation, type Installation } from './installation.ts';

/** What a restore does with the restored data beyond its own tables. */
export const restoreDeps: RestoreDeps<Installation> = {
  findServer,
  openInstallation,
  countRegister: (folder) => readRegister(folder).length,
  replayLoeschung,
  pruefe: async (installation) => {
    // The signed file may know more than an older backup; that this was lost with a restore stands in it from now on.
    await recordWiederherstellung(installation);
    const { bloecke, zeilen, bruch } = await proveChain(installation);
    return [
      ...(await pruefe(installation)),
      { regel: `Kette des Protokolls: ${bloecke} Blöcke, ${zeilen} Zeilen`, anzahl: bruch.length },
      ...bruch.map((each) => ({ regel: describeBruch(each), anzahl: 1 })),
    ];
  },
};
