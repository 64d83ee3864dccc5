// The commands beside the service, and what wrong settings and files lead to.
import assert from 'node:assert/strict';
import {closeSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync, writeSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

import {write_fixture} from './support/fixture.mjs';
import {visible_text} from './support/inspect_activity.mjs';
import {step} from './support/connector.mjs';
import {story} from './support/story.mjs';
import {to_xlsx} from '../bench/support/xlsx.mjs';

story('import: while the service runs, the next answer knows it', async here => {
  const chat = here.place('personal');
  assert.doesNotMatch(visible_text((await here.ask(chat, 'hvem har drageflyvning?')).activity), /Mads Thorup/);
  const files = write_fixture(here.folder, rows => [...rows, ['Mads Thorup', 'mads.thorup@sundkoebing.example', 'Vejingeniør', 'Vej og Trafik', 'Drageflyvning', '', '"drager"', '', 'responsible']]);
  const done = await here.command(['import', 'catalogue', files.catalogue]);
  assert.equal(done.status, 0, done.stderr);
  assert.match(visible_text((await here.ask(chat, 'hvem har drageflyvning?')).activity), /Mads Thorup/);
});

story('import: the service answers while a large one runs, and knows it at once afterwards', async here => {
  const chat = here.place('personal');
  const many = Array.from({length: 20_000}, (_, n) => ['Mads Thorup', 'mads.thorup@sundkoebing.example', 'Vejingeniør', 'Vej og Trafik', `Opgave ${n} om drageflyvning`, '', '', '', 'responsible']);
  const files = write_fixture(here.folder, rows => [...rows, ...many]);
  let running = true;
  const importing = here.command(['import', 'catalogue', files.catalogue]).finally(() => { running = false; });
  let asked = 0;
  do {
    assert.match(visible_text((await here.ask(chat, 'hvem har aktindsigt?')).activity), /Nadia Rahimi/);
    ++asked;
  } while (running);
  const done = await importing;
  assert.equal(done.status, 0, done.stderr);
  assert.match(done.stderr, /Tasks: 20000 new/);
  assert.doesNotMatch(done.stderr, / %/, 'no progress where there is no terminal');
  assert.ok(asked > 1);
  assert.match(visible_text((await here.ask(chat, 'hvem har opgave 19999 om drageflyvning?')).activity), /Mads Thorup/);
});

story('import: a workbook is a file like another', {serve: false}, async here => {
  const rows = [{navn: 'Mads Thorup', mail: 'mads.thorup@sundkoebing.example', opgave: 'Drageflyvning', kle: '05.07.08'}, {navn: 'Mads Thorup', mail: 'no mail', opgave: 'X', kle: '5.7'}];
  const file = join(here.folder, 'katalog.xlsx');
  writeFileSync(file, to_xlsx(rows));
  const bad = await here.command(['import', 'catalogue', file, '--allow-mass-deletion']);
  assert.equal(bad.status, 1);
  assert.match(bad.stderr, /katalog\.xlsx, sheet Ark1, row 3: column mail \(B\): /);
  assert.match(bad.stderr, /katalog\.xlsx, sheet Ark1, row 3: column kle \(D\): /);
  assert.match(bad.stderr, /What the other rows would change.*\nTasks: 1 new/);
  writeFileSync(file, to_xlsx(rows.slice(0, 1)));
  const good = await here.command(['import', 'catalogue', file, '--allow-mass-deletion']);
  assert.equal(good.status, 0, good.stderr);
  assert.match((await here.command(['export', 'catalogue'])).stdout, /Drageflyvning;05\.07\.08/);
});

story('import: who has two employments is told of with both', {serve: false}, async here => {
  const file = join(here.folder, 'two.csv');
  const people = (await here.command(['export', 'people'])).stdout;
  writeFileSync(file, `${people}Ida Lund;ida.lund@sundkoebing.example;;Underviser;Ungdomsskole;;;;;;;\r\n`);
  const done = await here.command(['import', 'people', file]);
  assert.equal(done.status, 0, done.stderr);
  assert.match(done.stderr, /People: 0 new, 1 changed, 0 moved, 0 gone/);
  assert.match((await here.command(['ask', 'hvem har skoleindskrivning?'])).stdout, /Skolekonsulent, Skole; også Underviser, Ungdomsskole/);
  assert.match((await here.command(['export', 'people'])).stdout, /Skolekonsulent;Skole;.*\r\nIda Lund;.*Underviser;Ungdomsskole/);
});

story('import: a file gives roles and takes them, tells what is wrong, and keeps one administrator', {serve: false}, async here => {
  const file = join(here.folder, 'roles.csv');
  const mail = name => `${name}@sundkoebing.example`;
  const run = (text, ...flags) => { writeFileSync(file, text); return here.command(['import', 'roles', file, ...flags]); };
  const good = `mail;rolle;enhed\n${mail('nadia.rahimi')};administrator;\n${mail('ida.lund')};områdeejer;Skole\n`;
  const dry = await run(good, '--dry-run');
  assert.equal(dry.status, 0, dry.stderr);
  assert.match(dry.stderr, /Roles: 2 new, 0 changed, 0 moved, 0 gone, 0 unchanged\nA dry run/);
  assert.doesNotMatch((await here.command(['export', 'roles'])).stdout, /Nadia/);
  assert.equal((await run(good)).status, 0);
  const exported = (await here.command(['export', 'roles'])).stdout;
  assert.match(exported, /name;email;entra_id;role;unit;source\r\nNadia Rahimi;nadia\.rahimi@sundkoebing\.example;;administrator;;file\r\nIda Lund;.*;owner;Skole;file/);
  assert.match((await run(exported)).stderr, /Roles: 0 new, 0 changed, 0 moved, 0 gone, 2 unchanged/);
  const bad = await run(`${good}${mail('nobody')};konge;\n`);
  assert.equal(bad.status, 1);
  assert.match(bad.stderr, /roles\.csv:4: column rolle: this role is not known/);
  assert.match(bad.stderr, /roles\.csv:4: column mail: nobody in the catalogue has this/);
  const last = await run(`mail;rolle;enhed\n${mail('ida.lund')};områdeejer;Skole\n`);
  assert.equal(last.status, 1);
  assert.match(last.stderr, /nobody would be administrator any more/);
  assert.equal((await here.command(['export', 'roles'])).stdout, exported);
  const named = {...here.settings, INDGANG_ROLES_ADMINISTRATORS: mail('ole.bach')};
  assert.equal((await here.command(['import', 'roles', file], {settings: named})).status, 0);
  assert.doesNotMatch((await here.command(['export', 'roles'])).stdout, /Nadia/);
});

story('import: the roles of the sample municipality are taken', {serve: false, sample: true}, async here => {
  const done = await here.command(['import', 'roles', fileURLToPath(new URL('../../config/sample/roles.csv', import.meta.url))]);
  assert.equal(done.status, 0, done.stderr);
  assert.match(done.stderr, /^Roles: 5 new/m);
});

story('person: export, and erase in two steps', {serve: false}, async here => {
  const exported = await here.command(['person', 'export', 'nadia.rahimi@sundkoebing.example']);
  assert.equal(exported.status, 0, exported.stderr);
  assert.equal(JSON.parse(exported.stdout).person[0].name, 'Nadia Rahimi');
  assert.match((await here.command(['person', 'export', 'nadia.rahimi@sundkoebing.example', '--format', 'csv'])).stdout, /person;1;name;Nadia Rahimi/);
  const listed = await here.command(['person', 'erase', 'nadia.rahimi@sundkoebing.example']);
  assert.equal(listed.status, 0);
  assert.match(listed.stderr, /Nothing was erased yet.*--yes/);
  const erased = await here.command(['person', 'erase', 'nadia.rahimi@sundkoebing.example', '--yes']);
  assert.equal(erased.status, 0, erased.stderr);
  assert.match(erased.stdout, /^person +0 +1 +the employer's register/m);
  assert.match(erased.stderr, /^Erased\./);
  const nobody = await here.command(['person', 'erase', 'nobody@sundkoebing.example', '--yes']);
  assert.equal(nobody.status, 1);
  assert.match(nobody.stderr, /Nobody is known by/);
});

story('import: a dry run and a file with a bad row change nothing', async here => {
  const before = (await here.command(['export', 'catalogue'])).stdout;
  const files = write_fixture(here.folder, rows => [...rows, ['Nobody', 'no mail at all', '', '', 'Drageflyvning', '', '', '', 'king']]);
  const bad = await here.command(['import', 'catalogue', files.catalogue]);
  assert.equal(bad.status, 1);
  assert.match(bad.stderr, /catalogue\.csv:14: /);
  const good = write_fixture(here.folder, rows => [...rows, ['Mads Thorup', 'mads.thorup@sundkoebing.example', '', '', 'Drageflyvning', '', '', '', 'responsible']]);
  assert.equal((await here.command(['import', 'catalogue', good.catalogue, '--dry-run'])).status, 0);
  assert.equal((await here.command(['export', 'catalogue'])).stdout, before);
});

story('import: what would wipe out the catalogue is refused', async here => {
  const files = write_fixture(here.folder, rows => rows.slice(0, 2));
  const refused = await here.command(['import', 'catalogue', files.catalogue]);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /--allow-mass-deletion/);
  assert.match(visible_text((await here.ask(here.place('personal'), 'hvem har aktindsigt?')).activity), /Nadia Rahimi/);
  assert.equal((await here.command(['import', 'catalogue', files.catalogue, '--allow-mass-deletion'])).status, 0);
});

story('export: import takes it back and finds nothing changed', {serve: false}, async here => {
  const text = (await here.command(['export', 'catalogue'])).stdout;
  const file = join(here.folder, 'exported.csv');
  writeFileSync(file, text);
  const done = await here.command(['import', 'catalogue', file]);
  assert.equal(done.status, 0, done.stderr);
  assert.match(done.stderr, /Tasks: 0 new, 0 changed, 0 moved, 0 gone/);
  assert.equal((await here.command(['export', 'catalogue'])).stdout, text);
});

story('ask: one JSON object a line, in order, and nothing else', {serve: false}, async here => {
  const questions = ['hvem har snerydning?', 'who is responsible for building permits?', '', 'hvem har rumraketter?'];
  const done = await here.command(['ask', '--json'], {input: questions.map(q => `${q}\n`).join('')});
  assert.equal(done.status, 0, done.stderr);
  const lines = done.stdout.trimEnd().split('\n').map(line => JSON.parse(line));
  const asked = lines.map(line => line.query);
  assert.deepEqual(asked.filter(Boolean), questions.filter(Boolean));
  const [snow] = lines;
  assert.equal(snow.language, 'da');
  assert.equal(snow.confidence, 'sure');
  assert.equal(snow.intents[0].name, 'find_person');
  assert.equal(snow.answers[0].task, 'Vintertjeneste');
  assert.deepEqual(snow.answers[0].kle, ['05.07.08']);
  assert.equal(snow.answers[0].people[0].email, 'mads.thorup@sundkoebing.example');
  assert.equal(lines.find(line => line.query.startsWith('who')).language, 'en');
  const none = lines.find(line => line.query.includes('rumraketter'));
  assert.equal(none.confidence, 'none');
  assert.deepEqual(none.answers, []);
});

story('outbox: shows what was sent and what was not', async here => {
  const chat = here.place('personal');
  await here.ask(chat, 'hvem har snerydning?');
  here.teams.connector.plan([step.error(403, 'BotNotInConversationRoster')], chat.id);
  await here.deliver(chat.says('hvem har byggetilladelser?'));
  await here.outcome('given_up');
  const rows = await here.outbox();
  assert.deepEqual(rows.map(row => [row.state, row.attempts, row.error]), [['given_up', 1, '403 BotNotInConversationRoster'], ['sent', 1, '-']]);
  assert.deepEqual((await here.outbox('--state', 'sent')).map(row => row.state), ['sent']);
});

story('backup: a copy that answers, while the service runs', async here => {
  await here.ask(here.place('personal'), 'hvem har snerydning?');
  const copy = join(here.folder, 'copy.db');
  assert.equal((await here.command(['backup', copy])).status, 0);
  const asked = await here.command(['ask', '--database', copy, 'hvem har snerydning?']);
  assert.match(asked.stdout, /Mads Thorup/);
  assert.match((await here.command(['check', '--database', copy])).stdout, /note {2}database: .*copy\.db is a copy of \d{4}-\d\d-\d\d\./);
  assert.doesNotMatch((await here.command(['check'])).stdout, /is a copy/);
  assert.deepEqual(readdirSync(here.folder).filter(name => name.startsWith('copy.db')), ['copy.db'], 'the copy is one file');
  const again = await here.command(['backup', copy]);
  assert.equal(again.status, 1);
  assert.match(again.stderr, /copy\.db/);
});

story('a file of an older program: copied and checked as it is; nobody but the service changes it', {serve: false}, async here => {
  const file = openSync(here.database, 'r+');
  writeSync(file, Buffer.from([0, 0, 0, 20]), 0, 4, 60);  // user_version in the header (sqlite.org/fileformat2.html, 1.3)
  closeSync(file);
  const before = readFileSync(here.database);
  for (const args of [['ask', 'hvem har snerydning?'], ['export', 'catalogue'], ['outbox'], ['import', 'people', 'none.csv']]) {
    const done = await here.command(args);
    assert.equal(done.status, 1, `${args}: ${done.stdout}`);
    assert.match(done.stderr, /data version 20, .* `indgang serve` updates it .* `indgang backup`/, `${args}`);
  }
  assert.match((await here.command(['check'])).stdout, /note {2}database: .* data version 20\. .* make a copy first/);
  const copy = join(here.folder, 'before.db');
  assert.equal((await here.command(['backup', copy])).status, 0);
  assert.equal(readFileSync(copy).readUInt32BE(60), 20);
  assert.ok(before.equals(readFileSync(here.database)));
});

const anonymous = {INDGANG_BOT_APP_ID: '', INDGANG_BOT_TENANT: '', INDGANG_BOT_SECRET_FILE: '', INDGANG_BOT_ALLOWED_TENANTS: '', INDGANG_DEVELOPMENT_ALLOW_ANONYMOUS: 'true'};

story('chat: --say prints the answers of an anonymous development service and ends', {settings: anonymous}, async here => {
  const url = ['--url', here.service.url];
  const one = await here.command(['chat', ...url, '--say', 'hvem har byggetilladelser?']);
  assert.equal(one.status, 0, one.stderr);
  assert.match(one.stdout, /Karen Vestergaard/);
  const two = await here.command(['chat', ...url, '--say', 'hvem har snerydning?', '--say', 'who is responsible for building permits?']);
  assert.match(two.stdout, /Mads Thorup[^]*Karen Vestergaard/);
  const typed = await here.command(['chat', ...url], {input: 'hvem har aktindsigt?\n'});
  assert.equal(typed.status, 0, typed.stderr);
  assert.match(typed.stdout, /Nadia Rahimi/);
});

story('chat: says why it cannot talk to a service that wants tokens, or to none', async here => {
  const refused = await here.command(['chat', '--url', here.service.url, '--say', 'hvem har snerydning?']);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /allow_anonymous/);
  const url = here.service.url;
  await here.service.stop();
  const nobody = await here.command(['chat', '--url', url, '--say', 'hvem har snerydning?']);
  assert.equal(nobody.status, 1);
  assert.match(nobody.stderr, /No service|indgang serve/);
});

