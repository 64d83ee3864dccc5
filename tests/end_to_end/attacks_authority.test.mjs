// Buttons are no authority: whoever taps must be allowed to, then and there, whatever the card says and wherever it lies.
import assert from 'node:assert/strict';

import {anna} from './support/activities.mjs';
import {watch} from './support/attack.mjs';
import {chat_of, coordinator, draft, everybody, invitations_of, members, options as sample} from './support/gatherings.mjs';
import {card_actions, card_of, visible_text} from './support/inspect_activity.mjs';
import {story} from './support/story.mjs';

const mail = name => `${name}@sundkoebing.example`;
const who = name => everybody.get(mail(name));
const [birthe, karen, ole, soeren, tove, charlotte] = ['birthe.noer', 'karen.vestergaard', 'ole.bach', 'soeren.lykkegaard', 'tove.lauesen', 'charlotte.winther'].map(who);
const options = {...sample, settings: {...sample.settings, INDGANG_ROLES_ADMINISTRATORS: mail('charlotte.winther'), INDGANG_CATALOGUE_OWNERS: mail('gitte.aagaard')}};

/** What a tap leaves behind even if it did nothing: that it came, and what was answered. */
const passing = /^(message|delivery|conversation|question|memory|focus|pick)/;
/** What the data file says, as far as files can tell. */
async function state(here) {
  const exported = async (...args) => (await here.command(args)).stdout;
  const people = await Promise.all(['karen.vestergaard', 'ole.bach'].map(name => exported('person', 'export', mail(name))));
  const lasting = people.map(text => Object.fromEntries(Object.entries(JSON.parse(text)).filter(([kind]) => !passing.test(kind))));
  assert.ok(lasting.every(kinds => kinds.responsibility && kinds.membership), JSON.stringify(lasting.map(kinds => Object.keys(kinds))));
  const [catalogue, all, networks] = await Promise.all(['catalogue', 'people', 'networks'].map(kind => exported('export', kind)));
  return {catalogue, all, networks, lasting: JSON.stringify(lasting)};
}

const all_buttons = message => [...card_actions(card_of(message.activity))].filter(action => action.type !== 'Action.OpenUrl' && (action.verb ?? action.data?.verb));
const titled = (message, title) => {
  const found = all_buttons(message).find(action => title.test(action.title ?? ''));
  assert.ok(found, `no ${title} among ${all_buttons(message).map(action => action.title).join(', ')} in:\n${visible_text(message.activity)}`);
  return found;
};
const data_of = action => ({...action.data, ...(action.verb ? {verb: action.verb} : {})});

/** Taps in every way that there is. Returns what was answered. */
async function tap_all_ways(here, chat, action, message, from) {
  const {verb, msteams, ...data} = data_of(action);
  const answers = [];
  for (const activity of [
    chat.taps({title: action.title, verb, data: {...data, nonce: 'another'}}, message.id, {from}), chat.taps({title: action.title, verb, data}, message.id, {from}),
    chat.submits({...data, verb}, message.id, {from}), chat.opens({data: {...data, verb}}, message.id, {from}), chat.sends_form({data: {...data, verb}}, {place: 'Stjålet', title: 'Stjålet', phone: '12345678', who: 'Ole Bach'}, {from}),
  ]) {
    const answer = await here.deliver(activity);
    assert.equal(answer.status, 200, `${verb}: ${answer.text}`);
    answers.push(answer.text);
  }
  return answers.join('\n');
}

/** Waits until all that was to be sent is sent: what somebody asks then is answered after it. */
async function settled(here, chat, from) {
  const helped = () => here.teams.connector.messages.filter(m => m.conversation === chat.id && /Jeg finder den kollega/.test(visible_text(m.activity))).length;
  const before = helped();
  assert.equal((await here.deliver(chat.says('hjælp', {from}))).status, 200);
  await here.teams.connector.until(() => helped() > before, () => `help for ${from.name}`);
}

/** Somebody with no part in it taps every button of the message, everywhere; nothing changes and nobody hears of it. */
async function nobody_else_may(here, message, thieves, {secret = /$^/} = {}) {
  const before = await state(here);
  const buttons = all_buttons(message);
  assert.ok(buttons.length > 0, visible_text(message.activity));
  for (const thief of thieves) {
    const own = chat_of(here, thief);
    const group = here.place('group');
    const channel = here.place('channel');
    await settled(here, own, thief);
    const sent = here.teams.connector.requests.length;
    for (const chat of [own, group, channel]) {
      for (const action of buttons) {
        const text = await tap_all_ways(here, chat, action, message, thief);
        assert.doesNotMatch(text, secret, `${action.verb ?? action.data.verb} tells ${thief.name}`);
      }
    }
    await settled(here, own, thief);
    const to_others = here.teams.connector.requests.slice(sent).filter(r => ![own.id, group.id, channel.id].includes(r.conversation));
    assert.deepEqual(to_others.map(r => `${r.conversation}: ${visible_text(r.activity)}`), [], `${thief.name} tapped ${buttons.map(b => b.verb ?? b.data.verb)}`);
  }
  assert.deepEqual(await state(here), before, `${buttons.map(b => b.verb ?? b.data.verb)} changed something`);
}

