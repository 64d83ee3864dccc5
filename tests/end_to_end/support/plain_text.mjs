// Whether what people wrote stays text: a small reader of the markdown and the functions that Teams' cards know, and the shape
// of a card without its words.
import assert from 'node:assert/strict';

import {card_actions, elements} from './inspect_activity.mjs';

const zero_width_space = '\u200b';
const escapable = /[!-/:-@[-`{-~]/;

/** The text as people see it, if nothing in it acts; otherwise a failure that says what does. */
export function as_seen(text) {
  let seen = '';
  for (let at = 0; at < text.length; ++at) {
    const sign = text[at];
    if (sign === '\\' && escapable.test(text[at + 1] ?? '')) {
      seen += text[++at];
      continue;
    }
    const rest = text.slice(at);
    assert.ok(!/^[*`[\]<>~]/.test(rest), `${sign} acts at ${at} in ${JSON.stringify(text)}`);
    assert.ok(!/^&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]*);/i.test(rest), `an entity at ${at} in ${JSON.stringify(text)}`);
    assert.ok(!rest.startsWith('{{'), `a function at ${at} in ${JSON.stringify(text)}`);
    assert.ok(!(sign === '_' && (!/\w/.test(text[at - 1] ?? '') || !/\w/.test(text[at + 1] ?? ''))), `_ acts at ${at} in ${JSON.stringify(text)}`);
    assert.ok(!/[\0-\x1f\x7f]/.test(sign), `a control byte at ${at} in ${JSON.stringify(text)}`);
    assert.ok(at > 0 || !/^([-+#=|]|\d+[.)])/.test(rest), `a list or heading in ${JSON.stringify(text)}`);
    seen += sign;
  }
  return seen.replaceAll(zero_width_space, '');
}

const no_more = /[\u0080-\u009f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;
const link = /^(https:\/\/teams\.microsoft\.com\/l\/chat\/0\/0\?users=[\w.~@%-]+|mailto:[\w.~@%,-]+(\?subject=[\w.~%-]+)?|tel:\+?\d{3,20}|https:\/\/indgang\.sundkoebing\.example\/(calendar|answers)\/(feed\/)?[0-9a-f]{32}\.(ics|csv))$/;

/** Every text of the card as people see it; fails if any of them acts, or if a link leads anywhere but to people. */
export function seen_in(card) {
  const lines = [];
  for (const element of elements(card)) {
    if (element.type === 'TextBlock') lines.push(as_seen(element.text));
    else if (element.text) lines.push(element.text);
    for (const fact of element.facts ?? []) lines.push(as_seen(fact.title), as_seen(fact.value));
    assert.ok(!/^(Image|ImageSet|Media)$/.test(element.type), `a picture: ${JSON.stringify(element)}`);
  }
  for (const action of card_actions(card)) {
    if (action.type === 'Action.OpenUrl') assert.match(action.url, link);
    lines.push(action.title ?? '');
  }
  for (const line of lines) assert.ok(!no_more.test(line.replaceAll('\u200b', '')), `an invisible sign in ${JSON.stringify(line)}`);
  return lines.join('\n');
}

/** The card without its words: what there is and in which order. */
export const shape = value => (Array.isArray(value) ? value.map(shape) : value !== null && typeof value === 'object'
  ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, ['type', 'verb', 'version', 'size', 'weight', 'wrap'].includes(name) ? inner : shape(inner)])) : typeof value);
