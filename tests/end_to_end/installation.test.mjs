// The bot comes into conversations and is taken out again.
import assert from 'node:assert/strict';

import {visible_text} from './support/inspect_activity.mjs';
import {step} from './support/connector.mjs';
import {story} from './support/story.mjs';

const seen_in = (here, place) => here.teams.connector.messages.filter(m => m.conversation === place.id).length;

for (const kind of ['personal', 'group', 'channel']) {
  story(`installation: one welcome in a ${kind}, though Teams tells of it twice at the same time`, async here => {
    const place = here.place(kind);
    const answers = await Promise.all(place.installation().map(activity => here.deliver(activity)));
    assert.deepEqual(answers.map(answer => answer.status), [200, 200]);
    const [welcome] = await here.teams.connector.messages_in(place.id);
    assert.match(visible_text(welcome.activity), /Indgang|kolleg/);
    for (const activity of place.installation()) await here.deliver(activity);
    await here.ask(place, 'hvem har snerydning?');
    assert.equal(seen_in(here, place), 2);
  });
}

story('removal: what still waited is not sent', async here => {
  const place = here.place('personal');
  here.teams.connector.plan([step.throttled(2)], place.id);
  assert.equal((await here.deliver(place.says('hvem har snerydning?'))).status, 200);
  await here.teams.connector.requests_for(place.id);
  assert.equal((await here.deliver(place.removal())).status, 200);
  await here.outcome('given_up');
  await here.ask(here.place('personal'), 'hvem har snerydning?');
  assert.equal(seen_in(here, place), 0);
});

story('removal: a new installation is welcomed again', async here => {
  const place = here.place('personal');
  for (const activity of place.installation()) await here.deliver(activity);
  await here.teams.connector.messages_in(place.id, 1);
  await here.deliver(place.removal());
  for (const activity of place.installation()) await here.deliver(activity);
  await here.teams.connector.messages_in(place.id, 2);
});

const quiet = {
  'a reaction': ['messageReaction', {reactionsAdded: [{type: 'like'}], replyToId: '1'}],
  'an edited message': ['messageUpdate', {text: 'hvem har snerydning?', channelData: undefined}],
  'a deleted message': ['messageDelete', {}],
  'typing': ['typing', {}],
  'an event': ['event', {name: 'application/vnd.microsoft.readReceipt', value: {lastReadMessageId: '1'}}],
  'a member who joins': ['conversationUpdate', {membersAdded: [{id: '29:1Somebody'}]}],
  'a renamed team': ['conversationUpdate', {}],
  'an upgrade': ['installationUpdate', {action: 'add-upgrade'}],
  'a type that nobody knows yet': ['holographicGesture', {value: {deep: [[[1]]]}}],
  'a message without text': ['message', {}],
};
story('other activities: all of them get 200', async here => {
  const place = here.place('personal');
  for (const [name, [type, members]] of Object.entries(quiet)) {
    const activity = place.other(type, members.channelData === undefined && 'channelData' in members ? {...members, channelData: {eventType: 'editMessage', tenant: {id: '99999999-2222-4222-8222-999999999999'}}} : members);
    const answer = await here.deliver(activity);
    assert.equal(answer.status, 200, `${name}: ${answer.text}`);
    assert.equal(answer.text, '', name);
  }
  await here.ask(here.place('personal'), 'hvem har snerydning?');
  assert.ok(here.teams.connector.messages.filter(m => m.conversation === place.id).length <= 2, 'only an upgrade or an empty message may be answered');
});

story('other activities: an unknown invoke gets 501', async here => {
  const answer = await here.deliver(here.place('personal').other('invoke', {name: 'composeExtension/query', value: {}}));
  assert.equal(answer.status, 501, answer.text);
});
