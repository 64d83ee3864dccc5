// What somebody may try at the door with TLS who speaks it badly, slowly, half, or not at all.
import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

import {answers_in, request_bytes, watch} from './support/attack.mjs';
import {certificate, client_hello, connect, connect_tls, hear_all, in_pieces} from './support/secure.mjs';
import {story} from './support/story.mjs';
import {command} from './support/program.mjs';
import {eventually} from './support/wait.mjs';

const secure_story = (name, body) => story(`attacks: TLS: ${name}`, {serve: false}, async here => {
  const files = certificate(here.folder);
  await here.start(files);
  await body(here, files);
});

function question(here, lines = []) {
  const body = JSON.stringify(here.place('personal').says('hvem har snerydning?'));
  return request_bytes({body, lines: [`Authorization: Bearer ${here.teams.token()}`, ...lines]});
}

/** Asks an honest question over TLS, and waits for what it brings. */
async function ask(here) {
  const before = here.teams.connector.messages.length;
  const socket = await connect_tls(here);
  socket.write(question(here));
  assert.match(await hear_all(socket), /^HTTP\/1\.1 200 /);
  await here.teams.connector.until(() => here.teams.connector.messages.length > before, 'the answer');
}

/** Sends bytes without TLS and closes; what came back. */
async function send_bytes(here, bytes) {
  const socket = await connect(here);
  const heard = hear_all(socket);
  socket.end(bytes);
  return heard;
}

const record = (type, body, length = body.length) => Buffer.concat([Buffer.from([type, 3, 3, length >> 8, length & 255]), Buffer.from(body)]);
const no_tls = {
  'nothing': () => '',
  'plain HTTP': here => question(here),
  'a greeting of HTTP/2': () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'letters': () => 'x'.repeat(100_000),
  'zeros': () => Buffer.alloc(100_000),
  'ones': () => Buffer.alloc(100_000, 255),
  'a record longer than any may be': () => record(22, 'x'.repeat(65_535)),
  'a record that is cut': () => record(22, 'xyz', 16_384),
  'a record without anything': () => record(22, ''),
  'a thousand of them': () => Buffer.concat(Array.from({length: 1000}, () => record(22, ''))),
  'an alert': () => record(21, [2, 40]),
  'a thousand warnings': () => Buffer.concat(Array.from({length: 1000}, () => record(21, [1, 90]))),
  'a heartbeat that asks for more than it brought': () => record(24, [1, 64, 0]),
  'data before the handshake': here => record(23, question(here)),
  'a thousand changes of the cipher': () => Buffer.concat(Array.from({length: 1000}, () => record(20, [1]))),
  'the hello of SSL 2': () => Buffer.from([0x80, 0x2e, 1, 0, 2, 0, 0x15, 0, 0, 0, 0x10, 1, 0, 0x80]),
};
secure_story('what is none comes to nothing, and an honest question is answered', async here => {
  const seen = watch(here);
  for (const [what, make] of Object.entries(no_tls)) assert.doesNotMatch(await send_bytes(here, make(here)), /HTTP/, what);
  const hello = await client_hello({servername: 'indgang.sundkoebing.example'});
  for (let at = 0; at < hello.length; at += 3) {
    const bent = Buffer.from(hello);
    bent[at] ^= 0x55;
    await Promise.all([hello.subarray(0, at), Buffer.concat([hello.subarray(0, at), hello.subarray(at + 1)]), bent, Buffer.concat([bent, hello])].map(bytes => send_bytes(here, bytes)));
  }
  for (const version of ['TLSv1', 'TLSv1.1']) await assert.rejects(connect_tls(here, {minVersion: 'TLSv1', maxVersion: version, ciphers: 'ALL:@SECLEVEL=0'}), version);
  await assert.rejects(connect_tls(here, {maxVersion: 'TLSv1.2', ciphers: 'AES128-SHA256'}), 'without forward secrecy');
  seen.nothing_happened('no TLS');
  assert.deepEqual(seen.fresh().filter(line => line.level !== 'info'), [], 'strangers fill the log');
  await ask(here);
});

secure_story('records and packets of one byte, both versions, requests at once: all the same', async here => {
  for (const maxVersion of ['TLSv1.2', 'TLSv1.3']) {
    const records = await connect_tls(here, {maxVersion});
    const packets = await connect_tls(here, {maxVersion, socket: in_pieces(await connect(here), 1)});
    const heard = Promise.all([records, packets].map(hear_all));
    for (const byte of question(here)) records.write(Buffer.from([byte]));
    packets.write(question(here));
    for (const text of await heard) assert.deepEqual(answers_in(text).map(answer => answer.status), [200], text);
    const socket = await connect_tls(here, {maxVersion});
    socket.write(`${'GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(2000)}GARBAGE\r\n\r\n`);
    assert.deepEqual(answers_in(await hear_all(socket)).map(answer => answer.status), [...Array(2000).fill(200), 400]);
  }
});

secure_story('who has said goodbye and waits gets the answer', async here => {
  const socket = await connect_tls(here);
  const heard = hear_all(socket);
  socket.end(question(here));
  assert.match(await heard, /^HTTP\/1\.1 200 /);
});

