// Rules for every kind of file: lengths, words that don't belong, texts, documentation. Shape of a rule: cpp_rules.mjs.
import {is_cpp, is_script, library_of, line_of, literals} from './sources.mjs';
import {seen_through} from './seen_through.mjs';

export const length_max = 500;
export const length_noted = 300;
const lines = text => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

const here = path => path.startsWith('tests/tidy/');
const one = (path, text) => [{path, text}];

/** Each match of `pattern` in the files that `where` takes. */
function* found(files, where, pattern) {
  for (const {path, text} of files) {
    if (!where(path)) continue;
    for (const match of text.matchAll(pattern)) yield {place: `${path}:${line_of(text, match.index)}`, match};
  }
}

const unfinished = /\b(?:TODO|FIXME|XXX|HACK)\b/g;
const machine = /(?<![\w./-])\/(?:work|root)\/\w+|(?<![\w.-])\/tmp\/(?:brief|bash)|\.\.\/shared|\bshared\/(?:design|style|lab|reference|utterances|answers)|\b(?:design|style)\.md\b|\bteams-protocol\b/g;
const hosts = /registry\.npmjs\.org|\bpypi\.org|files\.pythonhosted\.org|proxy\.golang\.org|static\.crates\.io|"resolved": "http/g;
const makers = /\bsub-?agents?\b|\bClaude\b|\bChatGPT\b|\bLLM\b|Co-authored-by|\bAnthropic\b/gi;

/** Keys of a JSON text file -> value. */
const texts_of = (files, language) => {
  const file = files.find(({path}) => path === `handlers/texts/${language}.json`);
  return file ? JSON.parse(file.text) : {};
};
const placeholders = value => [...new Set([...JSON.stringify(value).matchAll(/\{[a-z_]+\}/g)].map(match => match[0]))].sort().join(' ');
const pair = (da, en) => [{path: 'handlers/texts/da.json', text: JSON.stringify(da)}, {path: 'handlers/texts/en.json', text: JSON.stringify(en)}];

