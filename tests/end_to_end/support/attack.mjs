// One attack, and what holds after each: the right status, an honest line in the log that repeats nothing of what came, nothing
// sent, nobody asked.
import assert from 'node:assert/strict';

import {send_raw} from './http.mjs';

/** A request as bytes: `lines` are header lines in full. */
export function request_bytes({method = 'POST', target = '/api/messages', lines = [], body = ''}) {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body);
  const head = [`${method} ${target} HTTP/1.1`, 'Host: indgang.sundkoebing.example', 'Content-Type: application/json', `Content-Length: ${bytes.length}`,
    'Connection: close', ...lines].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), bytes]);
}

/** The answers on a connection: [{status, head, body}]. */
export function answers_in(text) {
  const answers = [];
  for (let rest = text; rest.length > 0;) {
    const end = rest.indexOf('\r\n\r\n');
    const status = /^HTTP\/1\.1 (\d{3}) /.exec(rest);
    assert.ok(end > 0 && status, `no HTTP answer: ${JSON.stringify(rest.slice(0, 200))}`);
    const head = rest.slice(0, end);
    const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? 0);
    answers.push({status: Number(status[1]), head, body: rest.slice(end + 4, end + 4 + length)});
    rest = rest.slice(end + 4 + length);
  }
  return answers;
}

/** What whoever is refused gets to read: never why. */
const said = {
  401: 'A valid token is needed.',
  403: 'This bot does not take that activity.',
  503: 'Tokens cannot be checked at the moment. Send it again later.',
};
const words_alone = /^[a-z0-9_]+$/;
const dumb_lines = {refused: ['status', 'reason'], http_refused: ['status'], activity_malformed: ['reason']};

/** What the service has said and sent so far, to be compared with later. */
export function watch(here, trap) {
  const requests = here.teams.connector.requests.length;
  const keys = here.teams.key_server.requests.keys;
  const lines = here.service.lines.length;
  return {
    fresh: () => here.service.lines.slice(lines),
    /** Waits for the line that tells of the refusal, and looks at it. */
    async refusal(name, {event = 'refused', status, reason}) {
      const line = await here.service.until(() => here.service.lines.slice(lines).find(l => l.event === event), () => `${name}: a line ${event}; the log: ${JSON.stringify(here.service.lines.slice(lines))}`);
      assert.equal(line.level, 'warn', name);
      const members = Object.keys(line).filter(key => !['time', 'level', 'event'].includes(key));
      assert.deepEqual(members, dumb_lines[event], `${name}: ${JSON.stringify(line)}`);
      if (status !== undefined) assert.equal(line.status, status, `${name}: ${JSON.stringify(line)}`);
      if (event === 'refused') assert.match(line.reason, words_alone, name);
      if (reason !== undefined) assert.match(line.reason, new RegExp(`^(${reason})$`), name);
    },
    /** Nothing left, nobody was asked. */
    nothing_happened(name) {
      assert.equal(here.teams.connector.requests.length, requests, `${name}: ${here.teams.connector.describe()}`);
      assert.deepEqual(trap?.caught ?? [], [], `${name}: an address of the attacker was asked`);
      assert.ok(here.teams.key_server.requests.keys <= keys + 1, `${name}: the key server was asked again and again`);
      const turns = here.service.lines.slice(lines).filter(line => line.event === 'turn');
      assert.deepEqual(turns, [], `${name}: it was taken as a turn`);
    },
  };
}

/** Sends the bytes and checks all of it. `expected`: status, and `reason` (an expression) or `event`. */
export async function attack(here, trap, name, bytes, expected) {
  const seen = watch(here, trap);
  const answers = answers_in(await send_raw(here.service.url, bytes));
  assert.equal(answers.length, 1, `${name}: ${answers.map(a => a.status).join(', ')}`);
  const [answer] = answers;
  assert.equal(answer.status, expected.status, `${name}: ${answer.status} ${answer.body}`);
  if (said[expected.status]) assert.equal(JSON.parse(answer.body).error.message, said[expected.status], `${name}: the answer explains`);
  if (answer.status === 401) assert.match(answer.head, /^www-authenticate: Bearer$/im, name);
  await seen.refusal(name, expected);
  seen.nothing_happened(name);
}