/** Ways to leave in the middle, or to break what comes next. */
const endings = {
  'goodbye': socket => socket.end(),
  'no goodbye': (_, wire) => wire.end(),
  'a reset': (_, wire) => wire.resetAndDestroy(),
  'a record that nobody sealed': (_, wire) => wire.write(record(23, 'x'.repeat(100))),
  'half a record': (_, wire) => wire.end(record(23, 'xyz', 100)),
  'a record longer than any may be': (_, wire) => wire.write(record(23, 'x'.repeat(20_000))),
  'plain HTTP': (_, wire) => wire.write('GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n'),
};
secure_story('a request that breaks off at any byte is none', async here => {
  const seen = watch(here);
  for (const [what, leave] of Object.entries(endings)) {
    const bytes = question(here);
    for (const cut of [0, 1, 40, bytes.length - 200, bytes.length - 1]) {
      const wire = await connect(here);
      const socket = await connect_tls(here, {socket: in_pieces(wire, 20_000)});
      const closed = new Promise(resolve => { wire.on('close', resolve); });
      socket.on('error', () => {}).resume();
      wire.on('end', () => wire.destroy());
      await new Promise(resolve => { socket.write(bytes.subarray(0, cut), resolve); });
      leave(socket, wire);
      await closed;
    }
    seen.nothing_happened(what);
  }
  await ask(here);
});

secure_story('a second handshake is refused', async here => {
  const socket = await connect_tls(here, {maxVersion: 'TLSv1.2'});
  const refused = await new Promise(resolve => {
    socket.on('error', resolve).on('close', resolve).resume();
    socket.renegotiate({}, error => { if (error) resolve(error); });
  });
  assert.ok(refused !== undefined);
  await ask(here);
});

secure_story('a client that never pauses keeps nobody waiting', async here => {
  const socket = await connect_tls(here);
  socket.on('error', () => {}).resume();
  const flood = Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(10_000));
  const on = () => { while (socket.writable && socket.write(flood)); };
  socket.on('drain', on);
  on();
  for (let n = 0; n < 10; ++n) await ask(here);
  assert.ok(!socket.destroyed && socket.bytesRead > 100_000, `the flood came to ${socket.bytesRead} bytes of answers`);
  socket.destroy();
});

const memory_kb = pid => Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);
/** Sanitizers map terabytes, and keep what was freed for a while: their builds may take more. */
const room = pid => (/^VmSize:\s+\d{10,} kB/m.test(readFileSync(`/proc/${pid}/status`, 'utf8')) ? 8 : 1);

secure_story('hundreds of handshakes that do not go on, and hundreds of connections that say nothing more', async here => {
  await ask(here);
  const hello = await client_hello();
  const before = memory_kb(here.service.pid);
  const sockets = [];
  const limits = {slow: 96, silent: 48};
  for (let n = 0; n < 400; ++n) {
    const wire = await connect(here);
    wire.write(hello.subarray(0, 1 + n % hello.length));
    sockets.push(wire);
  }
  await ask(here);
  const slow = (memory_kb(here.service.pid) - before) / 400;
  assert.ok(slow < limits.slow * room(here.service.pid), `${slow} KB for a slow handshake`);
  for (let n = 0; n < 400; ++n) sockets.push((await connect_tls(here)).resume());
  await ask(here);
  await eventually(async () => (memory_kb(here.service.pid) - before) / 800 < limits.silent * room(here.service.pid), 'what a busy connection needs to be given back');
  for (const socket of sockets) socket.removeAllListeners('error').on('error', () => {}).destroy();
  await ask(here);
});

secure_story('a certificate that cannot be used stops the start with a sentence, and changes nothing in a service that runs', async (here, files) => {
  const seen = watch(here);
  const old = (await connect_tls(here)).getPeerCertificate().fingerprint256;
  const contents = Object.values(files).map(file => [file, readFileSync(file)]);
  const restore = () => contents.forEach(([file, bytes]) => writeFileSync(file, bytes));
  const other = Object.values(files).map(file => [file, (certificate(here.folder, 'other.example'), readFileSync(file))]);
  const broken = {
    'nothing in it': [[0, '']],
    'no PEM': [[0, 'nonsense']],
    'half of it': [[0, contents[0][1].subarray(0, 300)]],
    'half of the key': [[1, contents[1][1].subarray(0, 100)]],
    'another key': [[1, other[1][1]]],
    'the key in place of the certificate': [[0, contents[1][1]]],
  };
  for (const [what, changes] of Object.entries(broken)) {
    restore();
    for (const [which, bytes] of changes) writeFileSync(contents[which][0], bytes);
    const told = seen.fresh().length;
    here.service.signal('SIGHUP');
    const line = await here.service.until(() => seen.fresh().slice(told).find(l => l.event === 'certificate_not_reloaded'), what);
    assert.match(line.reason, /^server\.(certificate|key)/, what);
    assert.equal((await connect_tls(here)).getPeerCertificate().fingerprint256, old, what);
    const second = await command(['serve'], {settings: {...here.settings, INDGANG_DATABASE_FILE: join(here.folder, 'second.db')}, folder: here.folder});
    assert.equal(second.status, 1, what);
    assert.match(second.stderr, /^indgang: server\.(certificate|key)[^\n]*\n$/, what);
  }
  const kept = await connect_tls(here);
  certificate(here.folder, 'renewed.example');
  here.service.signal('SIGHUP');
  await eventually(async () => (await connect_tls(here)).getPeerCertificate().subject.CN === 'renewed.example', 'the new certificate');
  kept.write(question(here));
  assert.match(await hear_all(kept), /^HTTP\/1\.1 200 /);
});
