// Runs inside the browser: draws one card and reports what is wrong with it. `AdaptiveCards` and `markdownit` are the
// scripts of the two packages.
'use strict';

/** What the parser and the validator say. Some of the renderer's checks are regular expressions that keep their state from one
 * card to the next (flag g), so what only every second parse says is no fault of the card. */
function parse(card, json) {
  const first = parse_once(card, json);
  return first.length === 0 ? first : first.filter(fault => parse_once(card, json).includes(fault));
}

function parse_once(card, json) {
  const context = new AdaptiveCards.SerializationContext();
  card.parse(json, context);
  const faults = [];
  for (let i = 0; i < context.eventCount; ++i) faults.push(`parser: ${context.getEventAt(i).message}`);
  for (const event of card.validateProperties().validationEvents) faults.push(`validator: ${event.message}`);
  return faults;
}

const words = text => text.replace(/\s+/g, ' ').trim();

/** A text as it is read on the screen, without the marks of markdown. */
function plain(text, markdown) {
  const box = document.createElement('div');
  box.innerHTML = markdown.render(String(text ?? ''));
  return words(box.textContent);
}

/** True if the middle of the element is on the screen: nothing covers it and it takes up room. */
function is_shown(element) {
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return box.width > 0 && box.height > 0 && style.visibility === 'visible' && Number(style.opacity) > 0;
}

/** Elements that need more room than they have. */
function overflow_faults(root, width) {
  const faults = [];
  if (root.scrollWidth > width + 1) faults.push(`the card is ${root.scrollWidth} px wide`);
  for (const element of root.querySelectorAll('*')) {
    const box = element.getBoundingClientRect();
    if (box.width === 0) continue;
    const name = `${element.className || element.tagName} "${words(element.textContent).slice(0, 40)}"`;
    if (box.right > width + 1) faults.push(`${name} ends at ${Math.round(box.right)} px`);
    const style = getComputedStyle(element);
    const clips = style.overflow !== 'visible' && style.overflowX !== 'auto';
    const title = element.closest('button') !== null;  // see readable_letters
    if (clips && !title && element.scrollWidth > element.clientWidth + 1) faults.push(`${name} is cut off at the side`);
    if (clips && element.scrollHeight > element.clientHeight + 1) faults.push(`${name} is cut off below`);
  }
  return faults;
}

// Teams cuts the titles of buttons that are longer than a line. So much of a title must be readable at any width.
const title_letters = 25;

/** How many letters of a button's title can be read before it is cut. */
function readable_letters(button) {
  const text = document.createTreeWalker(button, NodeFilter.SHOW_TEXT).nextNode();
  if (!text) return 0;
  const holder = text.parentElement;
  if (holder.scrollWidth <= holder.clientWidth + 1) return text.length;
  const end = holder.getBoundingClientRect().right - parseFloat(getComputedStyle(holder).fontSize);  // room for the dots
  const range = document.createRange();
  let count = 0;
  for (; count < text.length; ++count) {
    range.setStart(text, count);
    range.setEnd(text, count + 1);
    if (range.getBoundingClientRect().right > end) break;
  }
  return count;
}

/** What of a card's JSON must be seen: texts, facts, titles of buttons; nothing that is hidden until a tap. */
function expected_of(json, markdown) {
  const texts = [];
  const buttons = [];
  const walk = node => {
    if (node.isVisible === false) return;
    if (node.type === 'TextBlock' || node.type === 'TextRun') texts.push(plain(node.text, markdown));
    for (const fact of Array.isArray(node.facts) ? node.facts : []) texts.push(plain(fact.title, markdown), plain(fact.value, markdown));
    if (typeof node.label === 'string') texts.push(words(node.label));
    for (const name of ['body', 'items', 'columns', 'inlines', 'rows', 'cells']) {
      if (Array.isArray(node[name])) for (const child of node[name]) if (typeof child === 'object') walk(child);
    }
    for (const action of node.actions ?? []) if (action.mode !== 'secondary') buttons.push(words(action.title ?? ''));
  };
  walk(json);
  return {texts: texts.filter(Boolean), buttons: buttons.filter(Boolean)};
}

/** Draws the card `width` pixels wide and returns its faults as sentences. */
async function draw(json, host_config, width) {
  const markdown = markdownit();
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.render(text);
    result.didProcess = true;
  };
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(host_config);
  const faults = parse(card, json);
  const root = document.getElementById('card');
  root.style.width = `${width}px`;
  root.replaceChildren();
  const drawn = card.render();
  if (!drawn) return [...faults, 'nothing was drawn'];
  root.append(drawn);
  for (const image of root.querySelectorAll('img')) await image.decode().catch(() => faults.push('a picture cannot be shown'));
  faults.push(...overflow_faults(root, width));

  const seen = words([...root.querySelectorAll('.ac-textBlock, .ac-richTextBlock, .ac-textRun, .ac-input-label, label')].filter(is_shown).map(element => element.innerText).join(' '));
  const expected = expected_of(json, markdown);
  for (const text of expected.texts) if (!seen.includes(text)) faults.push(`the text "${text}" cannot be seen`);
  const buttons = [...root.querySelectorAll('button')].filter(is_shown);
  for (const title of expected.buttons) {
    const found = buttons.find(button => words(button.innerText) === title);
    if (!found) faults.push(`the button "${title}" cannot be seen`);
    else if (readable_letters(found) < Math.min(title.length, title_letters)) faults.push(`the button "${title}" shows ${readable_letters(found)} letters only`);
  }
  return faults;
}
