// The HTTP door: what is no proper request gets a status and a reason, and the service stays up.
import assert from 'node:assert/strict';

import {send, send_raw} from './support/http.mjs';
import {story} from './support/story.mjs';
import {eventually} from './support/wait.mjs';

const authorized = here => ({authorization: `Bearer ${here.teams.token()}`});

/** Every refusal looks the same. */
function reason(answer) {
  const {error} = answer.json;
  assert.ok(error.code.length > 0 && error.message.length > 5, answer.text);
  return error.message;
}

const bad_bodies = {
  'no JSON': ['{"type":', /JSON/i],
  'an array': ['[]', /object/i],
  'nothing': ['', /./],
  'no type': [JSON.stringify({conversation: {id: 'a:1'}}), /type/],
  'a type that is no text': [JSON.stringify({type: 7, conversation: {id: 'a:1'}}), /type/],
  'no conversation': [JSON.stringify({type: 'message', id: '1'}), /conversation/],
  'a conversation without id': [JSON.stringify({type: 'message', id: '1', conversation: {}}), /conversation\.id/],
  'invalid UTF-8': [Buffer.from('{"type":"message","text":"\xff","conversation":{"id":"a:1"}}', 'latin1'), /UTF-8|JSON/i],
  'a thousand brackets': ['['.repeat(1000) + ']'.repeat(1000), /./],
};
story('door: a body that is no activity gets 400 with the reason', async here => {
  for (const [name, [body, expected]] of Object.entries(bad_bodies)) {
    const answer = await here.post(body, authorized(here));
    assert.equal(answer.status, 400, `${name}: ${answer.text}`);
    assert.match(reason(answer), expected, name);
  }
  await here.ask(here.place('personal'), 'hvem har snerydning?');
});

story('door: unknown addresses 404, other methods 405, too much 413', async here => {
  const not_found = await here.get('/nothing/here');
  assert.equal(not_found.status, 404);
  reason(not_found);
  for (const method of ['GET', 'PUT', 'DELETE']) {
    const answer = await send(`${here.service.url}/api/messages`, {method});
    assert.equal(answer.status, 405, method);
    assert.equal(answer.headers.allow, 'POST');
  }
  assert.equal((await send(`${here.service.url}/health/live`, {method: 'POST', body: ''})).status, 405);
  const head = await send(`${here.service.url}/health/live`, {method: 'HEAD'});
  assert.equal(head.status, 200);
  const large = await send_raw(here.service.url, `POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99999999\r\n\r\n`);
  assert.match(large, /^HTTP\/1\.1 413 /);
  await here.ask(here.place('personal'), 'hvem har snerydning?');
});

story('health: live and ready are JSON', async here => {
  const live = await here.get('/health/live');
  assert.equal(live.status, 200);
  assert.equal(live.json.status, 'live');
  await eventually(async () => (await here.get('/health/ready')).status === 200, 'the service to have the keys');
  assert.equal((await here.get('/health/ready')).json.status, 'ready');
});

/** Reads Prometheus' text format strictly; returns name -> value. */
function parse_metrics(text) {
  const values = new Map();
  const types = new Map();
  assert.ok(text.endsWith('\n'));
  for (const line of text.trimEnd().split('\n')) {
    const comment = /^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$/.exec(line);
    if (comment) {
      if (comment[1] === 'TYPE') types.set(comment[2], comment[3]);
      continue;
    }
    const sample = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(\{[^}]*\})? (-?[0-9.eE+-]+|NaN|[+-]Inf)$/.exec(line);
    assert.ok(sample, `a line that is no sample: ${line}`);
    assert.ok(types.has(sample[1]), `no type for ${sample[1]}`);
    values.set(sample[1], Number(sample[3]));
  }
  return values;
}

story('metrics: can be parsed, and count', async here => {
  const before = parse_metrics((await here.get('/metrics')).text);
  const chat = here.place('personal');
  const question = chat.says('hvem har snerydning?');
  await here.deliver(question);
  await here.deliver(question);
  await here.teams.connector.messages_in(chat.id);
  await here.deliver(chat.says('hvem har noget?'), {token: null});
  const answer = await here.get('/metrics');
  assert.match(answer.headers['content-type'], /^text\/plain; version=0\.0\.4/);
  const after = parse_metrics(answer.text);
  const grown = name => after.get(name) - before.get(name);
  assert.equal(grown('indgang_turns_total'), 2);
  assert.equal(grown('indgang_turns_duplicate_total'), 1);
  assert.equal(grown('indgang_refused_unauthorized_total'), 1);
  assert.ok(after.get('indgang_catalogue_tasks') > 0);
  assert.ok(!answer.text.includes('snerydning'));
});
