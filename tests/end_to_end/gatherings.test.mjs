// Gatherings through the real wire: fifty are invited, chats are made, people answer, forms are filled in.
import assert from 'node:assert/strict';

import {step} from './support/connector.mjs';
import {button, chat_of, coordinator, draft, invitations_of, members, options} from './support/gatherings.mjs';
import {card_actions, card_faults, filled_in, visible_text} from './support/inspect_activity.mjs';
import {story} from './support/story.mjs';

const install_all = here => members.filter(who => who !== coordinator).forEach(who => here.teams.connector.install(who.aadObjectId));

/** Plans and sends; returns the coordinator's chat. */
async function invite(here, place, extra) {
  const {chat, message} = await draft(here, place, extra);
  const answer = await here.deliver(chat.taps(button(message, /^Send$/), message.id, {from: coordinator}));
  assert.equal(answer.status, 200, answer.text);
  return chat;
}

const all_have_one = (here, place, who = members) => who.every(one => invitations_of(here, one, place).length === 1);

/** Waits until the coordinator's card says this. */
const status_says = (here, chat, pattern) => here.teams.connector.until(
  () => here.teams.connector.messages.find(m => m.conversation === chat.id && pattern.test(visible_text(m.activity))),
  () => `${pattern} on the coordinator's card:\n${here.teams.connector.messages.filter(m => m.conversation === chat.id).map(m => visible_text(m.activity)).join('\n--\n')}`);

story('gathering: fifty are invited in chats that are made for them, at Teams\' pace, and the coordinator sees how far it is', options, async here => {
  here.teams.connector.per_second = 50;
  install_all(here);
  here.teams.connector.plan([step.throttled(1), step.error(503, 'ServiceUnavailable')], `user ${members[7].aadObjectId}`);
  const chat = await invite(here, 'Sal A');
  await here.teams.connector.until(() => all_have_one(here, 'Sal A'), () => `one invitation for each; ${here.teams.connector.describe()}`);
  await status_says(here, chat, new RegExp(`[Ss]endt til (alle )?${members.length}`));
  const edits = here.teams.connector.requests.filter(r => r.method === 'PUT' && r.conversation === chat.id).length;
  assert.ok(edits <= 20, `${edits} edits of the coordinator's card`);
  assert.ok(all_have_one(here, 'Sal A'));
});

story('gathering: who has not got the app, and who blocked us, stand on the coordinator\'s card', options, async here => {
  install_all(here);
  const [absent, blocked] = members.filter(who => who !== coordinator);
  here.teams.connector.installed.delete(absent.aadObjectId);
  here.teams.connector.plan([step.sub_code(403, 'MessageWritesBlocked')], here.teams.connector.installed.get(blocked.aadObjectId));
  const chat = await invite(here, 'Sal B');
  const {activity} = await status_says(here, chat, new RegExp(`[Ss]endt til ${members.length - 2}`));
  for (const who of [absent, blocked]) assert.ok(visible_text(activity).includes(who.name), visible_text(activity));
  assert.equal(here.teams.connector.requests.filter(r => r.conversation === `user ${absent.aadObjectId}`).length, 1, 'asked for once');
  const to_blocked = () => here.teams.connector.requests.filter(r => r.conversation === here.teams.connector.installed.get(blocked.aadObjectId)).length;
  assert.equal(to_blocked(), 1, 'not tried again');
  const next = await status_says(here, await invite(here, 'Sal BB'), new RegExp(`Sal BB[^]*[Ss]endt til ${members.length - 2}`));
  assert.ok(visible_text(next.activity).includes(blocked.name), visible_text(next.activity));
  assert.equal(to_blocked(), 1, 'nor written to again');
});

story('gathering: an answer by one tap changes the card, and a repeated one nothing', options, async here => {
  install_all(here);
  const chat = await invite(here, 'Sal C');
  await here.teams.connector.until(() => all_have_one(here, 'Sal C'), 'the invitations');
  const who = members.find(one => one !== coordinator);
  const [invitation] = invitations_of(here, who, 'Sal C');
  const tap = chat_of(here, who).taps(button(invitation, /^Kommer$/), invitation.id, {from: who});
  const first = await here.deliver(tap);
  assert.equal(first.json.statusCode, 200, first.text);
  assert.equal((await here.deliver({...tap, id: `${tap.id}0`})).text, first.text);
  await status_says(here, chat, /1 kommer/);
});

