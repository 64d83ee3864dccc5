// HTTP as no honest client speaks it. Behind each broken request stands a good one with a good token: if the service took it, a
// request could be smuggled past a proxy.
import assert from 'node:assert/strict';
import net from 'node:net';

import {answers_in, watch} from './support/attack.mjs';
import {send, send_raw} from './support/http.mjs';
import {story} from './support/story.mjs';

const host = 'Host: indgang.sundkoebing.example\r\n';
const post = (lines, body = '') => `POST /api/messages HTTP/1.1\r\n${host}Content-Type: application/json\r\n${lines}\r\n${body}`;
const authorized = here => `Authorization: Bearer ${here.teams.token()}\r\n`;
const question = here => JSON.stringify(here.place('personal').says('hvem har snerydning?'));
/** A good request in full. */
function good(here, more = '') {
  const body = Buffer.from(question(here));
  return post(`${authorized(here)}${more}Content-Length: ${body.length}\r\n`, body.toString('latin1'));
}
const chunk = text => `${text.length.toString(16)}\r\n${text}\r\n`;
const latin = text => Buffer.from(text).toString('latin1');
const chunked = (here, make) => post(`${authorized(here)}Transfer-Encoding: chunked\r\n`, make(latin(question(here))));
const with_length = (here, line) => { const body = latin(question(here)); return post(`${authorized(here)}${line(body.length)}\r\n`, body); };

