// Taps on the buttons of our own cards.
import assert from 'node:assert/strict';

import {anna, bo} from './support/activities.mjs';
import {card_actions, card_faults, card_of, card_text} from './support/inspect_activity.mjs';
import {story} from './support/story.mjs';

const card_answer = 'application/vnd.microsoft.card.adaptive';
const sentence_answer = 'application/vnd.microsoft.activity.message';

/** The first Action.Execute whose title fits. */
function button(message, title) {
  const found = [...card_actions(card_of(message.activity))].find(action => action.type === 'Action.Execute' && title.test(action.title ?? ''));
  assert.ok(found, `a button ${title} in ${JSON.stringify(card_of(message.activity))}`);
  return found;
}

/** Checks the envelope of an invoke's answer; returns the text that the user sees. */
function shown(answer) {
  assert.equal(answer.status, 200, answer.text);
  assert.match(answer.headers['content-type'], /^application\/json/);
  const {statusCode, type, value} = answer.json;
  assert.equal(statusCode, 200);
  if (type === sentence_answer) return value;
  assert.equal(type, card_answer);
  assert.deepEqual(card_faults(value), []);
  return card_text(value);
}

story('button: "Forkert person?" is answered in the card', async here => {
  const chat = here.place('personal');
  const message = await here.ask(chat, 'hvem har byggetilladelser?');
  const text = shown(await here.deliver(chat.taps(button(message, /Forkert person/), message.id)));
  assert.match(text, /Hvad er forkert/);
  assert.equal(here.teams.connector.messages.length, 1);
});

story('button: a repeated tap has one effect and the same answer, also with a new activity id', async here => {
  const chat = here.place('personal');
  const message = await here.ask(chat, 'hvem har byggetilladelser?');
  const tap = chat.taps(button(message, /Forkert person/), message.id);
  const first = await here.deliver(tap);
  const same_id = await here.deliver(tap);
  const new_id = await here.deliver({...tap, id: `${tap.id}0`, timestamp: new Date().toISOString()});
  shown(first);
  assert.equal(same_id.text, first.text);
  assert.equal(new_id.text, first.text);
});

story('button: at once and twice is still one effect', async here => {
  const chat = here.place('personal');
  const message = await here.ask(chat, 'hvem har byggetilladelser?');
  const tap = chat.taps(button(message, /Forkert person/), message.id);
  const [one, two] = await Promise.all([here.deliver(tap), here.deliver({...tap, id: `${tap.id}0`})]);
  assert.equal(one.text, two.text);
});

story('button: what two people tap on the same card counts for both', async here => {
  const group = here.place('group');
  const message = await here.ask(group, 'hvem har byggetilladelser?');
  const wrong = button(message, /Forkert person/);
  shown(await here.deliver(group.taps(wrong, message.id, {from: anna})));
  shown(await here.deliver(group.taps(wrong, message.id, {from: bo})));
  const metrics = (await here.get('/metrics')).text;
  assert.match(metrics, /^indgang_turns_duplicate_total 0$/m);
});

story('button: a pick from the list shows that answer', async here => {
  const chat = here.place('personal');
  const message = await here.ask(chat, 'hvem har hjælpemidler?');
  const text = shown(await here.deliver(chat.taps(button(message, /børn/), message.id)));
  assert.ok(text.includes('Ole Bach'), text);
  assert.ok(!text.includes('Nadia Rahimi'), text);
});

story('button: the older Action.Submit does the same', async here => {
  const chat = here.place('personal');
  const message = await here.ask(chat, 'hvem har hjælpemidler?');
  const pick = button(message, /voksne/);
  const data = pick.fallback?.type === 'Action.Submit' ? pick.fallback.data : {...pick.data, verb: pick.verb};
  assert.equal((await here.deliver(chat.submits(data, message.id))).status, 200);
  await here.teams.connector.until(() => {
    const all = here.teams.connector.messages.map(m => card_of(m.activity)).filter(Boolean);
    return all.some(card => card_text(card).includes('Nadia Rahimi') && !card_text(card).includes('Ole Bach'));
  }, 'the answer of the pick');
});

const forged = {
  'an unknown verb': {verb: 'drop_everything', data: {}},
  'ids that do not exist': {verb: 'pick', data: {task: '999999', person: '999999', language: 'da', nonce: 'x1'}},
  'ids that are no numbers': {verb: 'pick', data: {task: '../../etc', person: {}, nonce: []}},
  'no data': {verb: 'wrong_person', data: {}},
};
for (const [name, action] of Object.entries(forged)) {
  story(`button: forged with ${name} does no harm`, async here => {
    const chat = here.place('personal');
    const answer = await here.deliver(chat.taps({title: 'x', ...action}, '1'));
    assert.equal(answer.status, 200, answer.text);
    assert.equal(typeof answer.json.statusCode, 'number');
    assert.equal((await here.deliver(chat.submits({verb: action.verb, ...action.data}, '1'))).status, 200);
    await here.ask(chat, 'hvem har snerydning?');
  });
}
