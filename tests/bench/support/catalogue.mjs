// A catalogue of any size and questions about it, the same on every machine: invented tasks, made of what a municipality deals
// with (subject), what is done with it (matter) and for whom or where (object).
const subjects = 'byggetilladelse,vejbelysning,snerydning,hjemmepleje,skolebuskort,aktindsigt,kørestol,dagtilbud,affaldssortering,boligstøtte,spildevand,jordforurening,parkering,folkeregister,ejendomsskat,kystsikring,musikskole,træfældning,cykelsti,flygtningemodtagelse,madservice,sygedagpenge,jobrotation,biblioteksvæsen,ungdomsklub,legeplads,drikkevand,vandløb,støjklage,skorstensfejning,byfornyelse,lokalplan,arkivalie,valglokale,pasfornyelse,begravelse,plejefamilie,tandpleje,sundhedspleje,genoptræning,høreapparat,ledsagelse,bostøtte,misbrugsbehandling,krisecenter,erhvervstilladelse,næringsbrev,skovrejsning,fortovsudvidelse,vejskilt'.split(',');
const matters = 'ansøgning,tilsyn,klage,vejledning,indkøb,drift,planlægning,anmeldelse,fornyelse,registrering,opkrævning,tilskud,kontrol,rådgivning,visitation,afregning,evaluering,samarbejde,udbud,høring'.split(',');
const objects = 'børn,unge,voksne,ældre,borgere med handicap,virksomheder,foreninger,landbrug,nybyggeri,bymidten,landdistrikter,havnen,skoler,institutioner,plejecentre,sommerhuse,lejere,boligejere,ledige,nyankomne'.split(',');
const first_names = 'Anna,Bo,Clara,David,Emma,Frode,Gitte,Hans,Ida,Jens,Karen,Lars,Mette,Niels,Oline,Per,Rikke,Søren,Tove,Ulla'.split(',');
const last_names = 'Agerskov,Birkelund,Dalgaard,Elkjær,Fjeldsø,Granly,Holmskov,Kærbæk,Lindehøj,Mosevang,Nørrelund,Overdam,Præstholm,Ravnsbjerg,Skovlund,Tornbjerg,Vadskær,Østervang'.split(',');

/** Mulberry32: small, good enough, and the same everywhere. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const capital = text => text[0].toUpperCase() + text.slice(1);
const ascii = text => text.toLowerCase().replace(/æ/g, 'ae').replace(/ø/g, 'oe').replace(/å/g, 'aa').replace(/[^a-z]+/g, '.');

/** One of 2,500 numbers: as many as the plan has. */
const kle_number = n => [n % 50, Math.floor(n / 50) % 10, Math.floor(n / 500) % 5].map(part => String(part).padStart(2, '0')).join('.');

/** One row a responsibility: {name, email, department, task, kle, keywords, description}. */
export function make_rows(count, seed = 1) {
  const next = random(seed);
  const pick = list => list[Math.floor(next() * list.length)];
  const rows = [];
  const areas = Math.max(1, Math.ceil(count / (subjects.length * matters.length * objects.length)));
  for (let n = 0; n < count; ++n) {
    const subject = subjects[n % subjects.length];
    const matter = matters[Math.floor(n / subjects.length) % matters.length];
    const object = objects[Math.floor(n / (subjects.length * matters.length)) % objects.length];
    const area = areas > 1 ? ` i område ${1 + Math.floor(n / (subjects.length * matters.length * objects.length))}` : '';
    const person = `${pick(first_names)} ${pick(last_names)} ${1 + Math.floor(next() * Math.max(1, count / 900))}`;
    rows.push({
      name: person, email: `${ascii(person)}${person.replace(/\D/g, '')}@sundkoebing.example`, department: `Afdeling ${1 + person.length * 7 % 40}`,
      task: `${capital(subject)}: ${matter} for ${object}${area}`, kle: kle_number(n),
      keywords: `${subject}s${matter}, ${pick(subjects)}`, description: `${capital(matter)} i sager om ${subject} for ${object}`,
    });
  }
  return rows;
}

const quoted = text => (/[;"\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

export function to_csv(rows) {
  const columns = ['name', 'email', 'department', 'task', 'kle', 'keywords', 'description'];
  return [columns.join(';'), ...rows.map(row => columns.map(column => quoted(row[column])).join(';'))].join('\n') + '\n';
}

/** Questions as people type them: half of them plain, the rest with a typo, an inflection or letters spelled out. */
export function make_questions(count, seed = 2) {
  const next = random(seed);
  const pick = list => list[Math.floor(next() * list.length)];
  const frames = ['hvem har {}?', 'hvem er ansvarlig for {}', 'Hvem tager sig af {}?', '{}', 'ved du hvem der sidder med {}?'];
  const typo = text => { const at = 1 + Math.floor(next() * (text.length - 2)); return text.slice(0, at) + text.slice(at + 1); };
  const variants = [text => text, text => text, text => text, typo, text => `${text}er`, text => text.replace(/ø/g, 'oe').replace(/å/g, 'aa').replace(/æ/g, 'ae')];
  return Array.from({length: count}, () => pick(frames).replace('{}', `${pick(variants)(pick(subjects))}${next() < 0.5 ? ` for ${pick(objects)}` : ''}`));
}
