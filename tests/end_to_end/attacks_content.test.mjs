// What people wrote, imported or asked stays text: in cards, in logs, in files, in calendars.
import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';

import {person} from './support/activities.mjs';
import {chat_of, coordinator, draft, members, options as sample} from './support/gatherings.mjs';
import {card_actions, card_of, filled_in, visible_text} from './support/inspect_activity.mjs';
import {seen_in, shape} from './support/plain_text.mjs';
import {story} from './support/story.mjs';

/** What is put into every field: [the text, what is left of it after cleaning]. */
const hostile = [
  '[klik her](https://evil.example)', '![x](https://evil.example/p.png)', '<at>Karen Vestergaard</at>', '<a href="javascript:alert(1)">x</a>', '<img src=x onerror=alert(1)>', '${$root.Name}', '{{DATE(2026-01-01T00:00:00Z, SHORT)}}',
  '{{TIME(2026-01-01T00:00:00Z)}}', '**fed** __fed__ _skrå_ ~~væk~~', '# Overskrift', '1. punkt', '- punkt', '+ punkt', '`kode`', '&lt;b&gt;&#42;x&#x2a;', '[x]: https://evil.example', '<https://evil.example>', '\\[x](y)', '\\\\*a*',
  '"}],"actions":[{"type":"Action.OpenUrl","url":"https://evil.example"}', "'; DROP TABLE people; --", '=HYPERLINK(1)', '+1', '-1', '@SUM(1)', '|x|y|', '%s%n%x', '\u202egnp.exe', 'a\u200bb\u2060c\ufeffd', '\u2066skjult\u2069', 'x\u0085y\u009b31mz', 'a\u2028b',
];
const words = ['dragebåd', 'kviksølv', 'lygtepæl', 'honningbi', 'vindmølle', 'svømmehal', 'grusgrav', 'stakit', 'fyrværkeri', 'gravsten', 'hestevogn', 'motorcykel', 'isbjørn', 'papegøje', 'skorsten', 'tapetrulle', 'ukulele', 'violin', 'xylofon',
  'yoghurt', 'zebra', 'ærtesuppe', 'ørkenrotte', 'ålegræs', 'bordtennis', 'cirkustelt', 'damptog', 'elefanthus', 'flagermus', 'gummistøvle', 'havkajak', 'jordbær'];
