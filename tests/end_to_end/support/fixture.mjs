// A small municipality as files: what `indgang import` takes. All of it is invented.
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';

const day = offset => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const mail = name => `${name}@sundkoebing.example`;

const people_header = 'name;email;kind;title;department;leader;phone;away_from;away_to;stand_in;left';
const people = () => [
  ['Karen Vestergaard', mail('karen.vestergaard'), 'person', 'Byggesagsbehandler', 'Byggesag', mail('birthe.noer'), '+45 99 00 01 00', '', '', '', ''],
  ['Birthe Nør', mail('birthe.noer'), 'person', 'Afdelingsleder', 'Byggesag', '', '+45 99 00 02 00', '', '', '', ''],
  ['Mads Thorup', mail('mads.thorup'), 'person', 'Vejingeniør', 'Vej og Trafik', '', '+45 99 00 03 00', '', '', '', ''],
  ['Aase Ørum', mail('aase.oerum'), 'person', 'Visitator', 'Sundhed', '', '+45 99 00 04 00', day(-2), day(9), mail('ole.bach'), ''],
  ['Ole Bach', mail('ole.bach'), 'person', 'Visitator', 'Sundhed', '', '+45 99 00 05 00', '', '', '', ''],
  ['Ida Lund', mail('ida.lund'), 'person', 'Skolekonsulent', 'Skole', '', '+45 99 00 06 00', '', '', '', ''],
  ['Nadia Rahimi', mail('nadia.rahimi'), 'person', 'Jurist', 'Jura', '', '+45 99 00 07 00', '', '', '', ''],
  ['Én indgang', mail('een.indgang'), 'contact point', 'Fælles indgang', 'Borgerservice', '', '+45 99 00 00 00', '', '', '', ''],
];

const catalogue_header = 'name;email;title;department;task;kle;keywords;description;role';
const catalogue = () => [
  ['Karen Vestergaard', mail('karen.vestergaard'), 'Byggesagsbehandler', 'Byggesag', 'Byggetilladelser', '02.34.02', '"byggesag; carport; building permits"', 'Ansøgninger om at bygge', 'responsible'],
  ['Mads Thorup', mail('mads.thorup'), 'Vejingeniør', 'Vej og Trafik', 'Vintertjeneste', '05.07.08', '"snerydning; saltning; glatføre; snow clearing"', 'Rydning af veje om vinteren', 'responsible'],
  ['Aase Ørum', mail('aase.oerum'), 'Visitator', 'Sundhed', 'Hjemmepleje', '27.36.04', '"praktisk hjælp; home care"', 'Visitation til hjælp i hjemmet', 'responsible'],
  ['Ida Lund', mail('ida.lund'), 'Skolekonsulent', 'Skole', 'Skolebuskort', '17.00.00', '"buskort; befordring af elever"', 'Kort til elever', 'responsible'],
  ['Ida Lund', mail('ida.lund'), 'Skolekonsulent', 'Skole', 'Ferieplan for skoler', '17.00.01', '"skolernes ferie"', 'Årets ferier', 'responsible'],
  ['Nadia Rahimi', mail('nadia.rahimi'), 'Jurist', 'Jura', 'Hjælpemidler til voksne', '27.60.00', '"kørestol; hjælpemidler"', 'Bevilling til voksne', 'responsible'],
  ['Ole Bach', mail('ole.bach'), 'Visitator', 'Sundhed', 'Hjælpemidler til børn', '27.60.01', '"barnestol; hjælpemidler"', 'Bevilling til børn', 'responsible'],
  ['Nadia Rahimi', mail('nadia.rahimi'), 'Jurist', 'Jura', 'Aktindsigt', '85.02.02', '"offentlighedsloven; access to documents"', 'Anmodninger om aktindsigt', 'responsible'],
  ['Nadia Rahimi', mail('nadia.rahimi'), 'Jurist', 'Jura', 'Udbud', '88.00.00', '"tilbud; kontrakter"', 'Rådgivning om udbud', 'responsible'],
  ['Mads Thorup', mail('mads.thorup'), 'Vejingeniør', 'Vej og Trafik', 'Vejbelysning', '05.01.15', '"gadelamper; street lights"', 'Lamper på veje', 'responsible'],
  ['Ida Lund', mail('ida.lund'), 'Skolekonsulent', 'Skole', 'Skoleindskrivning', '17.01.04', '"ny elev"', 'Optagelse i skole', 'responsible'],
  ['Ole Bach', mail('ole.bach'), 'Visitator', 'Sundhed', 'Nødkald', '27.36.20', '"alarm"', 'Nødkald i hjemmet', 'responsible'],
];

const lines = (header, rows) => [header, ...rows.map(row => row.join(';'))].join('\n') + '\n';

/** Writes both files into the folder; `change` may alter the catalogue's rows. Returns their paths. */
export function write_fixture(folder, change = rows => rows) {
  const files = {people: join(folder, 'people.csv'), catalogue: join(folder, 'catalogue.csv')};
  writeFileSync(files.people, lines(people_header, people()));
  writeFileSync(files.catalogue, lines(catalogue_header, change(catalogue())));
  return files;
}