/** What -> [status, bytes]. */
const framing = {
  'a length and chunks': [400, here => post(`${authorized(here)}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n`, '0\r\n\r\n')],
  'chunks and a length': [400, here => post(`${authorized(here)}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n`, '0\r\n\r\n')],
  'two lengths that differ': [400, here => post(`${authorized(here)}Content-Length: 3\r\nContent-Length: 5\r\n`, 'abc')],
  'two lengths that agree': [400, here => with_length(here, n => `Content-Length: ${n}\r\nContent-Length: ${n}`)],
  'a list of lengths': [400, here => with_length(here, n => `Content-Length: ${n}, ${n}`)],
  'a length with a plus': [400, here => with_length(here, n => `Content-Length: +${n}`)],
  'a negative length': [400, here => with_length(here, n => `Content-Length: -${n}`)],
  'a hexadecimal length': [400, here => with_length(here, n => `Content-Length: 0x${n.toString(16)}`)],
  'a length with a fraction': [400, here => with_length(here, n => `Content-Length: ${n}.0`)],
  'a length with a blank inside': [400, here => with_length(here, () => 'Content-Length: 1 0')],
  'a length in another script': [400, here => with_length(here, () => `Content-Length: ${latin('٣')}`)],
  'no length after the colon': [400, here => with_length(here, () => 'Content-Length:')],
  'a length beyond 64 bits': [400, here => with_length(here, () => 'Content-Length: 18446744073709551617')],
  'a length with a blank before the colon': [400, here => with_length(here, n => `Content-Length : ${n}`)],
  'a length of a terabyte': [413, here => with_length(here, () => 'Content-Length: 1099511627776')],
  'an encoding that looks chunked': [400, here => post(`${authorized(here)}Transfer-Encoding: xchunked\r\n`, '0\r\n\r\n')],
  'chunked twice': [400, here => post(`${authorized(here)}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n`, '0\r\n\r\n')],
  'chunked, then identity': [400, here => post(`${authorized(here)}Transfer-Encoding: chunked, identity\r\n`, '0\r\n\r\n')],
  'chunked behind a vertical tab': [400, here => post(`${authorized(here)}Transfer-Encoding:\vchunked\r\n`, '0\r\n\r\n')],
  'chunked on the next line': [400, here => post(`${authorized(here)}Transfer-Encoding:\r\n xchunked\r\n`, '0\r\n\r\n')],
  'gzip, chunked': [400, here => post(`${authorized(here)}Transfer-Encoding: gzip, chunked\r\n`, '0\r\n\r\n')],
  'chunks in HTTP/1.0': [400, here => `POST /api/messages HTTP/1.0\r\n${authorized(here)}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
  'a chunk size that is no number': [400, here => chunked(here, text => `zz\r\n${text}\r\n0\r\n\r\n`)],
  'a chunk size with 0x': [400, here => chunked(here, text => `0x${chunk(text)}0\r\n\r\n`)],
  'a negative chunk size': [400, here => chunked(here, text => `-1\r\n${text}\r\n0\r\n\r\n`)],
  'a chunk size beyond 64 bits': [400, here => chunked(here, text => `10000000000000001\r\n${text}\r\n0\r\n\r\n`)],
  'a chunk size of a terabyte': [413, here => chunked(here, text => `10000000000\r\n${text}\r\n0\r\n\r\n`)],
  'a chunk without its line break': [400, here => chunked(here, text => `${text.length.toString(16)}\r\n${text}0\r\n\r\n`)],
  'a chunk that is longer than it says': [400, here => chunked(here, text => `${(text.length - 3).toString(16)}\r\n${text}\r\n0\r\n\r\n`)],
  'a chunk with a bare line feed': [400, here => chunked(here, text => `${text.length.toString(16)}\n${text}\n0\n\n`)],
  'a chunk\'s extension without end': [431, here => chunked(here, text => `${text.length.toString(16)};${'x'.repeat(20_000)}`)],
  'a length among the trailers': [400, here => chunked(here, text => `${chunk(text)}0\r\nContent-Length: 9\r\n\r\n`)],
  'a flood of trailers': [431, here => chunked(here, text => `${chunk(text)}0\r\n${'X: y\r\n'.repeat(5_000)}`)],
};
const headers = {
  'a hundred and one lines': [431, here => good(here, 'a:\r\n'.repeat(97))],
  'a flood of headers': [431, here => post(`${authorized(here)}${Array.from({length: 3_000}, (_, n) => `X-${n}: y\r\n`).join('')}Content-Length: 0\r\n`)],
  'a header that is too long': [431, here => post(`${authorized(here)}X: ${'y'.repeat(100_000)}\r\nContent-Length: 0\r\n`)],
  'a header that never ends': [431, here => `POST /api/messages HTTP/1.1\r\n${host}X: ${'y'.repeat(20_000)}`],
  'a method that never ends': [/400|431/, () => 'P'.repeat(20_000)],
  'a target that never ends': [431, () => `GET /${'x'.repeat(20_000)}`],
  'a NUL in a value': [400, here => post(`${authorized(here)}X: a\0b\r\nContent-Length: 0\r\n`)],
  'a control byte in a value': [400, here => post(`${authorized(here)}X: a\x08b\r\nContent-Length: 0\r\n`)],
  'a DEL in a value': [400, here => post(`${authorized(here)}X: a\x7fb\r\nContent-Length: 0\r\n`)],
  'a carriage return in a value': [400, here => post(`${authorized(here)}X: a\rb\r\nContent-Length: 0\r\n`)],
  'a name with a blank': [400, here => post(`${authorized(here)}X Y: a\r\nContent-Length: 0\r\n`)],
  'a name of no letters': [400, here => post(`${authorized(here)}: a\r\nContent-Length: 0\r\n`)],
  'a line without a colon': [400, here => post(`${authorized(here)}nonsense\r\nContent-Length: 0\r\n`)],
  'lines that end in bare line feeds': [/400|505/, here => post(`${authorized(here)}Content-Length: 0\r\n`).replaceAll('\r\n', '\n')],
  'a header that begins with a blank': [400, here => `POST /api/messages HTTP/1.1\r\n ${host}${authorized(here)}Content-Length: 0\r\n\r\n`],
  'no host': [400, here => `POST /api/messages HTTP/1.1\r\n${authorized(here)}Content-Length: 0\r\n\r\n`],
  'two hosts': [400, here => post(`${host}${authorized(here)}Content-Length: 0\r\n`)],
  'an expectation that nobody meets': [417, here => post(`${authorized(here)}Expect: miracles\r\nContent-Length: 9\r\n`)],
  'no HTTP at all': [400, () => 'hello\r\n\r\n'],
  'a greeting of TLS': [400, () => '\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03 and so on\r\n\r\n'],
  'the preface of HTTP/2': [/400|505/, () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  'HTTP/0.9': [400, () => 'GET /health/live\r\n\r\n'],
  'HTTP/1.2': [505, here => good(here).replace('HTTP/1.1', 'HTTP/1.2')],
  'HTTP/3.7': [505, here => good(here).replace('HTTP/1.1', 'HTTP/3.7')],
  'the target of a tunnel': [400, () => `CONNECT evil.example:443 HTTP/1.1\r\n${host}\r\n`],
  'a target without a slash': [400, () => `GET health/live HTTP/1.1\r\n${host}\r\n`],
  'a target with a blank': [/400|505/, () => `GET /health/live x HTTP/1.1\r\n${host}\r\n`],
  'a target with a NUL': [400, () => `GET /health/live\0 HTTP/1.1\r\n${host}\r\n`],
  'a target in another scheme': [400, () => `GET file:///etc/hostname HTTP/1.1\r\n${host}\r\n`],
};

for (const [name, table] of Object.entries({framing, headers})) {
  story(`attacks: ${Object.keys(table).length} requests with broken ${name} are refused, and nothing behind them is taken`, async here => {
    for (const [what, [status, make]] of Object.entries(table)) {
      const seen = watch(here);
      const text = await send_raw(here.service.url, Buffer.from(make(here) + good(here, 'Connection: close\r\n'), 'latin1'));
      const answers = answers_in(text);
      assert.equal(answers.length, 1, `${what}: ${text}`);
      assert.match(String(answers[0].status), status instanceof RegExp ? status : new RegExp(`^${status}$`), `${what}: ${text}`);
      assert.match(answers[0].head, /^connection: close$/im, what);
      await seen.refusal(what, {event: 'http_refused', status: answers[0].status});
      seen.nothing_happened(what);
    }
    await here.ask(here.place('personal'), 'hvem har snerydning?');
  });
}

/** Odd, and allowed: what comes behind them is the next request, and both are taken. */
const allowed = {
  'chunks': here => chunked(here, text => `${chunk(text.slice(0, 10))}${chunk(text.slice(10))}0\r\n\r\n`),
  'a chunk\'s extension': here => chunked(here, text => `${text.length.toString(16)};a=b;c="d"\r\n${text}\r\n0\r\n\r\n`),
  'trailers that look like headers': here => chunked(here, text => `${chunk(text)}0\r\nAuthorization: Bearer x\r\nHost: evil.example\r\n\r\n`),
  'zeros before a length': here => with_length(here, n => `Content-Length: 000${n}`),
  'an expectation': here => good(here, 'Expect: 100-continue\r\n'),
  'a hundred lines': here => good(here, 'a:\r\n'.repeat(96)),
  'an absolute target': here => good(here).replace('POST /api', 'POST http://evil.example/api'),
  'a slash at the end': here => good(here).replace('/api/messages', '/api/messages/'),
  'a query': here => good(here).replace('/api/messages', '/api/messages?a=b&c'),
};
story('attacks: what is odd and allowed is taken once, and so is the request behind it', async here => {
  for (const [what, make] of Object.entries(allowed)) {
    const before = here.teams.connector.messages.length;
    const text = await send_raw(here.service.url, Buffer.from(make(here) + good(here, 'Connection: close\r\n'), 'latin1'));
    const answers = answers_in(text.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, ''));
    assert.deepEqual(answers.map(answer => answer.status), [200, 200], `${what}: ${text}`);
    await here.teams.connector.until(() => here.teams.connector.messages.length === before + 2, `${what}: two answers`);
  }
});