story('gathering: the form of [Ret] changes the draft, once', options, async here => {
  const {chat, message} = await draft(here, 'Lokale 4');
  const opening = chat.opens(button(message, /^Ret/), message.id, {from: coordinator});
  const opened = await here.deliver(opening);
  assert.equal(opened.status, 200, opened.text);
  assert.equal(opened.json.task.type, 'continue');
  assert.equal((await here.deliver(opening)).text, opened.text, 'a repeated delivery gets the same form');
  const form = opened.json.task.value.card.content;
  assert.deepEqual(card_faults(form), []);
  const submit = [...card_actions(form)].find(action => action.type === 'Action.Submit');
  const sent = chat.sends_form(submit, filled_in(form, {place: 'Lokale 5'}), {from: coordinator});
  const first = await here.deliver(sent);
  assert.equal(first.status, 200, first.text);
  assert.equal((await here.deliver({...sent, id: `${sent.id}0`})).text, first.text);
  await here.teams.connector.until(() => here.teams.connector.messages.some(m => m.conversation === chat.id && visible_text(m.activity).includes('Lokale 5')), 'the changed draft');
  assert.match((await here.get('/metrics')).text, /^indgang_turns_duplicate_total 2$/m);
});

story('gathering: after a move every card is edited; a deleted card and a deleted chat get a new one', options, async here => {
  install_all(here);
  const chat = await invite(here, 'Lokale 6');
  await here.teams.connector.until(() => all_have_one(here, 'Lokale 6'), 'the invitations');
  const [one, other] = members.filter(who => who !== coordinator);
  here.teams.connector.delete_message(invitations_of(here, one, 'Lokale 6')[0].id);
  here.teams.connector.delete_chat(here.teams.connector.chat_of(other.aadObjectId));
  await here.ask(chat, 'mødet er flyttet til Lokale 7', {from: coordinator});
  const question = here.teams.connector.messages.filter(m => m.conversation === chat.id).at(-1);
  assert.equal((await here.deliver(chat.taps(button(question, /^Ja/), question.id, {from: coordinator}))).status, 200);
  const says = who => here.teams.connector.messages_to(who.aadObjectId).filter(m => JSON.stringify(m.activity).includes('Lokale 7'));
  const others = members.filter(who => who !== other && who !== coordinator);
  await here.teams.connector.until(() => others.every(who => says(who).length > 0), () => `the new place for all; ${here.teams.connector.describe()}`);
  assert.equal(invitations_of(here, one, 'Lokale 7').length, 1, 'a new card in place of the deleted one');
  await invite(here, 'Lokale 8', {weeks: 11});
  await here.teams.connector.until(() => all_have_one(here, 'Lokale 8'), () => `the next invitations, also where the chat was deleted; ${here.teams.connector.describe()}`);
});

story('gathering: the calendar link of an invitation gives its gathering, and only it', options, async here => {
  install_all(here);
  await invite(here, 'Sal H');
  await here.teams.connector.until(() => all_have_one(here, 'Sal H'), 'the invitations');
  const who = members.find(one => one !== coordinator);
  const link = /https:\/\/indgang\.sundkoebing\.example(\/calendar\/[0-9a-f]{32}\.ics)/.exec(JSON.stringify(invitations_of(here, who, 'Sal H')[0].activity));
  assert.ok(link, 'a link in the card');
  const answer = await here.get(link[1]);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers['content-type'], 'text/calendar; charset=utf-8');
  assert.match(answer.headers['cache-control'], /private/);
  assert.match(answer.text, /^BEGIN:VCALENDAR\r\n/);
  assert.ok(answer.text.includes('Sal H'), answer.text);
  const unknown = await here.get(link[1].replace(/[0-9a-f]{32}/, '0'.repeat(32)));
  const odd = await here.get('/calendar/x.ics');
  assert.deepEqual([unknown.status, odd.status], [404, 404]);
  assert.equal(unknown.text, odd.text);
  assert.ok(!here.service.output.includes(link[1].slice(10, 42)), 'the token stands in no log');
});

story('gathering: the coordinator fetches the answers as a file; nobody else gets a link', options, async here => {
  install_all(here);
  await invite(here, 'Sal F');
  await here.teams.connector.until(() => all_have_one(here, 'Sal F'), 'the invitations');
  const card = (await here.ask(chat_of(here, coordinator), 'svar som csv', {from: coordinator})).activity;
  const link = /https:\/\/indgang\.sundkoebing\.example(\/answers\/[0-9a-f]{32}\.csv)/.exec(JSON.stringify(card));
  assert.ok(link, JSON.stringify(card));
  const answer = await here.get(link[1]);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers['content-type'], 'text/csv; charset=utf-8');
  assert.match(answer.headers['content-disposition'], /attachment/);
  assert.match(answer.headers['cache-control'], /no-store/);
  assert.equal(answer.text.trim().split('\r\n').length, 1 + members.length, answer.text);
  const unknown = await here.get(link[1].replace(/[0-9a-f]{32}/, '0'.repeat(32)));
  assert.equal(unknown.status, 404);
  assert.ok(!here.service.output.includes(link[1].slice(9, 41)), 'the token stands in no log');
  const who = members.find(one => one !== coordinator);
  assert.ok(!JSON.stringify((await here.ask(chat_of(here, who), 'svar som csv', {from: who})).activity).includes('/answers/'));
});
