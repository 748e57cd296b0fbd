/** Regions of the world in which a country is not recognised any more; ISO 3166-1, and Kosovo (xk). */
const regionen: readonly (readonly [string, string])[] = [
  ['Nordafrika', 'dz eg eh ly ma sd tn'],
  ['Westafrika', 'bf bj ci cv gh gm gn gw lr ml mr ne ng sh sl sn tg'],
  ['Zentralafrika', 'ao cd cf cg cm ga gq st td'],
  ['Ostafrika', 'bi dj er et ke km mg mu mw mz re rw sc so ss tz ug yt zm zw'],
  ['dem südlichen Afrika', 'bw ls na sz za'],
  ['dem Nahen und Mittleren Osten', 'ae bh il iq ir jo kw lb om ps qa sa sy tr ye'],
  ['dem Kaukasus', 'am az ge'],
  ['Zentralasien', 'kg kz tj tm uz'],
  ['Südasien', 'af bd bt in lk mv np pk'],
  ['Südostasien', 'bn id kh la mm my ph sg th tl vn'],
  ['Ostasien', 'cn hk jp kp kr mn mo tw'],
  ['Osteuropa', 'by md ru ua'],
  ['Südosteuropa', 'al ba bg gr hr me mk ro rs si xk cy'],
  ['Ostmitteleuropa', 'cz ee hu lt lv pl sk'],
  ['Südeuropa', 'ad es gi it mt pt sm va'],
  ['West- und Nordeuropa', 'at ax be ch dk fi fo fr gb gg ie im is je li lu mc nl no se sj'],
  ['Südamerika', 'ar bo br cl co ec fk gf gy pe py sr uy ve'],
  [
    'Mittelamerika und der Karibik',
    'ag ai aw bb bl bm bq bs bz cr cu cw dm do gd gp gt hn ht jm kn ky lc mf mq ms mx ni pa pr sv sx tc tt vc vg vi',
  ],
  ['Nordamerika', 'ca gl pm us'],
  ['Ozeanien', 'as au ck fj fm gu ki mh mp nc nf nr nu nz pf pg pn pw sb tk to tv vu wf ws'],
];

const regionOf = new Map(regionen.flatMap(([name, codes]) => codes.split(' ').map((code) => [code, name])));

/** The region after "aus", such as "Südamerika"; null where the code is no country. */
export function weltregion(land: string): string | null {
  return regionOf.get(land) ?? null;
}

/** Countries that take an article after "aus". */
const articles: Readonly<Record<string, readonly string[]>> = {
  der: ['ua', 'tr', 'ch', 'mn', 'sk', 'ci'],
  dem: ['iq', 'ir', 'lb', 'ye', 'sd', 'ss', 'td', 'xk'],
  den: ['us', 'nl', 'ph', 'ae', 'mv', 'bs', 'km', 'sc'],
};

/** A country after "aus": "der Ukraine", "Syrien". */
export function landWithArticle(code: string, name: string): string {
  const [word] = Object.entries(articles).find(([, codes]) => codes.includes(code)) ?? [];
  return word === undefined ? name : `${word} ${name.replace(/(aat)e$/u, '$1en')}`;
}