story('attacks: many requests at once on one connection are answered in their order, up to the first that is broken', async here => {
  const requests = Array.from({length: 50}, (_, n) => (n % 2 ? `GET /nothing HTTP/1.1\r\n${host}\r\n` : `GET /health/live HTTP/1.1\r\n${host}\r\n`));
  const text = await send_raw(here.service.url, `${requests.join('')}GARBAGE\r\n\r\n${requests.join('')}`);
  assert.deepEqual(answers_in(text).map(answer => answer.status), [...requests.map((_, n) => (n % 2 ? 404 : 200)), 400]);
});

const nowhere = ['/../etc/hostname', '/api/../api/messages/x', '/api/messages/../../health/live', '/%2e%2e/%2e%2e/etc/passwd', '/api%2Fmessages', '//api/messages', '/API/MESSAGES', '/api/messages%00',
  '/api/messages;x=y', '/health/live%20', '/metrics/', '/calendar/', '/calendar/../metrics', '/calendar/..%2fmetrics', '/answers/', '/answers/../../indgang.db', '/.git/config', '/indgang.db', '/\\..\\', '/%', '/api/messages%0d%0aX:y', '/?/api/messages'];
story('attacks: paths that lead elsewhere are 404 and read no file; other methods are 405', async here => {
  const seen = watch(here);
  for (const path of nowhere) {
    const text = await send_raw(here.service.url, `GET ${path} HTTP/1.1\r\n${host}Connection: close\r\n\r\n`);
    assert.match(text, /^HTTP\/1\.1 404 /, path);
    assert.ok(!text.includes('SQLite') && !/etc|%|\.\./.test(answers_in(text)[0].body), `${path}: ${text}`);
  }
  for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'post', 'X', 'POSTPOST']) {
    const text = await send_raw(here.service.url, `${method} /api/messages HTTP/1.1\r\n${host}X-Secret: abc\r\nConnection: close\r\n\r\n`);
    const [answer] = answers_in(text);
    assert.equal(answer.status, 405, method);
    assert.match(answer.head, /^allow: POST$/im, method);
    assert.ok(!answer.body.includes('X-Secret'), `${method} gives back what came`);
  }
  for (const path of ['/health/live', '/metrics', '/calendar/x.ics', '/answers/x.csv']) assert.equal((await send(`${here.service.url}${path}`, {method: 'POST', body: 'x'})).status, 405);
  seen.nothing_happened('paths and methods');
});

story('attacks: a client that leaves at every byte of a request leaves nothing behind', async here => {
  const bytes = Buffer.from(good(here), 'latin1');
  const seen = watch(here);
  for (let cut = 1; cut < bytes.length; cut += 7) {
    await new Promise((resolve, reject) => {
      const socket = net.connect(Number(new URL(here.service.url).port), '127.0.0.1', () => socket.write(bytes.subarray(0, cut), () => socket.resetAndDestroy()));
      socket.on('close', resolve).on('error', error => (error.code === 'ECONNRESET' ? resolve() : reject(error)));
    });
  }
  seen.nothing_happened('half requests');
  await here.ask(here.place('personal'), 'hvem har snerydning?');
});
