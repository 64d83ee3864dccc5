// A question that nobody was found for: from the one who asks to an owner of the catalogue and back, through the whole program.
import assert from 'node:assert/strict';

import {anna, bo} from './support/activities.mjs';
import {card_actions, card_of, visible_text} from './support/inspect_activity.mjs';
import {story} from './support/story.mjs';

const owned = {settings: {INDGANG_CATALOGUE_OWNERS: bo.aadObjectId}};

function button(message, title) {
  const found = [...card_actions(card_of(message.activity))].find(action => action.type === 'Action.Execute' && title.test(action.title ?? ''));
  assert.ok(found, `a button ${title} in ${JSON.stringify(card_of(message.activity))}`);
  return found;
}

story('open question: the owner answers in words, the asker is told once, the word is learned', owned, async here => {
  const owner = here.place('personal');
  const asker = here.place('personal');
  const in_words = (text, options) => here.ask(owner, text, {from: bo, ...options});
  await in_words('hej');
  const none = await here.ask(asker, 'hvem har drager?');
  const tap = asker.taps(button(none, /Send til katalogansvarlig/), none.id, {from: anna});
  const [thanks, again] = [await here.deliver(tap), await here.deliver({...tap, id: `${tap.id}0`})];
  assert.match(thanks.text, /Sendt til den katalogansvarlige/);
  assert.equal(again.text, thanks.text);
  const asked = (await here.teams.connector.messages_in(owner.id, 2))[1];
  assert.match(visible_text(asked.activity), /Hvem har »drager«/);
  const gaps = await here.command(['export', 'gaps']);
  assert.match(gaps.stdout, /question;drager;;;1;open;/);

  const near = await in_words('hvem har byggetilladelser?');
  const name = visible_text(near.activity).match(/([A-ZÆØÅ]\S+ [A-ZÆØÅ]\S+)/u)[1];
  let reply = await in_words(`det er ${name}`);
  const several = [...card_actions(card_of(reply.activity))].filter(action => action.verb === 'answer_question');
  if (several.length > 0) {
    const answered = await here.deliver(owner.taps(several[0], reply.id, {from: bo}));
    assert.match(answered.text, /har fået svaret/);
    const learn = JSON.parse(answered.text).value.body.flatMap(part => part.actions ?? []).find(action => action.verb === 'learn_word');
    assert.match((await here.deliver(owner.taps(learn, reply.id, {from: bo}))).text, /Det er husket/);
  } else {
    assert.match((await here.deliver(owner.taps(button(reply, /Ja/), reply.id, {from: bo}))).text, /Det er husket/);
  }
  const told = (await here.teams.connector.messages_in(asker.id, 2))[1];
  assert.match(visible_text(told.activity), /Den katalogansvarlige har svaret/);
  const found = await here.ask(asker, 'hvem har drager?');
  assert.match(visible_text(found.activity), new RegExp(name));
  assert.equal(here.teams.connector.messages.filter(m => m.conversation === asker.id).length, 3);
});

story('open question: who is no owner cannot answer with the owner\'s card', owned, async here => {
  const owner = here.place('personal');
  const asker = here.place('personal');
  await here.ask(owner, 'hej', {from: bo});
  const none = await here.ask(asker, 'hvem har drager?');
  await here.deliver(asker.taps(button(none, /Send til katalogansvarlig/), none.id));
  const asked = (await here.teams.connector.messages_in(owner.id, 2))[1];
  const refused = await here.deliver(asker.taps(button(asked, /Afvis/), asked.id, {from: anna}));
  assert.match(refused.text, /Det kan kun den katalogansvarlige svare på/);
  assert.match((await here.command(['export', 'gaps'])).stdout, /question;drager;;;1;open;/);
});