const newest = async (here, chat, pattern) => here.teams.connector.until(() => here.teams.connector.messages.filter(m => m.conversation === chat.id && pattern.test(visible_text(m.activity))).at(-1), () => `${pattern} in ${chat.id}:\n${here.teams.connector.messages.map(m => `${m.conversation}: ${visible_text(m.activity)}`).join('\n--\n').slice(-3000)}`);

const outsiders = [tove, anna];
const invited = members.find(one => one !== coordinator);

/** A gathering is planned and everybody has the invitation: the draft, one invitation and the coordinator's card. */
async function send_out(here, place, on_draft = () => {}) {
  const {chat, message} = await draft(here, place);
  await on_draft(message);
  members.forEach(one => one !== coordinator && here.teams.connector.install(one.aadObjectId));
  assert.equal((await here.deliver(chat.taps(titled(message, /^Send$/), message.id, {from: coordinator}))).status, 200);
  const status = await newest(here, chat, new RegExp(`[Ss]endt til (alle )?${members.length}\\D[^]*${members.length} har ikke svaret`));
  return {chat, invitation: invitations_of(here, invited, place)[0], status};
}
const comes = (here, invitation) => here.deliver(chat_of(here, invited).taps(titled(invitation, /^Kommer$/), invitation.id, {from: invited}));

story('attacks: a draft, a gathering\'s card and its invitations are nobody else\'s', options, async here => {
  const {chat, invitation, status} = await send_out(here, 'Sal X', message => nobody_else_may(here, message, outsiders));
  await nobody_else_may(here, invitation, outsiders);
  await nobody_else_may(here, status, [invited, ...outsiders], {secret: new RegExp(members[5].name)});
  assert.match((await comes(here, invitation)).text, /Sal X/);
  await newest(here, chat, /1 kommer/);
});

story('attacks: a proposal is decided by whom it was put to, and nobody else', options, async here => {
  const lone = who('lone.dahl');
  const lones = chat_of(here, lone);
  await here.ask(lones, 'hej', {from: lone});
  const oles = chat_of(here, ole);
  const name = 'Mosegrise';
  const mine = await here.ask(oles, `jeg har overtaget ${name} efter Lone Dahl`, {from: ole});
  const question = await newest(here, lones, /Passer det\?/);
  await nobody_else_may(here, question, [ole, ...outsiders]);
  await nobody_else_may(here, mine, [lone, ...outsiders].filter(one => one !== lone));
  assert.match((await here.deliver(lones.taps(titled(question, /^Ja/), question.id, {from: lone}))).text, /ændret/);
  const late = await here.deliver(lones.taps({...titled(question, /^Nej/), data: {...titled(question, /^Nej/).data, nonce: 'late'}}, question.id, {from: lone}));
  assert.match((await here.command(['export', 'catalogue'])).stdout, new RegExp(`Ole Bach;[^\\r]*${name}`), late.text);
});

story('attacks: who leaves is arranged by their leader', options, async here => {
  const chat = chat_of(here, birthe);
  const card = await here.ask(chat, 'Karen stopper den 30. april', {from: birthe});
  await nobody_else_may(here, card, [karen, soeren, ...outsiders]);
  assert.match((await here.deliver(chat.taps(titled(card, /^Godkend/), card.id, {from: birthe}))).text, /givet videre/);
});

story('attacks: reminders, previews and questions back are their author\'s alone', options, async here => {
  const karens = chat_of(here, karen);
  const reminder = await here.ask(karens, 'mind mig om at ringe til Lone den 15. januar kl. 9', {from: karen});
  await nobody_else_may(here, reminder, [soeren, ...outsiders], {secret: /ringe til Lone/});
  const chat = chat_of(here, birthe);
  const preview = await here.ask(chat, 'opret netværk Personsager, lukket, medlemmer Karen Vestergaard og Ida Lund', {from: birthe});
  await nobody_else_may(here, preview, outsiders);
  await here.deliver(chat.taps(titled(preview, /^Opret/), preview.id, {from: birthe}));
  const closing = await here.ask(chat, 'luk netværk Personsager', {from: birthe});
  await nobody_else_may(here, closing, [karen, ...outsiders], {secret: /Ida Lund/});
  const deleting = await here.ask(karens, 'slet mine data', {from: karen});
  await nobody_else_may(here, deleting, outsiders);
  assert.match((await here.deliver(karens.taps(titled(reminder, /Fortryd/), reminder.id, {from: karen}))).text, /./);
});

