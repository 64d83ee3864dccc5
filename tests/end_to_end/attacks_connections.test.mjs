// Many who say nothing, little, or too much: an honest question is answered all the same, and the memory has its bounds.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import net from 'node:net';

import {story} from './support/story.mjs';

const descriptors = pid => Number(/^Max open files +(\d+)/m.exec(readFileSync(`/proc/${pid}/limits`, 'utf8'))[1]);
const memory_kb = (pid, name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);
const resident_kb = pid => memory_kb(pid, 'VmRSS');
/** Sanitizers map terabytes, and keep what was freed for a while: their builds may take more. */
const room = pid => (memory_kb(pid, 'VmSize') > 1e9 ? 8 : 1);

/** What a connection sends before it falls silent. */
const openings = [
  '',
  'P',
  'POST /api/messages HTTP/1.1\r\nHost: x\r\n',
  `POST /api/messages HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(4000)}`,
  'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n',
  `POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n${'a:\r\n'.repeat(90)}\r\n`,
  'POST /api/messages HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nfff',
  'GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n',
];

/** Opens connections, some at a time; each has sent its opening when this ends. */
async function open_many(here, count, bytes_of) {
  const port = Number(new URL(here.service.url).port);
  const sockets = [];
  const open_one = n => new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write(bytes_of(n), resolve));
    socket.on('error', reject);
    socket.resume();
    sockets.push(socket);
  });
  for (let n = 0; n < count; n += 200) await Promise.all(Array.from({length: Math.min(200, count - n)}, (_, m) => open_one(n + m)));
  for (const socket of sockets) socket.removeAllListeners('error').on('error', () => {});
  return sockets;
}

story('attacks: ten thousand connections that say nothing or half a request cost little, and an honest question is answered', async here => {
  const count = Math.min(10_000, descriptors('self') - 300, descriptors(here.service.pid) - 300);
  assert.ok(count >= 500, `only ${count} connections are possible here: raise ulimit -n`);
  await here.ask(here.place('personal'), 'hvem har snerydning?');
  const before = resident_kb(here.service.pid);
  const sockets = await open_many(here, count, n => openings[n % openings.length]);
  await here.ask(here.place('personal'), 'hvem har byggetilladelser?');
  const each = (resident_kb(here.service.pid) - before) / count;
  assert.ok(each < 32 * room(here.service.pid), `${each} KB for each connection`);
  for (const socket of sockets) socket.destroy();
  await here.ask(here.place('personal'), 'hvem har aktindsigt?');
});

story('attacks: hundreds of large bodies that never end share 64 MB, and an honest question is answered', async here => {
  await here.ask(here.place('personal'), 'hvem har snerydning?');
  const before = resident_kb(here.service.pid);
  const body = 'x'.repeat(900_000);
  const sockets = await open_many(here, 400, () => `POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n${body}`);
  const refused = () => here.service.lines.filter(line => line.event === 'http_refused' && line.status === 503).length;
  await here.service.until(() => refused() > 200, () => `most of them to be refused: ${refused()} of 400`);
  await here.ask(here.place('personal'), 'hvem har byggetilladelser?');
  const grown = (resident_kb(here.service.pid) - before) / 1024;
  assert.ok(grown < 200 * room(here.service.pid), `${grown} MB`);
  for (const socket of sockets) socket.destroy();
});
