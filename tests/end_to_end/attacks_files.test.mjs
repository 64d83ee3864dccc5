// Files that are brought in and out: bombs and entities are refused with a sentence, formulas sleep in what leaves.
import assert from 'node:assert/strict';
import {readdirSync, writeFileSync} from 'node:fs';
import {hostname} from 'node:os';
import {join} from 'node:path';

import {zip} from '../bench/support/xlsx.mjs';
import {person} from './support/activities.mjs';
import {card_actions, card_of} from './support/inspect_activity.mjs';
import {story} from './support/story.mjs';
import {Trap} from './support/trap.mjs';

const spreadsheet = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const relations = entries => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.map(([id, type, target]) => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`).join('')}</Relationships>`;
const row = (n, cells) => `<row r="${n}">${cells.map((text, c) => `<c r="${'ABCD'[c]}${n}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
const sheet = `<worksheet ${spreadsheet}><sheetData>${row(1, ['navn', 'mail', 'opgave'])}${row(2, ['Mads Thorup', 'mads.thorup@sundkoebing.example', 'Drageflyvning'])}</sheetData></worksheet>`;
/** A good workbook in its parts. */
const workbook = changes => ({
  '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
  'xl/workbook.xml': `<workbook ${spreadsheet}><sheets><sheet name="Ark1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': relations([['rId1', 'worksheet', 'worksheets/sheet1.xml'], ['rId2', 'sharedStrings', 'sharedStrings.xml']]),
  'xl/worksheets/sheet1.xml': sheet,
  'xl/sharedStrings.xml': `<sst ${spreadsheet}/>`,
  ...changes,
});

const laughs = `<!DOCTYPE x [<!ENTITY a0 "ha">${Array.from({length: 30}, (_, n) => `<!ENTITY a${n + 1} "&a${n};&a${n};">`).join('')}]>`;
const doctypes = port => ({
  'a billion laughs': laughs,
  'an entity of a file': '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
  'an entity of an address': `<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:${port}/e">]>`,
  'a document type elsewhere': `<!DOCTYPE x SYSTEM "http://127.0.0.1:${port}/x.dtd">`,
  'a public document type': `<!DOCTYPE x PUBLIC "-//x//y" "http://127.0.0.1:${port}/x.dtd">`,
  'a parameter entity': `<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:${port}/p">%p;]>`,
  'a default attribute': '<!DOCTYPE x [<!ATTLIST c t CDATA "s">]>',
});
const with_entity = text => text.replace('Drageflyvning', '&a30;&e;');
const utf16 = text => Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${text}`, 'utf16le');

/** Many names in the directory at the end for the bytes of one part, which unpack anew for each. */
function overlapping(count) {
  const one = zip({'xl/worksheets/sheet1.xml': ' '.repeat(5_000_000)});
  const end = one.length - 22;
  const central = one.subarray(one.readUInt32LE(end + 16), end);
  const directory = Buffer.concat(Array.from({length: count}, () => central));
  const tail = Buffer.from(one.subarray(end));
  tail.writeUInt16LE(count, 8);
  tail.writeUInt16LE(count, 10);
  tail.writeUInt32LE(directory.length, 12);
  return Buffer.concat([one.subarray(0, one.readUInt32LE(end + 16)), directory, tail]);
}
/** The sizes in the headers say that nothing comes. */
function lying() {
  const bytes = zip(workbook({'xl/worksheets/sheet1.xml': `<worksheet>${' '.repeat(20_000_000)}</worksheet>`}));
  for (let at = 0; at + 4 < bytes.length; ++at) {
    if (bytes.readUInt32LE(at) === 0x04034b50) bytes.writeUInt32LE(100, at + 22);
    if (bytes.readUInt32LE(at) === 0x02014b50) bytes.writeUInt32LE(100, at + 24);
  }
  return bytes;
}
const bombs = {
  'a sheet of 20 MB': () => zip(workbook({'xl/worksheets/sheet1.xml': `<worksheet ${spreadsheet}><sheetData>${' '.repeat(20_000_000)}`})),
  'more than two million shared texts': () => zip(workbook({'xl/sharedStrings.xml': `<sst ${spreadsheet}>${'<si/>'.repeat(2_000_001)}</sst>`})),
  'one text of 20 MB': () => zip(workbook({'xl/sharedStrings.xml': `<sst ${spreadsheet}><si><t>${'x'.repeat(20_000_000)}</t></si></sst>`})),
  'parts that lie upon each other': () => overlapping(9_000),
  'sizes that lie': lying,
  'parts in thousands': () => zip(workbook(Object.fromEntries(Array.from({length: 12_000}, (_, n) => [`x/${n}`, ''])))),
  'elements within each other': () => zip(workbook({'xl/worksheets/sheet1.xml': `<worksheet ${spreadsheet}>${'<a>'.repeat(500_000)}`})),
  'an attribute of 20 MB': () => zip(workbook({'xl/worksheets/sheet1.xml': `<worksheet ${spreadsheet} x="${'y'.repeat(20_000_000)}"/>`})),
  'a workbook that is a workbook\'s part': () => zip(workbook({'xl/worksheets/sheet1.xml': zip(workbook({}))})),
  'a sheet outside of the file': () => zip(workbook({'xl/_rels/workbook.xml.rels': relations([['rId1', 'worksheet', '../../../../../../etc/hostname']])})),
  'a sheet at an address': () => zip(workbook({'xl/_rels/workbook.xml.rels': relations([['rId1', 'worksheet', 'http://evil.example/sheet.xml']]).replace('/></', ' TargetMode="External"/></')})),
};

const kle = (head, title = 'Vinter') => `<?xml version="1.0" encoding="utf-8"?>${head}<KLE-Emneplan><UdgivelsesDato>2025-05-01</UdgivelsesDato><Hovedgruppe><HovedgruppeNr>05</HovedgruppeNr><HovedgruppeTitel>Veje</HovedgruppeTitel><Gruppe><GruppeNr>05.07</GruppeNr>
<GruppeTitel>Drift</GruppeTitel><Emne><EmneNr>05.07.08</EmneNr><EmneTitel>${title}</EmneTitel></Emne></Gruppe></Hovedgruppe></KLE-Emneplan>`;

/** Imports; it must be refused with a sentence, tell nothing of this machine, . */
async function refused(here, kind, what, name, bytes) {
  const file = join(here.folder, name);
  writeFileSync(file, bytes);
  const done = await here.command(['import', kind, file, '--allow-mass-deletion']);
  assert.equal(done.status, 1, `${what}: ${done.signal} ${done.stdout} ${done.stderr}`);
  assert.ok(done.stderr.includes(name) && done.stderr.length < 1000, `${what}: ${done.stderr}`);
  assert.ok(!done.stderr.includes(hostname()) && !/hahaha|terminate|exception|bad_alloc/i.test(done.stderr), `${what}: ${done.stderr}`);
}

story('attacks: bombs and entities in workbooks and in KLE\'s plan are refused, fetch nothing and change nothing', {serve: false}, async here => {
  const before = (await here.command(['export', 'catalogue'])).stdout;
  const trap = await Trap.set();
  try {
    for (const [what, make] of Object.entries(bombs)) await refused(here, 'catalogue', what, 'bombe.xlsx', make());
    for (const [what, head] of Object.entries(doctypes(trap.port))) {
      for (const part of ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/workbook.xml', '_rels/.rels']) {
        await refused(here, 'catalogue', `${what} in ${part}`, 'entitet.xlsx', zip(workbook({[part]: head + with_entity(workbook({})[part])})));
      }
      await refused(here, 'catalogue', `${what} in UTF-16`, 'utf16.xlsx', zip(workbook({'xl/worksheets/sheet1.xml': utf16(head + with_entity(sheet))})));
      await refused(here, 'kle', `${what} in the plan`, 'plan.xml', kle(head, '&a30;&e;'));
      await refused(here, 'kle', `${what} in the plan, in UTF-16`, 'plan16.xml', utf16(kle(head, '&a30;&e;').replace(/^<\?xml.*?\?>/, '')));
    }
    assert.deepEqual(trap.caught, []);
    assert.equal((await here.command(['export', 'catalogue'])).stdout, before, 'nothing changed');
  } finally {
    await trap.spring();
  }
  assert.deepEqual(readdirSync(here.folder).filter(name => !/^(indgang\.db.*|secret|bombe\.xlsx|entitet\.xlsx|utf16\.xlsx|plan(16)?\.xml)$/.test(name)), [], 'nothing was unpacked');
  writeFileSync(join(here.folder, 'god.xlsx'), zip(workbook({})));
  writeFileSync(join(here.folder, 'god.xml'), kle(''));
  assert.equal((await here.command(['import', 'catalogue', join(here.folder, 'god.xlsx'), '--allow-mass-deletion'])).status, 0, 'a good workbook of the same parts is read');
  assert.equal((await here.command(['import', 'kle', join(here.folder, 'god.xml')])).status, 0, 'and a good plan');
});

const formulas = ['=HYPERLINK("https://evil.example";"x")', '=1+1', '+1+1', '-1+1', '@SUM(A1)', "=cmd|'/C calc'!A0", '＝1+1', '＋1', '－1', '＠x', "'=1+1", "''=1+1", '"=1+1"', '=1;=2', '= 1', '+45 99 00 01 00', '-', '=', '%3D1', '=1\n=2', ';=1', '=æ'];
/** The cells of a file of ours: each row a list. */
function cells(text) {
  const rows = [[]];
  for (const [, quoted, bare, end] of text.replace(/^\ufeff/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n|$)/g)) {
    rows.at(-1).push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows;
}
const runs = cell => /^[=+\-@\t\r＝＋－＠]/.test(cell);
const quoted = text => `"${text.replaceAll('"', '""')}"`;
const csv = rows => rows.map(one => one.map(quoted).join(';')).join('\r\n') + '\r\n';
const mail = n => `folk${n}@sundkoebing.example`;

story(`attacks: ${formulas.length} formulas in every field sleep in the files that leave, and come back as they were`, {serve: false, settings: {INDGANG_CATALOGUE_OWNERS: mail(0)}}, async here => {
  const sources = {
    people: csv([['name', 'email', 'kind', 'title', 'department', 'phone', 'entra_id'], ...formulas.map((f, n) => [`${f} ${n}`, mail(n), 'person', f, `${f} afd${n}`, f, `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`])]),
    catalogue: csv([['name', 'email', 'title', 'department', 'task', 'kle', 'keywords', 'description', 'role'], ...formulas.map((f, n) => [`${f} ${n}`, mail(n), f, `${f} afd${n}`, `${f} opgave ${n}`, '', `${f}`, f, 'responsible'])]),
    networks: csv([['netværk', 'art', 'formål', 'tovholder', 'medlemmer'], ...formulas.map((f, n) => [`${f} net ${n}`, 'uformelt', f, mail(n), mail(0)])]),
  };
  const exported = async () => Object.fromEntries(await Promise.all([...Object.keys(sources), 'gaps'].map(async kind => [kind, (await here.command(['export', kind])).stdout])));
  const bring = async files => {
    for (const kind of Object.keys(sources)) {
      writeFileSync(join(here.folder, `${kind}.csv`), files[kind]);
      const done = await here.command(['import', kind, join(here.folder, `${kind}.csv`), '--allow-mass-deletion']);
      assert.equal(done.status, 0, `${kind}: ${done.stderr}`);
    }
  };
  await bring(sources);
  await here.start();
  const chat = here.place('personal', '00000000-0000-4000-8000-000000000003');
  const asker = person('Navn', '00000000-0000-4000-8000-000000000003');
  for (const formula of formulas.slice(0, 6)) {
    const answer = await here.ask(chat, `hvem har ${formula} qwrtzp?`, {from: asker});
    const ask = card_of(answer.activity) && [...card_actions(card_of(answer.activity))].find(action => action.verb === 'ask_owner');
    if (ask) assert.equal((await here.deliver(chat.taps(ask, answer.id, {from: asker}))).status, 200);
  }
  await here.service.stop();
  const first = await exported();
  for (const [kind, text] of Object.entries({...first, person: (await here.command(['person', 'export', mail(3), '--format', 'csv'])).stdout})) {
    const all = cells(text).flat();
    assert.ok(all.length > 5 && all.some(cell => cell.includes("'=") || kind === 'gaps' || kind === 'person'), `${kind}: ${text.slice(0, 300)}`);
    assert.deepEqual(all.filter(runs), [], kind);
  }
  await bring(first);
  assert.deepEqual(await exported(), first, 'what left came back as it was');
  assert.ok(cells(first.people).some(one => one.includes("'=1+1")), 'and it was there');
});