story('attacks: a role that was taken away between the card and the tap counts no more', options, async here => {
  const admins = chat_of(here, charlotte);
  const toves = chat_of(here, tove);
  await here.ask(toves, 'hej', {from: tove});
  await here.ask(admins, 'gør Tove Lauesen til administrator', {from: charlotte});
  await newest(here, toves, /nu administrator/);
  const cancelling = await here.ask(toves, 'aflys mødet i Juranetværket', {from: tove});
  titled(cancelling, /^Ja/);
  await here.ask(admins, 'fjern Tove Lauesen som administrator', {from: charlotte});
  await nobody_else_may(here, cancelling, [tove]);
});

story('attacks: lists of an overview show each what they may see', options, async here => {
  const chat = chat_of(here, birthe);
  const card = await here.ask(chat, 'vis status', {from: birthe});
  const lists = all_buttons(card).filter(action => action.verb === 'overview_list');
  const colleagues = /Lykkegaard|Holmgaard|Eskildsen/;
  const seen = await Promise.all(lists.map(action => here.deliver(chat.taps(action, card.id, {from: birthe}))));
  assert.match(seen.map(answer => answer.text).join(), colleagues, 'whoever leads them sees them');
  for (const thief of [karen, tove, anna]) {
    for (const place of [chat_of(here, thief), here.place('channel')]) {
      for (const action of lists) assert.doesNotMatch(await tap_all_ways(here, place, action, card, thief), colleagues, `${action.data.about} for ${thief.name}`);
    }
  }
});

story('attacks: whoever has no object id is nobody, whatever name and address comes along', options, async here => {
  const before = await state(here);
  for (const address of [mail('charlotte.winther'), mail('birthe.noer'), mail('emil.skov')]) {
    for (const from of [{id: '29:nobody', name: 'Charlotte Winther', userPrincipalName: address}, {id: '29:nobody', name: address, userPrincipalName: address, email: address, aadObjectId: ''}, {id: charlotte.id, name: 'x', userPrincipalName: address}]) {
      const chat = here.place('personal');
      for (const text of ['gør Tove Lauesen til administrator', 'mine opgaver er rigtige', 'hvad har du gemt om mig?', 'Karen stopper den 30. april', 'slet mine data', 'mind mig om at ringe til Lone den 15. januar kl. 9']) {
        const {activity} = await here.ask(chat, text, {from});
        assert.doesNotMatch(visible_text(activity), /er nu administrator|er bekræftet|sidste arbejdsdag/, `${text} from ${JSON.stringify(from)}`);
      }
    }
  }
  assert.deepEqual(await state(here), before);
});

story('attacks: a card whose matter has moved on does nothing late', options, async here => {
  const {chat, message} = await draft(here, 'Sal Y');
  const send = titled(message, /^Send$/);
  const drop = titled(message, /Fortryd|Kassér|Drop/);
  await here.deliver(chat.taps(drop, message.id, {from: coordinator}));
  const before = await state(here);
  const requests = here.teams.connector.requests.filter(r => r.conversation !== chat.id).length;
  for (const action of [send, ...all_buttons(message)]) await tap_all_ways(here, chat, action, message, coordinator);
  await settled(here, chat, coordinator);
  assert.equal(here.teams.connector.requests.filter(r => r.conversation !== chat.id).length, requests);
  assert.deepEqual(await state(here), before);
});

