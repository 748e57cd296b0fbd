import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { formatDay } from '#src/platform/day.ts';
import type { Deps } from '#src/platform/server/http.ts';
import type { Sprache } from '#src/platform/texts.ts';
import type { Kontaktblatt } from '../contract.ts';
import { kontaktblattText } from '../kontaktblatt-text.ts';
import { findKontaktblatt } from './kontaktblatt.ts';

const style = `:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem}
h1{font-size:1.375rem;line-height:1.25;margin:0 0 .5rem}h2{font-size:1.125rem;margin:1.5rem 0 .25rem}
ul.orte{display:grid;gap:0 2rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,18rem),1fr));list-style:none;margin:0;padding:0}
dl{margin:.25rem 0}dt{font-weight:600;margin-top:.5rem}dd{margin:0;overflow-wrap:anywhere;white-space:pre-line}
dd ul{margin:0;padding-left:1.25rem}a{color:inherit}`;
const styleHash = createHash('sha256').update(style).digest('base64');

/** The contact sheet as a page of its own: without script, for any web site to embed, kept for five minutes. */
export function kontaktblattPage(deps: Pick<Deps, 'db' | 'now'>) {
  return async (c: Context): Promise<Response> => {
    const kreisId = c.req.param('kreisId') ?? '';
    const blatt = /^[a-z0-9_]{2,40}$/.test(kreisId) ? await findKontaktblatt(deps, kreisId) : undefined;
    if (!blatt) return c.text('Nicht gefunden', 404);
    const sprache = c.req.query('sprache') === 'en' ? 'en' : 'de';
    c.header('Cache-Control', 'public, max-age=300');
    c.header(
      'Content-Security-Policy',
      `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors *`,
    );
    return c.html(toHtml(blatt, sprache));
  };
}

/** The sheet in one language; every value is escaped. */
function toHtml(blatt: Kontaktblatt, sprache: Sprache): string {
  const t = kontaktblattText[sprache];
  const andere = sprache === 'de' ? 'en' : 'de';
  const titel = escape(t.titel(blatt.kreis.name));
  return `<!doctype html>
<html lang="${sprache}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${titel}</title><style>${style}</style></head><body><main>
<h1>${titel}</h1>
<p>${t.lead} <a href="?sprache=${andere}" hreflang="${andere}" lang="${andere}">${t.andere}</a></p>
${
  blatt.standort.length === 0
    ? `<p>${t.leer}</p>`
    : `<ul class="orte">${blatt.standort.map((ort) => toItem(ort, sprache)).join('\n')}</ul>`
}
<p>${t.stand(formatDay(blatt.stand))}</p>
</main></body></html>
`;
}

function toItem(ort: Kontaktblatt['standort'][number], sprache: Sprache): string {
  const t = kontaktblattText[sprache];
  const tage = t.tag.split(',');
  const telefon = ort.telefon.replaceAll(/[^+\d]/g, '');
  const zeiten = ort.sprechstunde.map((s) => {
    const ausfall = s.ausfall.length > 0 ? ` (${t.ausfall(s.ausfall.map(formatDay).join(', '))})` : '';
    return `<li>${tage[s.wochentag - 1] ?? ''} ${t.uhr(s.von, s.bis)}, ${t.art[s.art]}${ausfall}</li>`;
  });
  const entries = [
    entry(t.anschrift, escape(ort.anschrift)),
    entry(t.telefon, ort.telefon && `<a href="tel:${telefon}">${escape(ort.telefon)}</a>`),
    entry(t.email, ort.email && `<a href="mailto:${escape(ort.email)}">${escape(ort.email)}</a>`),
    entry(t.oeffnung, escape(ort.oeffnung)),
    entry(t.offen, zeiten.length > 0 ? `<ul>${zeiten.join('')}</ul>` : ''),
  ].join('');
  return `<li><h2>${escape([ort.kommune, ort.name].filter(Boolean).join(': '))}</h2>
<p>${escape(ort.traeger)}</p>${entries && `<dl>${entries}</dl>`}</li>`;
}

function entry(term: string, html: string): string {
  return html === '' ? '' : `<dt>${term}</dt><dd>${html}</dd>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
