// The connector fails in every way that is known; what follows is Microsoft's table of errors and what cannot be known.
import assert from 'node:assert/strict';

import {anna} from './support/activities.mjs';
import {visible_text} from './support/inspect_activity.mjs';
import {step} from './support/connector.mjs';
import {story} from './support/story.mjs';
import {gate} from './support/wait.mjs';

/** Asks with the connector told to fail; waits for the end of the message; returns the ledger's row. */
async function ask_with(here, steps, state) {
  const chat = here.place('personal');
  here.teams.connector.plan(steps, chat.id);
  const answer = await here.deliver(chat.says('hvem har snerydning?'));
  assert.equal(answer.status, 200, 'what the connector does is no business of the one who asks');
  const row = await here.outcome(state);
  const requests = here.teams.connector.requests.filter(r => r.conversation === chat.id);
  const shown = here.teams.connector.messages.filter(m => m.conversation === chat.id).length;
  return {row, requests, shown, chat};
}

/** name, steps, final state, requests, messages that the user sees, what stands in the ledger */
const outcomes = [
  ['429 without Retry-After is repeated', [step.throttled()], 'sent', 2, 1, ''],
  ['429 twice is repeated', [step.throttled(1), step.throttled()], 'sent', 3, 1, ''],
  ['412 is repeated', [step.error(412, 'PreconditionFailed')], 'sent', 2, 1, ''],
  ['502 is repeated once', [step.error(502, 'BadGateway')], 'sent', 2, 1, ''],
  ['503 twice is uncertain', [step.error(503, 'ServiceUnavailable'), step.error(503, 'ServiceUnavailable')], 'uncertain', 2, 0, '503'],
  ['504 is repeated once', [step.error(504, 'GatewayTimeout')], 'sent', 2, 1, ''],
  ['500 is not repeated', [step.error(500, 'ServiceError')], 'uncertain', 1, 0, '500'],
  ['stored and then 500 is not doubled', [step.stored_then(500)], 'uncertain', 1, 1, '500'],
  ['stored and then 502 is doubled at most once', [step.stored_then(502)], 'sent', 2, 2, ''],
  ['a connection cut before reading is repeated', [step.cut_before()], 'sent', 2, 1, ''],
  ['a connection cut after reading is repeated once', [step.cut_after({store: false})], 'sent', 2, 1, ''],
  ['a connection cut twice is uncertain', [step.cut_after({store: false}), step.cut_after({store: false})], 'uncertain', 2, 0, ''],
  ['401 twice is given up', [step.error(401, 'BotNotRegistered'), step.error(401, 'BotNotRegistered')], 'given_up', 2, 0, '401 BotNotRegistered'],
  ['400 is given up', [step.error(400, 'BadArgument')], 'given_up', 1, 0, '400 BadArgument'],
  ['413 is given up', [step.error(413, 'MessageSizeTooBig')], 'given_up', 1, 0, '413 MessageSizeTooBig'],
  ['404 is given up where no chat can be made anew', [step.error(404, 'ConversationNotFound')], 'given_up', 1, 0, '403 ForbiddenOperationException'],
  ['403 not in the roster is given up', [step.error(403, 'BotNotInConversationRoster')], 'given_up', 1, 0, '403 BotNotInConversationRoster'],
  ['403 with JSON in a string is understood', [step.sub_code(403, 'MessageWritesBlocked')], 'given_up', 1, 0, '403 MessageWritesBlocked'],
];
for (const [name, steps, state, requests, shown, error] of outcomes) {
  story(`delivery: ${name}`, async here => {
    const seen = await ask_with(here, steps, state);
    assert.equal(seen.requests.length, requests, here.teams.connector.describe());
    assert.equal(seen.shown, shown);
    assert.ok(seen.row.error.startsWith(error) || (error !== '' && seen.row.error.includes(error)), seen.row.error);
  });
}

story('delivery: Retry-After is kept', async here => {
  const {requests} = await ask_with(here, [step.throttled(3)], 'sent');
  const waited = requests[1].at - requests[0].at;
  assert.ok(waited >= 2950, `waited ${waited} ms`);
});

story('delivery: a connector that is down is tried until it is back', async here => {
  const chat = here.place('personal');
  await here.teams.connector.down();
  assert.equal((await here.deliver(chat.says('hvem har snerydning?'))).status, 200);
  await here.service.log(line => line.event === 'delivery', 'of the first try');
  await here.teams.connector.up();
  await here.teams.connector.messages_in(chat.id);
  assert.equal((await here.outcome('sent')).state, 'sent');
});

story('delivery: where we were thrown out, nothing is sent until we hear from it', async here => {
  const {chat} = await ask_with(here, [step.error(403, 'BotNotInConversationRoster')], 'given_up');
  await here.ask(chat, 'hvem har byggetilladelser?');
});

story('delivery: a chat that somebody deleted is made anew, and takes the answer', async here => {
  const chat = here.place('personal', anna.aadObjectId);
  here.teams.connector.delete_chat(chat.id);
  assert.equal((await here.deliver(chat.says('hvem har snerydning?'))).status, 200);
  await here.outcome('sent');
  const [answer] = here.teams.connector.messages_to(anna.aadObjectId);
  assert.ok(visible_text(answer.activity).includes('Mads Thorup'));
  assert.notEqual(answer.conversation, chat.id);
});

story('delivery: one conversation does not hold up another', async here => {
  const [slow, quick] = [here.place('personal'), here.place('personal')];
  const held = gate();
  here.teams.connector.plan([step.held(held.opened)], slow.id);
  await here.deliver(slow.says('hvem har snerydning?'));
  await here.teams.connector.requests_for(slow.id);
  await here.ask(quick, 'hvem har byggetilladelser?');
  held.open();
  await here.teams.connector.messages_in(slow.id);
});

story('delivery: answers in a conversation keep their order over a failure', async here => {
  const chat = here.place('personal');
  here.teams.connector.plan([step.throttled()], chat.id);
  await here.deliver(chat.says('hvem har snerydning?'));
  await here.deliver(chat.says('hvem har byggetilladelser?'));
  const [first, second] = await here.teams.connector.messages_in(chat.id, 2);
  assert.ok(visible_text(first.activity).includes('Mads Thorup'));
  assert.ok(visible_text(second.activity).includes('Karen Vestergaard'));
});