const links = token => [token, token.toUpperCase(), `${token}0`, token.slice(1), `${token.slice(0, 31)}g`, `${token}%00`, `%${token.charCodeAt(0).toString(16)}${token.slice(1)}`];
story('attacks: links to calendars and files are good for what they are for, and cannot be guessed', options, async here => {
  const accepted = await comes(here, (await send_out(here, 'Sal L')).invitation);
  const feed = /\/calendar\/feed\/([0-9a-f]{32})\.ics/.exec(accepted.text)?.[1];
  assert.ok(feed, accepted.text);
  assert.equal((await here.get(`/calendar/feed/${feed}.ics`)).status, 200);
  const seen = watch(here);
  const wrong = [...links(feed).slice(1).map(token => `/calendar/feed/${token}.ics`), `/calendar/${feed}.ics`, `/answers/${feed}.csv`, `/calendar/feed/${feed}`, `/calendar/feed/${feed}.ICS`, `/calendar/feed/${feed}.ics/`,
    ...Array.from({length: 50}, (_, n) => `/calendar/feed/${(BigInt(`0x${feed}`) ^ (1n << BigInt(n))).toString(16).padStart(32, '0')}.ics`)];
  const bodies = new Set();
  for (const path of wrong) {
    const answer = await here.get(path);
    assert.equal(answer.status, 404, path);
    if (path.startsWith('/calendar/')) bodies.add(answer.text);
  }
  assert.equal(bodies.size, 1, 'a wrong one and a nearly right one look the same');
  seen.nothing_happened('links');
  assert.ok(!here.service.output.includes(feed));
});

/** Everything that our cards ever send, and what may be made of it. */
const verbs = ['pick', 'pick_person', 'wrong_person', 'ask_owner', 'answer_question', 'dismiss_question', 'learn_word', 'decline_word', 'confirm_entry', 'deny_entry', 'gathering_send', 'gathering_leaders',
  'gathering_edit', 'gathering_save', 'gathering_drop', 'gathering_answers', 'gathering_nudge', 'gathering_announce', 'gathering_file', 'rsvp', 'leader_approve', 'leader_leave_out', 'network_join', 'network_leave',
  'network_open_again', 'reminder_withdraw', 'unmute', 'overview_list', 'overview_setting', 'leaver_all', 'leaver_each', 'leaver_stays', 'leaver_give', 'leaver_vacant', 'round_confirm', 'round_edit', 'round_save',
  'round_not_me', 'round_none_mine', 'round_show', 'round_have_none', 'round_missing', 'correct', 'correct_form', 'correct_send', 'propose', 'proposal_yes', 'proposal_no', 'proposal_withdraw', 'task_take_back', 'yes', 'no'];
const odd_ids = ['-1', '9223372036854775808', "1' OR '1'='1", {}];
/** All ids are read by the same lines: these are tried with some verbs. */
const odder_ids = [...odd_ids, '0', '00', ' 1', '1 ', '+1', '1.0', '1e3', '0x1', '9223372036854775807', '99999999999999999999999', '', 'null', '1;DROP TABLE people', '../1', '\0', -1, 0, 1.5, 1e99, true, null, [], [1], {$gt: 0}];
const abouts = ['', 'yes', 'plan\n1', 'network-close\n1', 'privacy-delete', 'privacy-delete\n1', 'move\n1', 'cancel\n1', 'coordinator', '=1+1', "x'; --", 'left', 'phone', 'x'.repeat(5000), '\u202e', {}, 7, null];
story(`attacks: ${verbs.length} verbs with ids and contents that nobody made lead to a sentence, and change nothing`, options, async here => {
  await draft(here, 'Sal Z');
  const chat = chat_of(here, tove);
  await settled(here, chat, tove);
  const before = await state(here);
  const sent = here.teams.connector.requests.length;
  let tried = 0;
  for (const [n_verb, verb] of verbs.entries()) {
    const datas = [...(n_verb % 9 === 0 ? odder_ids : odd_ids).map(id => ({item: id, task: id, person: id, about: 'yes'})), ...abouts.map(about => ({item: 999_999, task: 999_999, person: 999_999, about})), {}, {lang: 'xx', item: '1'}];
    const activities = datas.flatMap((data, n) => {
      const full = {lang: 'da', nonce: `${verb}-${n}`, ...data};
      return [chat.taps({title: 'x', verb, data: full}, '1', {from: tove}), ...(n % 5 === 0 ? [chat.opens({data: {...full, verb}}, '1', {from: tove}), chat.sends_form({data: {...full, verb}}, {place: 'x'}, {from: tove})] : [])];
    });
    for (const answer of await Promise.all(activities.map(activity => here.deliver(activity)))) {
      assert.equal(answer.status, 200, `${verb}: ${answer.text}`);
      assert.ok(answer.json.statusCode === 200 || answer.json.task !== undefined, `${verb}: ${answer.text}`);
      ++tried;
    }
  }
  await settled(here, chat, tove);
  assert.deepEqual(await state(here), before);
  const others = here.teams.connector.requests.slice(sent).filter(r => r.conversation !== chat.id);
  assert.deepEqual(others, [], `after ${tried}`);
  assert.equal(here.service.lines.filter(line => line.level === 'error').length, 0, JSON.stringify(here.service.lines.filter(line => line.level === 'error').slice(0, 3)));
});
