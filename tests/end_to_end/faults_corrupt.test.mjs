// The data file is damaged: every command says so in one sentence with the file and the remedy, changes nothing in it, and the last
// copy serves on.
import assert from 'node:assert/strict';
import {copyFileSync, existsSync, openSync, closeSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync, writeSync} from 'node:fs';

import {story} from './support/story.mjs';
import {eventually} from './support/wait.mjs';

/** Overwrites bytes in the middle of a file. */
function scribble(path, at, bytes) {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, at);
  closeSync(file);
}

const page = 4096;
const garbage = size => Buffer.from(Array.from({length: size}, (_, n) => (n * 167 + 13) % 251));

/** Stopped in the middle of its work, so that the journal holds something; nothing else is left but the files. */
async function died(here) {
  await here.start();
  const chat = here.place('personal');
  await here.ask(chat, 'hvem har snerydning?');
  const copy = `${here.database}.copy`;
  assert.equal((await here.command(['backup', copy])).status, 0);
  await here.service.kill();
  return {chat, copy};
}

const merge = async here => assert.equal((await here.command(['outbox'])).status, 0);  // the last to close writes the journal into the file

const damages = [
  ['the header is overwritten', async here => { await merge(here); scribble(here.database, 0, garbage(200)); }],
  ['it is another kind of file', async here => { await merge(here); writeFileSync(here.database, garbage(20 * page)); }],
  ['its header counts pages that are not there', async here => { await merge(here); scribble(here.database, 28, Buffer.from([0, 0, 255, 255])); }],
  ['it was cut short', async here => { await merge(here); truncateSync(here.database, 3 * page + 100); }],
  ['every page but the first is overwritten', async here => {
    await merge(here);
    for (let at = page; at < statSync(here.database).size; at += page) scribble(here.database, at, garbage(page));
  }],
  ['its journal begins with garbage', async here => { scribble(`${here.database}-wal`, 0, garbage(32)); }],
  ['the number in its journal\'s head is wrong', async here => { scribble(`${here.database}-wal`, 17, Buffer.from([1, 2, 3])); }],
  ['it is empty beside a journal', async here => { truncateSync(here.database, 0); }],
  ['it is gone beside a journal', async here => { rmSync(here.database); }],
];
for (const [name, damage] of damages) {
  story(`corrupt: ${name}: a clear refusal, nothing is changed, and the copy serves on`, {serve: false}, async here => {
    const {chat, copy} = await died(here);
    await damage(here);
    const files = [here.database, `${here.database}-wal`].filter(existsSync);
    const before = files.map(file => readFileSync(file));
    for (const args of [['serve'], ['import', 'people', 'none.csv'], ['ask', 'hvem har snerydning?'], ['export', 'catalogue']]) {
      const done = await here.command(args);
      assert.equal(done.status, 1, `${args}: ${done.stdout}${done.stderr}`);
      const said = done.stderr.trim().split('\n');
      assert.equal(said.length, 1, done.stderr);
      assert.ok(said[0].includes(here.database), said[0]);
      assert.match(said[0], /indgang backup/);
      assert.match(said[0], /-wal/);
      files.forEach((file, n) => assert.ok(before[n].equals(readFileSync(file)), `${args} changed ${file}`));
    }
    for (const tail of ['', '-wal', '-shm']) rmSync(here.database + tail, {force: true});
    copyFileSync(copy, here.database);
    await here.start();
    await here.ask(chat, 'hvem har byggetilladelser?');
  });
}

story('corrupt: the journal is gone or ends in the middle of a step: what was safe before serves on', {serve: false}, async here => {
  const {chat} = await died(here);
  truncateSync(`${here.database}-wal`, statSync(`${here.database}-wal`).size - 100);
  await here.start();
  await here.ask(chat, 'hvem har byggetilladelser?');
  await here.service.kill();
  for (const tail of ['-wal', '-shm']) rmSync(here.database + tail, {force: true});
  await here.start();
  await here.ask(chat, 'hvem har snerydning?');
  assert.equal((await here.command(['check'])).stdout.split('\n').filter(line => /database/.test(line) && /damaged/.test(line)).length, 0);
});

story('corrupt: a page that only turns touch: they are not acknowledged, the log says it, check finds it', {serve: false}, async here => {
  const {chat} = await died(here);
  await merge(here);
  const bytes = readFileSync(here.database);
  const needle = Buffer.from(chat.id);
  let pages = 0;
  for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + page)) {
    if (at < page) continue;
    scribble(here.database, at - at % page, garbage(page));
    ++pages;
  }
  assert.ok(pages > 0, 'the conversation stands in the file');
  const check = await here.command(['check']);
  assert.notEqual(check.status, 0);
  assert.match(check.stdout + check.stderr, /is damaged/);
  await here.start().then(async () => {
    assert.equal((await here.deliver(chat.says('hvem har byggetilladelser?'))).status, 503);
    const line = await here.service.log(entry => entry.event === 'turn_not_stored', 'that it could not be stored');
    assert.match(line.reason, /is damaged: stop the service/);
    await eventually(async () => (await here.get('/health/ready')).status === 503, 'it not to be ready');
  }, error => assert.match(error.message, /is damaged/));
});