story('app-package: is written, and an unwritable place is named', {serve: false}, async here => {
  const out = join(here.folder, 'indgang.zip');
  const done = await here.command(['app-package', '--out', out]);
  assert.equal(done.status, 0, done.stderr);
  assert.ok(existsSync(out));
  const nowhere = await here.command(['app-package', '--out', join(here.folder, 'no', 'such', 'x.zip')]);
  assert.equal(nowhere.status, 1);
  assert.match(nowhere.stderr, /x\.zip/);
});

story('check: all is well, or it says what is not', {serve: false}, async here => {
  const well = await here.command(['check']);
  assert.equal(well.status, 0, well.stdout + well.stderr);
  const empty = await here.command(['check', '--database', join(here.folder, 'none.db')]);
  assert.equal(empty.status, 1);
  assert.match(empty.stdout + empty.stderr, /none\.db/);
  const nowhere = await here.command(['check'], {settings: {...here.settings, INDGANG_TIME_ZONE: 'Europe/Sundkøbing'}});
  assert.equal(nowhere.status, 1);
  assert.match(nowhere.stdout, /^WRONG time zone: .*Europe\/Sundkøbing.* tzdata/m);
});

/** name -> [settings, the key that must be named] */
const wrong_settings = {
  'anonymous access with an app id': [{INDGANG_DEVELOPMENT_ALLOW_ANONYMOUS: 'true'}, /allow_anonymous|ALLOW_ANONYMOUS/],
  'anonymous access from outside': [{...anonymous, INDGANG_SERVER_ADDRESS: '0.0.0.0'}, /allow_anonymous|ALLOW_ANONYMOUS/],
  'a port that is no number': [{INDGANG_SERVER_PORT: 'many'}, /INDGANG_SERVER_PORT|server\.port/],
  'a port that is too large': [{INDGANG_SERVER_PORT: '70000'}, /INDGANG_SERVER_PORT|server\.port/],
  'an unknown key in a known section': [{INDGANG_SERVER_PROT: '1'}, /INDGANG_SERVER_PROT/],
  'an app id that is none': [{INDGANG_BOT_APP_ID: 'indgang'}, /bot\.app_id|INDGANG_BOT_APP_ID/],
  'a secret file that is not there': [{INDGANG_BOT_SECRET_FILE: 'no-such-file'}, /bot\.secret_file/],
  'a time zone that does not exist': [{INDGANG_TIME_ZONE: 'Europe/Sundkøbing'}, /time\.zone|INDGANG_TIME_ZONE/],
  'a closing day that is none': [{INDGANG_TIME_CLOSING_DAYS: '2026-02-30'}, /time\.closing_days|CLOSING_DAYS/],
  'a metadata address that is none': [{INDGANG_CLOUD_OPENID_METADATA: 'nowhere'}, /cloud\.openid_metadata|OPENID_METADATA/],
  'a certificate that is not there': [{INDGANG_SERVER_CERTIFICATE: 'none.pem', INDGANG_SERVER_KEY: 'none.key'}, /server\.certificate|none\.pem/],
  'an address that is none': [{INDGANG_SERVER_ADDRESS: '300.1.2.3'}, /server\.address/],
  'a log level that is none': [{INDGANG_LOG_LEVEL: 'chatty'}, /log\.level|INDGANG_LOG_LEVEL/],
  'a database that is not there': [{INDGANG_DATABASE_FILE: 'no/such/folder/x.db'}, /x\.db/],
};
story('settings: each wrong one is named in one sentence, and the service does not start', {serve: false}, async here => {
  const faults = [];
  for (const [name, [settings, named]] of Object.entries(wrong_settings)) {
    const done = await here.command(['serve'], {settings: {...here.settings, ...settings}, deadline_ms: 10_000});
    const sentences = done.stderr.split('\n').filter(line => line.startsWith('indgang: '));
    if (done.status !== 1 || sentences.length !== 1 || !named.test(sentences[0]) || done.stdout !== '') faults.push(`${name}: status ${done.status}, ${done.stderr}`);
  }
  assert.deepEqual(faults, []);
});

const wrong_usage = [[], ['dance'], ['serve', '--fast'], ['import', 'catalogue'], ['import', 'horses', 'x.csv'], ['outbox', '--state', 'lost'], ['app-package'], ['export', 'catalogue', '--format', 'pdf'], ['person'], ['person', 'erase']];
story('usage: wrong words end with status 2 and one sentence', {serve: false}, async here => {
  for (const args of wrong_usage) {
    const done = await here.command(args);
    assert.equal(done.status, 2, `${args.join(' ')}: ${done.status} ${done.stderr}`);
    assert.equal(done.stderr.trim().split('\n').length, 1, done.stderr);
  }
  assert.equal((await here.command(['--help'])).status, 0);
  assert.match((await here.command(['--version'])).stdout, /^indgang \d+\.\d+\.\d+\n$/);
});

story('database: a file that is none is told in one sentence', {serve: false}, async here => {
  const broken = join(here.folder, 'broken.db');
  writeFileSync(broken, 'this is no database, but it is long enough to look at '.repeat(100));
  const done = await here.command(['ask', '--database', broken, 'hvem?']);
  assert.equal(done.status, 1);
  assert.match(done.stderr, /broken\.db/);
});