const visible = text => text.replace(/[\u0080-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '').replace(/[\u2028\u2029]/g, ' ').replace(/ +/g, ' ').trim();

const cell = text => `"${text.replaceAll('"', '""')}"`;
const csv = rows => rows.map(row => row.map(cell).join(';')).join('\r\n') + '\r\n';
const mail = n => `folk${n}@sundkoebing.example`;
function write_files(folder, texts) {
  const files = {people: join(folder, 'h_people.csv'), catalogue: join(folder, 'h_catalogue.csv'), networks: join(folder, 'h_networks.csv')};
  writeFileSync(files.people, csv([['name', 'email', 'kind', 'title', 'department', 'leader', 'phone', 'entra_id'],
    ...texts.map((text, n) => [`Navn ${text}`, mail(n), 'person', text, `Afd ${n} ${text}`, mail(0), n % 2 ? text : '+45 99 00 01 00', `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`])]));
  writeFileSync(files.catalogue, csv([['name', 'email', 'title', 'department', 'task', 'kle', 'keywords', 'description', 'role'],
    ...texts.map((text, n) => [`Navn ${text}`, mail(n), text, `Afd ${n} ${text}`, `${words[n]} ${text}`, '', 'tværgående', text, 'responsible'])]));
  writeFileSync(files.networks, csv([['netværk', 'art', 'formål', 'tovholder', 'medlemmer'], ...texts.map((text, n) => [`Net ${words[n]} ${text}`, 'uformelt', text, mail(n), texts.map((_, m) => mail(m)).join(', ')])]));
  return files;
}
async function import_all(here, texts) {
  const files = write_files(here.folder, texts);
  for (const [kind, file] of Object.entries(files)) {
    const done = await here.command(['import', kind, file, '--allow-mass-deletion']);
    assert.equal(done.status, 0, `${kind}: ${done.stderr}`);
  }
}
const button = (message, title) => [...card_actions(card_of(message.activity))].find(action => title.test(action.title ?? ''));

/** Asks about each; returns the cards. */
async function cards_about(here, n) {
  const chat = here.place('personal');
  const answer = await here.ask(chat, `hvem har ${words[n]}?`);
  const wrong = await here.deliver(chat.taps(button(answer, /Forkert/), answer.id));
  return [card_of(answer.activity), wrong.json.value];
}

story(`attacks: ${hostile.length} texts in names, titles, units and tasks stay text, in cards of the same shape as a plain one's`, {serve: false}, async here => {
  await import_all(here, hostile.map(() => 'Almindelig tekst'));
  await here.start();
  const plain = await Promise.all(words.map((_, n) => cards_about(here, n)));
  await here.service.stop();
  await import_all(here, hostile);
  await here.start();
  for (const [n, text] of hostile.entries()) {
    const cards = await cards_about(here, n);
    assert.ok(seen_in(cards[0]).includes(visible(text)), `${text} in ${seen_in(cards[0])}`);
    seen_in(cards[1]);
    if (n % 2 === 0) assert.deepEqual(cards.map(shape), plain[n].map(shape), text);
  }
  const chat = here.place('personal');
  const many = card_of((await here.ask(chat, 'hvem har tværgående?')).activity);
  seen_in(many);
  const from = person(`Navn ${hostile[0]}`, '00000000-0000-4000-8000-000000000000');
  for (const question of ['vis mine netværk', 'hvad laver jeg?', 'hvem er min leder?', 'mine opgaver', 'vis status']) {
    const {activity} = await here.ask(chat_of(here, from), question, {from});
    if (card_of(activity)) seen_in(card_of(activity));
    else assert.equal(activity.textFormat, 'plain');
    assert.equal(activity.entities, undefined);
  }
});

story(`attacks: ${hostile.length} texts in questions are given back as text, to whoever asked and to the catalogue's owner`, {settings: {INDGANG_CATALOGUE_OWNERS: 'birthe.noer@sundkoebing.example'}, sample: true}, async here => {
  const chat = here.place('personal');
  for (const text of hostile) {
    const {activity} = await here.ask(chat, `hvem har ${text} qwrtzpsd?`);
    if (!card_of(activity)) {
      assert.equal(activity.textFormat, 'plain', JSON.stringify(activity));
      continue;
    }
    seen_in(card_of(activity));
    const ask = [...card_actions(card_of(activity))].find(action => action.verb === 'ask_owner');
    if (ask) seen_in_answer(await here.deliver(chat.taps(ask, '1')));
  }
  const birthe = person('Birthe Noer', '5c0b1000-0000-4000-8000-000000000076');
  seen_in(card_of((await here.ask(chat_of(here, birthe), 'hvilke spørgsmål er åbne?', {from: birthe})).activity));
});
function seen_in_answer(answer) {
  assert.equal(answer.status, 200, answer.text);
  if (typeof answer.json.value === 'object') seen_in(answer.json.value);
}

const places = ['[sal](https://evil.example)', '<at>Karen</at> sal', '**Sal**', 'Sal\\nATTENDEE:mailto:evil@evil.example', 'Sal; BEGIN:VALARM', 'Sal\u202e1', '=1+1 sal', '{{DATE(2026-01-01T00:00:00Z)}}'];
story('attacks: what is written into a gathering stays text in the draft, the invitations, the calendar and the file of answers', sample, async here => {
  for (const who of members.slice(0, 3)) if (who !== coordinator) here.teams.connector.install(who.aadObjectId);
  const invited = members.slice(0, 3).find(who => who !== coordinator);
  const {chat, message} = await draft(here, 'Sal Æ');
  for (const text of places) {
    const opened = await here.deliver(chat.opens(button(message, /^Ret/), message.id, {from: coordinator}));
    const form = opened.json.task.value.card.content;
    const submit = [...card_actions(form)].find(action => action.type === 'Action.Submit');
    const sent = await here.deliver(chat.sends_form(submit, filled_in(form, {place: text, agenda: `${text}\r\n${text}`}), {from: coordinator}));
    assert.equal(sent.status, 200, sent.text);
    assert.equal(sent.text, '', 'the form closes');
    await here.teams.connector.until(() => seen_in(card_of(message.activity)).includes(visible(text)), () => `${text} in the draft: ${visible_text(message.activity)}`);
  }
  await here.deliver(chat.taps(button(message, /^Send$/), message.id, {from: coordinator}));
  const [invitation] = await here.teams.connector.until(() => { const all = here.teams.connector.messages_to(invited.aadObjectId).filter(m => m.first.includes('Invitation')); return all.length && all; }, 'the invitation');
  assert.match(seen_in(card_of(invitation.activity)), /\{\{DATE/);
  const link = /https:\/\/indgang\.sundkoebing\.example(\/calendar\/[0-9a-f]{32}\.ics)/.exec(JSON.stringify(invitation.activity))[1];
  const {text} = await here.get(link);
  assert.equal(text.match(/^BEGIN:/gm).length, text.match(/^END:/gm).length);
  assert.doesNotMatch(text, /^(ATTENDEE|BEGIN:VALARM)/m);
});

story('attacks: names, ids and texts write no lines into the log and no control signs', async here => {
  const chat = here.place('personal');
  const odd = '\u001b[31m\r\n{"event":"ready"}\u0085\u2028\u202e';
  for (const change of [{from: {id: '29:x', name: odd}}, {recipient: {id: '28:y', name: odd}}, {text: odd}, {locale: odd}, {localTimezone: odd}, {conversation: {id: `a:${odd}`, conversationType: 'personal'}},
    {id: odd}, {type: `x${odd}`}, {type: 'invoke', name: odd}, {replyToId: odd}, {id: 'a\u2028b\u202ec\u009b31m'}, {channelData: {tenant: {id: `${odd}x`}}}, {serviceUrl: odd}]) {
    const answer = await here.deliver({...chat.says('hvem har snerydning?'), ...change});
    assert.ok([200, 400, 403, 501].includes(answer.status), answer.text);
  }
  await here.ask(here.place('personal'), 'hvem har snerydning?');
  assert.doesNotMatch(here.service.output, /[^\n\x20-\x7e]/, 'the log is plain ASCII');
  assert.equal(here.service.lines.filter(line => line.event === 'ready').length, 1);
});

const bodies = {
  'brackets in thousands': '['.repeat(100_000), 'objects in thousands': '{"a":'.repeat(50_000), 'deep in a text that is not read': `{"type":"message","x":${'['.repeat(65)}${']'.repeat(65)}}`, 'no UTF-8': Buffer.from('{"type":"message","text":"\xff\xfe\xc0\xaf"}', 'latin1'),
  'a surrogate in UTF-8': Buffer.from([...Buffer.from('{"type":"'), 0xed, 0xa0, 0x80, ...Buffer.from('"}')]), 'UTF-16': Buffer.from('{"type":"message"}', 'utf16le'), 'a number beyond all': '{"type":1e999}', 'a number of a megabyte': `{"type":${'9'.repeat(900_000)}}`,
  'NaN': '{"type":NaN}', 'a comment': '{/* */"type":"message"}', 'single quotes': "{'type':'message'}", 'two objects': '{"type":"message"}{"type":"message"}', 'a NUL': '{"type":"mess\0age"}', 'ids of a megabyte': JSON.stringify({type: 'message', id: 'x'.repeat(900_000), conversation: {id: 'a'}}),
  'a list for an id': '{"type":"message","id":["1"],"conversation":{"id":"a"}}', 'an object for a text': '{"type":"message","text":{},"conversation":{"id":"a"}}', 'a number for a conversation': '{"type":"message","conversation":7}', '__proto__': '{"__proto__":{"type":"message"},"conversation":{"id":"a"}}',
};
story(`attacks: ${Object.keys(bodies).length} bodies that are no activity get 400 and a line with the reason`, async here => {
  for (const [what, body] of Object.entries(bodies)) {
    const before = here.service.lines.length;
    const answer = await here.post(body, {authorization: `Bearer ${here.teams.token()}`});
    assert.equal(answer.status, 400, `${what}: ${answer.text}`);
    const line = await here.service.until(() => here.service.lines.slice(before).find(l => l.event === 'activity_malformed'), what);
    assert.ok(line.reason.length < 100 && answer.text.length < 300, `${what}: ${line.reason}`);
  }
  const chat = here.place('personal');
  for (const numbers of [{localTimestamp: 1e308}, {value: {a: -1e400}}, {entities: [{type: 'clientInfo', x: 18446744073709551616}]}]) assert.equal((await here.deliver({...chat.says('hvem har snerydning?'), ...numbers})).status, 200);
  await here.teams.connector.messages_in(chat.id, 3);
});
