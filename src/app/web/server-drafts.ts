import { entwurfContract } from '#src/entwurf/contract.ts';
import { call } from '#src/platform/web/call.ts';
import type { DraftStore } from '#src/platform/web/drafts.ts';

/** Drafts of forms are kept by the server, so that they survive this browser. */
export const serverDrafts: DraftStore = {
  async load(formular, bezug) {
    const { werte, geaendertAm } = await call(entwurfContract.getEntwurf, { params: { formular, bezug } });
    return werte && geaendertAm !== null ? { werte, geaendertAm } : undefined;
  },
  async save(formular, bezug, werte) {
    await call(
      entwurfContract.saveEntwurf,
      { params: { formular, bezug }, body: { werte } },
      { keepalive: true },
    );
  },
  async remove(formular, bezug) {
    await call(entwurfContract.deleteEntwurf, { params: { formular, bezug } });
  },
};
