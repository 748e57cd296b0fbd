import type { CodePlan } from '#src/kreis/plan.ts';

// ISO 3166-1 and Kosovo (xk), plus two values that are no state: code, German, English, further spellings.
const zeilen = `
ad|Andorra|Andorra
ae|Vereinigte Arabische Emirate|United Arab Emirates|VAE
af|Afghanistan|Afghanistan|Afghanistan, Islamische Republik
ag|Antigua und Barbuda|Antigua and Barbuda
ai|Anguilla|Anguilla
al|Albanien|Albania
am|Armenien|Armenia
ao|Angola|Angola
aq|Antarktis|Antarctica
ar|Argentinien|Argentina
as|Amerikanisch-Samoa|American Samoa
at|Österreich|Austria|Oesterreich
au|Australien|Australia
aw|Aruba|Aruba
ax|Ålandinseln|Åland Islands
az|Aserbaidschan|Azerbaijan
ba|Bosnien und Herzegowina|Bosnia and Herzegovina|Bosnien;Bosnien-Herzegowina;Bosnien & Herzegowina
bb|Barbados|Barbados
bd|Bangladesch|Bangladesh|Bangladesh
be|Belgien|Belgium
bf|Burkina Faso|Burkina Faso
bg|Bulgarien|Bulgaria
bh|Bahrain|Bahrain
bi|Burundi|Burundi
bj|Benin|Benin
bl|St. Barthélemy|St. Barthélemy
bm|Bermuda|Bermuda
bn|Brunei|Brunei|Brunei Darussalam
bo|Bolivien|Bolivia|Bolivien, Plurinationaler Staat
bq|Karibische Niederlande|Caribbean Netherlands
br|Brasilien|Brazil
bs|Bahamas|Bahamas
bt|Bhutan|Bhutan
bv|Bouvetinsel|Bouvet Island
bw|Botsuana|Botswana
by|Belarus|Belarus|Weißrussland;Belarus, Republik
bz|Belize|Belize
ca|Kanada|Canada
cc|Kokosinseln|Cocos (Keeling) Islands
cd|Kongo, Demokratische Republik|Congo, Democratic Republic|Kongo-Kinshasa;DR Kongo;Demokratische Republik Kongo;Kongo (Demokratische Republik);Zaire
cf|Zentralafrikanische Republik|Central African Republic
cg|Kongo|Congo|Kongo-Brazzaville;Republik Kongo
ch|Schweiz|Switzerland
ci|Côte d'Ivoire|Côte d'Ivoire|Cote d'Ivoire;Elfenbeinküste
ck|Cookinseln|Cook Islands
cl|Chile|Chile
cm|Kamerun|Cameroon
cn|China|China|Volksrepublik China;China, Volksrepublik
co|Kolumbien|Colombia
cr|Costa Rica|Costa Rica
cu|Kuba|Cuba
cv|Cabo Verde|Cape Verde|Kap Verde
cw|Curaçao|Curaçao
cx|Weihnachtsinsel|Christmas Island
cy|Zypern|Cyprus
cz|Tschechien|Czechia|Tschechische Republik
de|Deutschland|Germany
dj|Dschibuti|Djibouti
dk|Dänemark|Denmark
dm|Dominica|Dominica
do|Dominikanische Republik|Dominican Republic|Dominikanische Rep.
dz|Algerien|Algeria|Algerien, Demokratische Volksrepublik
ec|Ecuador|Ecuador
ee|Estland|Estonia
eg|Ägypten|Egypt|Aegypten
eh|Westsahara|Western Sahara
er|Eritrea|Eritrea
es|Spanien|Spain
et|Äthiopien|Ethiopia|Aethiopien
fi|Finnland|Finland
fj|Fidschi|Fiji
fk|Falklandinseln|Falkland Islands
fm|Mikronesien|Micronesia
fo|Färöer|Faroe Islands
fr|Frankreich|France
ga|Gabun|Gabon
gb|Vereinigtes Königreich|United Kingdom|Großbritannien;England;UK
gd|Grenada|Grenada
ge|Georgien|Georgia|Grusinien
gf|Französisch-Guayana|French Guiana
gg|Guernsey|Guernsey
gh|Ghana|Ghana
gi|Gibraltar|Gibraltar
gl|Grönland|Greenland
gm|Gambia|Gambia
gn|Guinea|Guinea
gp|Guadeloupe|Guadeloupe
gq|Äquatorialguinea|Equatorial Guinea
gr|Griechenland|Greece|Griechenland, Hellenische Republik
gs|Südgeorgien und die Südlichen Sandwichinseln|South Georgia and South Sandwich Islands
gt|Guatemala|Guatemala
gu|Guam|Guam
gw|Guinea-Bissau|Guinea-Bissau
gy|Guyana|Guyana
hk|Hongkong|Hong Kong|Sonderverwaltungsregion Hongkong
hm|Heard und McDonaldinseln|Heard and McDonald Islands
hn|Honduras|Honduras
hr|Kroatien|Croatia
ht|Haiti|Haiti
hu|Ungarn|Hungary
id|Indonesien|Indonesia
ie|Irland|Ireland
il|Israel|Israel
im|Isle of Man|Isle of Man
in|Indien|India
io|Britisches Territorium im Indischen Ozean|British Indian Ocean Territory
iq|Irak|Iraq|Irak, Republik;Iraq
ir|Iran|Iran|Iran, Islamische Republik;Islamische Republik Iran
is|Island|Iceland
it|Italien|Italy
je|Jersey|Jersey
jm|Jamaika|Jamaica
jo|Jordanien|Jordan
jp|Japan|Japan
ke|Kenia|Kenya
kg|Kirgisistan|Kyrgyzstan|Kirgistan;Kirgisische Republik
kh|Kambodscha|Cambodia
ki|Kiribati|Kiribati
km|Komoren|Comoros
kn|St. Kitts und Nevis|St. Kitts and Nevis
kp|Nordkorea|North Korea|Korea, Demokratische Volksrepublik
kr|Südkorea|South Korea|Korea, Republik;Republik Korea
kw|Kuwait|Kuwait
ky|Kaimaninseln|Cayman Islands
kz|Kasachstan|Kazakhstan
la|Laos|Laos|Laos, Demokratische Volksrepublik
lb|Libanon|Lebanon
lc|St. Lucia|St. Lucia
li|Liechtenstein|Liechtenstein
lk|Sri Lanka|Sri Lanka|Sri Lanka, Demokratische Sozialistische Republik
lr|Liberia|Liberia
ls|Lesotho|Lesotho
lt|Litauen|Lithuania
lu|Luxemburg|Luxembourg
lv|Lettland|Latvia
ly|Libyen|Libya|Libyen, Staat
ma|Marokko|Morocco
mc|Monaco|Monaco
md|Moldau|Moldova|Republik Moldau;Moldau, Republik;Moldawien
me|Montenegro|Montenegro
mf|St. Martin|St. Martin
mg|Madagaskar|Madagascar
mh|Marshallinseln|Marshall Islands
mk|Nordmazedonien|North Macedonia|Mazedonien;EJR Mazedonien;Mazedonien, ehemalige jugoslawische Republik;Republik Nordmazedonien
ml|Mali|Mali
mm|Myanmar|Myanmar|Birma;Burma
mn|Mongolei|Mongolia
mo|Macau|Macao|Sonderverwaltungsregion Macau
mp|Nördliche Marianen|Northern Mariana Islands
mq|Martinique|Martinique
mr|Mauretanien|Mauritania
ms|Montserrat|Montserrat
mt|Malta|Malta
mu|Mauritius|Mauritius
mv|Malediven|Maldives
mw|Malawi|Malawi
mx|Mexiko|Mexico
my|Malaysia|Malaysia
mz|Mosambik|Mozambique
na|Namibia|Namibia
nc|Neukaledonien|New Caledonia
ne|Niger|Niger
nf|Norfolkinsel|Norfolk Island
ng|Nigeria|Nigeria
ni|Nicaragua|Nicaragua
nl|Niederlande|Netherlands|Holland
no|Norwegen|Norway
np|Nepal|Nepal
nr|Nauru|Nauru
nu|Niue|Niue
nz|Neuseeland|New Zealand
om|Oman|Oman
pa|Panama|Panama
pe|Peru|Peru
pf|Französisch-Polynesien|French Polynesia
pg|Papua-Neuguinea|Papua New Guinea
ph|Philippinen|Philippines
pk|Pakistan|Pakistan|Pakistan, Islamische Republik
pl|Polen|Poland
pm|St. Pierre und Miquelon|St. Pierre and Miquelon
pn|Pitcairninseln|Pitcairn Islands
pr|Puerto Rico|Puerto Rico
ps|Palästinensische Gebiete|Palestinian Territories|Palästina;Palästinensische Autonomiegebiete;staatenlos (Palästinensische Gebiete)
pt|Portugal|Portugal
pw|Palau|Palau
py|Paraguay|Paraguay
qa|Katar|Qatar
re|Réunion|Réunion
ro|Rumänien|Romania|Rumaenien
rs|Serbien|Serbia|Serbien, Republik
ru|Russland|Russia|Russische Föderation;Russland, Russische Föderation
rw|Ruanda|Rwanda
sa|Saudi-Arabien|Saudi Arabia
sb|Salomonen|Solomon Islands
sc|Seychellen|Seychelles
sd|Sudan|Sudan
se|Schweden|Sweden
sg|Singapur|Singapore
sh|St. Helena|St. Helena
si|Slowenien|Slovenia
sj|Spitzbergen und Jan Mayen|Svalbard and Jan Mayen
sk|Slowakei|Slovakia|Slowakische Republik
sl|Sierra Leone|Sierra Leone
sm|San Marino|San Marino
sn|Senegal|Senegal
so|Somalia|Somalia
sr|Suriname|Suriname
ss|Südsudan|South Sudan|Suedsudan
st|São Tomé und Príncipe|São Tomé and Príncipe
sv|El Salvador|El Salvador
sx|Sint Maarten|Sint Maarten
sy|Syrien|Syria|Syrien, Arabische Republik;Arabische Republik Syrien;Syria
sz|Eswatini|Eswatini|Swasiland
tc|Turks- und Caicosinseln|Turks and Caicos Islands
td|Tschad|Chad
tf|Französische Süd- und Antarktisgebiete|French Southern Territories
tg|Togo|Togo
th|Thailand|Thailand
tj|Tadschikistan|Tajikistan
tk|Tokelau|Tokelau
tl|Timor-Leste|Timor-Leste|Osttimor
tm|Turkmenistan|Turkmenistan
tn|Tunesien|Tunisia
to|Tonga|Tonga
tr|Türkei|Türkiye|Tuerkei;Turkei;Turkey
tt|Trinidad und Tobago|Trinidad and Tobago
tv|Tuvalu|Tuvalu
tw|Taiwan|Taiwan
tz|Tansania|Tanzania|Tansania, Vereinigte Republik
ua|Ukraine|Ukraine|Ukraine, Republik
ug|Uganda|Uganda
um|Amerikanische Überseeinseln|U.S. Outlying Islands
us|Vereinigte Staaten|United States|USA;Vereinigte Staaten von Amerika;Vereinigte Staaten, USA
uy|Uruguay|Uruguay
uz|Usbekistan|Uzbekistan
va|Vatikanstadt|Vatican City|Vatikan
vc|St. Vincent und die Grenadinen|St. Vincent and Grenadines
ve|Venezuela|Venezuela|Venezuela, Bolivarische Republik
vg|Britische Jungferninseln|British Virgin Islands
vi|Amerikanische Jungferninseln|U.S. Virgin Islands
vn|Vietnam|Vietnam|Viet Nam
vu|Vanuatu|Vanuatu
wf|Wallis und Futuna|Wallis and Futuna
ws|Samoa|Samoa
xk|Kosovo|Kosovo|Kosovo, Republik;Republik Kosovo
ye|Jemen|Yemen
yt|Mayotte|Mayotte
za|Südafrika|South Africa|Suedafrika
zm|Sambia|Zambia
zw|Simbabwe|Zimbabwe
staatenlos|staatenlos|stateless|Staatenlos;ohne Staatsangehörigkeit
ungeklaert|ungeklärt|unclear|ungeklärte Staatsangehörigkeit
`;

/** Countries of origin; spellings of registers and of older names lead to the same code. */
export const herkunftsland: readonly CodePlan[] = zeilen
  .trim()
  .split('\n')
  .map((zeile) => {
    const [code = '', bezeichnung = '', bezeichnungEn = '', variante = ''] = zeile.split('|');
    return { code, bezeichnung, bezeichnungEn, variante: variante === '' ? [] : variante.split(';') };
  });