/** What is wrong with the files of config/situations. */
function situations_in(files) {
  const length = 180;
  const faults = [];
  const seen = new Map();
  const once = (what, text, place) => {
    const key = `${what} ${text.toLowerCase().match(/[\p{L}\d§]+/gu)?.join(' ')}`;
    if (seen.has(key)) faults.push(`${place}: stands in ${seen.get(key)}, too: ${text}`);
    seen.set(key, place);
  };
  for (const {path, text} of files) {
    if (!/^config\/situations\/.*\.txt$/.test(path)) continue;
    if (text !== text.normalize('NFC')) faults.push(`${path}: not in NFC`);
    let sentences = -1;  // before the first topic
    const end_topic = place => { if (sentences === 0) faults.push(`${place}: a topic without a sentence`); };
    text.split('\n').forEach((line, at) => {
      const place = `${path}:${at + 1}`;
      if (line === '' || /^[#-]/.test(line)) return;
      if (line.length > length) faults.push(`${place}: longer than ${length} characters`);
      if (line.startsWith('=')) {
        end_topic(place);
        sentences = 0;
        if (!line.startsWith('=!')) line.replace(/^=\??/, '').split(',').forEach(name => once('name', name.trim(), place));
        return;
      }
      if (sentences < 0) faults.push(`${place}: a sentence before the first topic`);
      ++sentences;
      once('sentence', line, place);
    });
    end_topic(path);
  }
  return faults;
}

const test_of = path => `tests/${path.replace(/\.cpp$/, '_test.cpp')}`;

export const house_rules = [
  {
    name: `no source is longer than ${length_max} lines`,
    check: files => files.filter(({path, text}) => (is_cpp(path) || is_script(path)) && lines(text) > length_max).map(({path, text}) => `${path}: ${lines(text)} lines; split it`),
    bad: [one('bot/a.cpp', 'x\n'.repeat(501)), one('tests/a.mjs', 'x\n'.repeat(501)), one('dev', 'x\n'.repeat(501))],
    good: [one('bot/a.cpp', 'x\n'.repeat(500)), one('config/a.csv', 'x\n'.repeat(5000))],
  },
  {
    name: 'nothing is left unfinished',
    check: files => [...found(files, path => !here(path), unfinished)].map(({place, match}) => `${place}: ${match[0]}`),
    bad: [one('bot/a.cpp', '// TODO later'), one('README.md', 'FIXME')],
    good: [one('bot/a.cpp', '// all is done; mastodons and todos in lower case are fine')],
  },
  {
    name: 'no paths of a machine and no papers from outside the repository',
    check: files => [...found(files, path => !here(path), machine)].map(({place, match}) => `${place}: ${match[0]}`),
    bad: [one('dev', 'cp /work/main/x y'), one('README.md', 'see ../shared/design.md'), one('store/a.hpp', '// teams-protocol section 1.6'), one('bot/a.cpp', '// style.md says so')],
    good: [one('bot/a.cpp', '"who works/work for"'), one('README.md', 'in your home folder /home/you/work/x')],
  },
  {
    name: 'no hosts of package registries',
    check: files => [...found(files, path => !here(path), hosts)].map(({place, match}) => `${place}: ${match[0]}`),
    bad: [one('tests/cards/package-lock.json', '"resolved": "https://registry.npmjs.org/a"')],
    good: [one('tests/cards/package-lock.json', '"integrity": "sha512-x"')],
  },
  {
    name: 'who or what wrote it stands nowhere',
    check: files => [...found(files, path => !here(path) && !/^config\/(?:words|situations)\//.test(path), makers)].map(({place, match}) => `${place}: ${match[0]}`),
    bad: [one('README.md', 'Co-authored-by: x'), one('bot/a.cpp', '// a sub-agent wrote this')],
    good: [one('README.md', "Microsoft's Agents Playground; the User-Agent header")],
  },
  {
    name: 'situations are sentences of a few words, each once, under topics that are named once (config/situations/README.md)',
    check: situations_in,
    bad: [
      one('config/situations/a.txt', '= vand\nder er vand i kælderen\nDer er vand i kælderen!\n'), one('config/situations/a.txt', '= vand\nder er vand her\n= Vand\nvandet er brunt\n'),
      one('config/situations/a.txt', 'der er vand i kælderen\n'), one('config/situations/a.txt', '= vand\n'), one('config/situations/a.txt', `= vand\n${'meget '.repeat(40)}\n`),
      one('config/situations/a.txt', '= vand\nder e\u0301r vand\n'),
    ],
    good: [one('config/situations/a.txt', '# remark\n- hej\n=! snak\nhvordan går det\n= vand, drikkevand\nvandet er brunt\nen: brown water\n')],
  },
  {
    name: 'scripts of tests wait for events, never for time',
    check: files => [...found(files, path => /^tests\/(?!bench\/).*\.m?js$/.test(path) && !here(path) && !path.endsWith('support/wait.mjs'), /(?<!\.)\bsetTimeout\(|\bsetInterval\(|timers\/promises/g)]
      .filter(({place}) => !place.startsWith('tests/end_to_end/support/program.mjs')).map(({place, match}) => `${place}: ${match[0]}`),
    bad: [one('tests/end_to_end/a.test.mjs', 'await new Promise(r => setTimeout(r, 5))')],
    good: [one('tests/end_to_end/support/wait.mjs', 'setTimeout(r, 5)')],
  },
  {
    name: 'files end with a line break; no tabs in C++, no spaces at the ends of lines',
    check(files) {
      const faults = [];
      for (const {path, text} of files) {
        if (!is_cpp(path) && !is_script(path) && !path.endsWith('.md')) continue;
        if (text !== '' && !text.endsWith('\n')) faults.push(`${path}: no line break at the end`);
        for (const match of text.matchAll(is_cpp(path) ? /[ \t]+$|\t/gm : /[ \t]+$/gm)) faults.push(`${path}:${line_of(text, match.index)}: white space`);
      }
      return faults;
    },
    bad: [one('bot/a.cpp', 'int a;'), one('bot/a.cpp', '\tint a;\n'), one('README.md', 'a  \n')],
    good: [one('bot/a.cpp', 'int a;\n')],
  },
  {
    name: 'every source has its test, or is listed with the test that reaches it',
    check(files) {
      const paths = new Set(files.map(file => file.path));
      const known = path => paths.has(path) || path.startsWith('the compiler');
      const faults = [];
      for (const path of paths) {
        if (!library_of(path) || !path.endsWith('.cpp')) continue;
        const tested = paths.has(test_of(path));
        const through = seen_through(path);
        if (!tested && !through) faults.push(`${path}: there is no ${test_of(path)}, and tests/tidy/seen_through.mjs does not say where it is tested`);
        if (tested && through) faults.push(`tests/tidy/seen_through.mjs: ${path} has a test of its own by now`);
        if (through && !known(through)) faults.push(`tests/tidy/seen_through.mjs: there is no ${through}`);
      }
      return faults;
    },
    bad: [one('bot/never_heard_of.cpp', '')],
    good: [[...one('bot/a.cpp', ''), ...one('tests/bot/a_test.cpp', '')]],
  },
  {
    name: 'both languages say the same things, each in its own words',
    check(files) {
      const [da, en] = ['da', 'en'].map(language => texts_of(files, language));
      const faults = [];
      for (const key of new Set([...Object.keys(da), ...Object.keys(en)])) {
        if (!(key in da) || !(key in en)) faults.push(`handlers/texts: ${key} is missing in ${key in da ? 'en' : 'da'}.json`);
        else if (Array.isArray(da[key]) !== Array.isArray(en[key]) || (Array.isArray(da[key]) && da[key].length !== en[key].length)) faults.push(`handlers/texts: ${key} has another shape in the two languages`);
        else if (placeholders(da[key]) !== placeholders(en[key])) faults.push(`handlers/texts: ${key} has ${placeholders(da[key])} in Danish and ${placeholders(en[key])} in English`);
      }
      for (const [key, value] of Object.entries(en)) if (/[æøåÆØÅ]/.test(JSON.stringify(value))) faults.push(`handlers/texts/en.json: ${key} has Danish letters`);
      for (const [key, value] of Object.entries(da)) if (/\b(?:the|and|who|is|you|for your)\b/i.test(JSON.stringify(value))) faults.push(`handlers/texts/da.json: ${key} has English words`);
      return faults;
    },
    bad: [pair({a: 'Hej'}, {}), pair({}, {a: 'Hello'}), pair({a: 'Hej {name}'}, {a: 'Hello {person}'}), pair({a: 'Hej'}, {a: 'Hæj'}), pair({a: 'Hello the colleague'}, {a: 'Hello'}), pair({a: ['x']}, {a: ['x', 'y']})],
    good: [pair({a: 'Hej {name}', b: ['man', 'tir']}, {a: 'Hello {name}', b: ['mon', 'tue']})],
  },
  {
    name: 'every text is used, and every text that is used exists',
    check(files) {
      const da = texts_of(files, 'da');
      if (Object.keys(da).length === 0) return [];
      const used = new Set();
      const faults = [];
      const sections = new Set(Object.keys(da).map(key => key.split('.')[0]));
      for (const {path, text} of files) {
        if (!is_cpp(path) || !path.startsWith('handlers/')) continue;
        for (const literal of literals(text)) {
          used.add(literal.text);
          const [section, ...rest] = literal.text.split('.');
          if (rest.length === 1 && /^[a-z_]+$/.test(rest[0]) && sections.has(section) && !(literal.text in da)) faults.push(`${path}:${literal.line}: there is no text ${literal.text}`);
        }
      }
      for (const key of Object.keys(da)) {
        const built = [...used].some(literal => literal.endsWith('.') && key.startsWith(literal)) || [...used].some(literal => literal.startsWith('_') && key.endsWith(literal) && used.has(key.slice(0, -literal.length)));
        if (!used.has(key) && !built) faults.push(`handlers/texts: ${key} is used nowhere`);
      }
      return faults;
    },
    bad: [[...pair({'a.b': 'x'}, {'a.b': 'x'}), ...one('handlers/a.cpp', 'text("a.c", "a.b");')], [...pair({'a.b': 'x'}, {'a.b': 'x'}), ...one('handlers/a.cpp', 'int a;')]],
    good: [[...pair({'a.b': 'x', 'a.b_many': 'y'}, {}), ...one('handlers/a.cpp', 'text(std::string("a.b") + "_many");')]],
  },
  {
    name: 'people, mails and phones are invented',
    check(files) {
      const data = path => /\.(csv|json|jsonl|cpp|mjs|md|toml|txt)$/.test(path) && !path.endsWith('package-lock.json') && !here(path);
      const mails = [...found(files, data, /[\w.+-]+@(?!thread\.)[\w-]+(?:\.[\w-]+)*\.(?!example\b)[a-z]{2,}\b/gi)].filter(({match}) => !/@(?:thread|unq)\.|[@.]example\.(?:org|com|net)$|\.(?:v2|tacv2|skype|service|mjs|hpp|test|invalid)$|^git@/.test(match[0]));
      const phones = [...found(files, data, /\+45 ?\d[\d ]{6,}/g)].filter(({match}) => !/^\+45 ?99/.test(match[0]));
      return [...mails, ...phones].map(({place, match}) => `${place}: ${match[0]}`);
    },
    bad: [one('config/a.csv', 'x;anna@kommune.dk\n'), one('config/a.csv', '+45 33 12 34 56\n')],
    good: [one('config/a.csv', 'x;anna@sundkoebing.example;+45 99 12 34 56\n'), one('tests/a.mjs', "'19:abc@thread.v2'")],
  },
  {
    name: 'each folder has a README, and links in them lead somewhere',
    check(files) {
      const paths = new Set(files.map(file => file.path));
      const folders = new Set([...paths].flatMap(path => path.split('/').slice(0, -1).map((_, n, parts) => parts.slice(0, n + 1).join('/'))));
      const needed = [...folders].filter(folder => /^(config|store|handlers|bot|tests)$|^tests\/(end_to_end|cards|tidy|bench)$/.test(folder) || (/^(store|handlers|bot)\/[a-z_]+$/.test(folder) && [...paths].filter(path => path.startsWith(`${folder}/`) && path.endsWith('.cpp')).length > 10));
      const faults = needed.filter(folder => !paths.has(`${folder}/README.md`)).map(folder => `${folder}: there is no README.md`);
      for (const {place, match} of found(files, path => path.endsWith('.md'), /\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
        if (/^[a-z]+:/.test(match[1])) continue;
        const folder = place.split(':')[0].split('/').slice(0, -1);
        const target = match[1].split('/').reduce((parts, part) => (part === '..' ? parts.slice(0, -1) : part === '.' || part === '' ? parts : [...parts, part]), folder).join('/');
        if (!paths.has(target) && !folders.has(target) && !/\.(png|jpg)$/.test(target)) faults.push(`${place}: the link ${match[1]} leads nowhere`);
      }
      return faults;
    },
    bad: [one('bot/a.cpp', ''), one('README.md', '[x](no/such.md)')],
    good: [[...one('bot/README.md', 'see [a](../store/README.md)'), ...one('store/README.md', '')]],
  },
  {
    name: 'every subcommand of ./dev is explained, and those that are named exist',
    check(files) {
      const dev = files.find(file => file.path === 'dev');
      if (!dev) return [];
      const faults = [];
      const commands = new Set();
      for (const match of dev.text.matchAll(/^cmd_([a-z]+)\(\) *\{(.*)$/gm)) {
        commands.add(match[1]);
        if (!/ # \S+/.test(match[2])) faults.push(`dev:${line_of(dev.text, match.index)}: ${match[1]} has no explanation`);
      }
      for (const {place, match} of found(files, path => /\.(md|cpp|hpp|mjs)$/.test(path) && !here(path), /\.\/dev ([a-z]+)\b/g)) {
        if (!commands.has(match[1])) faults.push(`${place}: there is no ./dev ${match[1]}`);
      }
      const readme = files.find(file => file.path === 'README.md')?.text ?? '';
      for (const command of ['demo', 'test']) if (!readme.includes(`./dev ${command}`)) faults.push(`README.md: ./dev ${command} is not mentioned`);
      return faults;
    },
    bad: [[...one('dev', 'cmd_demo() { # a\n}\ncmd_test() {\n}\n'), ...one('README.md', './dev demo ./dev test')], [...one('dev', 'cmd_demo() { # a\ncmd_test() { # b\n'), ...one('README.md', './dev demo ./dev test ./dev dance')]],
    good: [[...one('dev', 'cmd_demo() { # a\ncmd_test() { # b\n'), ...one('README.md', './dev demo and ./dev test')]],
  },
];
