// Rules for the C++ sources. A rule looks at all files and returns sentences that begin with the place; `bad` are files that it
// must find fault with, `good` files that it must leave alone.
import {is_cpp, is_header, library_of, line_of, literals, without_comments} from './sources.mjs';

/** What a library may include of the project. */
const may_include = {
  config: /^config\//,
  store: /^(store\/|config\/(?:words|situations)\/embedded\.hpp$)/,
  handlers: /^(handlers\/|store\/(?!detail\/|migrations\/))/,
  bot: /^(bot|handlers|config)\/|^store\/(?!detail\/|migrations\/)/,
};

/** Each match of `pattern` in the code (comments left out) of the files that `where` takes. */
function* matches(files, where, pattern) {
  for (const file of files) {
    if (!is_cpp(file.path) || !where(file.path)) continue;
    const code = without_comments(file.text);
    for (const match of code.matchAll(pattern)) yield {place: `${file.path}:${line_of(code, match.index)}`, match};
  }
}

const one = (path, text) => [{path, text}];

export const cpp_rules = [
  {
    name: 'includes point downwards: bot -> handlers -> store, config only from bot',
    check(files) {
      const faults = [];
      for (const {place, match} of matches(files, library_of, /^#include "([^"]+)"/gm)) {
        if (!may_include[library_of(place)].test(match[1])) faults.push(`${place}: ${library_of(place)} may not include ${match[1]}`);
      }
      return faults;
    },
    bad: [one('store/a.cpp', '#include "handlers/turn.hpp"\n'), one('handlers/a.hpp', '#include "config/settings.hpp"\n'), one('handlers/a.cpp', '#include "bot/app.hpp"\n'),
      one('config/a.cpp', '#include "store/clock.hpp"\n'), one('bot/a.cpp', '#include "store/detail/connection.hpp"\n'), one('store/a.cpp', '#include "../store/b.hpp"\n')],
    good: [one('bot/a.cpp', '#include "store/clock.hpp"\n#include "config/log.hpp"\n'), one('store/a.cpp', '// #include "bot/app.hpp"\n#include "config/words/embedded.hpp"\n')],
  },
  {
    name: 'no SQLite and no JSON library in headers that others see',
    check(files) {
      const seen = path => is_header(path) && /^(store|handlers)\//.test(path) && !path.startsWith('store/detail/');
      return [...matches(files, seen, /^#include <(SQLiteCpp\/[^>]+|sqlite3\.h|nlohmann\/json\.hpp)>/gm)].map(({place, match}) => `${place}: ${match[1]} in a header`);
    },
    bad: [one('store/a.hpp', '#include <SQLiteCpp/SQLiteCpp.h>\n'), one('store/a.hpp', '#include <nlohmann/json.hpp>\n'), one('handlers/a.hpp', '#include <nlohmann/json.hpp>\n')],
    good: [one('store/detail/a.hpp', '#include <SQLiteCpp/SQLiteCpp.h>\n'), one('handlers/a.cpp', '#include <nlohmann/json.hpp>\n')],
  },
  {
    name: 'SQL stands in store only',
    check(files) {
      const sql = /\b(SELECT\s[^]*\sFROM\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(UNIQUE\s+)?(TABLE|INDEX|VIEW|TRIGGER)\s|PRAGMA\s+\w)/;
      const faults = [];
      for (const {path, text} of files) {
        if (!is_cpp(path) || /^(tests\/)?(support\/)?store\//.test(path)) continue;
        for (const literal of literals(text)) if (sql.test(literal.text)) faults.push(`${path}:${literal.line}: SQL outside store`);
      }
      return faults;
    },
    bad: [one('bot/a.cpp', 'auto q = "SELECT a FROM b WHERE c";'), one('handlers/a.cpp', 'auto q = R"sql(\nUPDATE a SET b = 1)sql";'), one('tests/bot/a_test.cpp', 'x("DELETE FROM a ");')],
    good: [one('store/a.cpp', 'auto q = "SELECT a FROM b ";'), one('bot/a.cpp', 'auto q = "Select a row from the list";')],
  },
  {
    name: 'coroutines and sockets live in bot only',
    check(files) {
      const outside = path => /^(tests\/)?(support\/)?(config|store|handlers)\//.test(path);
      return [...matches(files, outside, /\bco_(?:await|return|yield)\b|#include <boost\/(?:asio|beast)|#include <sys\/socket\.h>/g)].map(({place, match}) => `${place}: ${match[0]}`);
    },
    bad: [one('store/a.cpp', 'void f() { co_await g(); }'), one('handlers/a.hpp', '#include <boost/asio/awaitable.hpp>'), one('tests/handlers/a_test.cpp', 'co_return;')],
    good: [one('bot/a.cpp', 'co_await g();'), one('store/a.cpp', '// co_await is for bot')],
  },
  {
    name: 'the log is written by bot only, and nobody writes to standard streams but the command line',
    check(files) {
      const quiet = path => /^(store|handlers|bot)\//.test(path) && !path.startsWith('bot/cli/');
      return [...matches(files, quiet, /\bstd::(?:cout|cerr|clog)\b|\b(?:printf|fprintf|puts)\s*\(/g)].map(({place, match}) => `${place}: ${match[0]}`);
    },
    bad: [one('handlers/a.cpp', 'std::cerr << "x";'), one('bot/app.cpp', 'std::cout << 1;'), one('store/a.cpp', 'printf("x");')],
    good: [one('bot/cli/a.cpp', 'std::cout << 1;'), one('handlers/a.cpp', 'std::snprintf(b, 9, "x");')],
  },
  {
    name: 'every header is guarded, and every source includes its own header first',
    check(files) {
      const paths = new Set(files.map(file => file.path));
      const faults = [];
      for (const {path, text} of files) {
        if (is_header(path) && !text.startsWith('#pragma once\n')) faults.push(`${path}:1: must begin with #pragma once`);
        const own = path.replace(/\.cpp$/, '.hpp');
        const first = /^#include ["<]([^">]+)[">]/m.exec(text)?.[1];
        if (path.endsWith('.cpp') && library_of(path) && paths.has(own) && first !== own) faults.push(`${path}: must include ${own} first, not ${first}`);
      }
      return faults;
    },
    bad: [one('store/a.hpp', '#include <vector>\n'), [...one('store/a.cpp', '#include <vector>\n#include "store/a.hpp"\n'), ...one('store/a.hpp', '#pragma once\n')]],
    good: [[...one('store/a.cpp', '#include "store/a.hpp"\n#include <vector>\n'), ...one('store/a.hpp', '#pragma once\n')]],
  },
  {
    name: 'no using namespace of std, no goto, no const_cast, no detached coroutine, no own delete',
    check(files) {
      const pattern = /\busing namespace std\s*;|\bgoto\b|\bconst_cast<|\b(?:asio::)?detached\b|\bdelete\s+[a-z_]+;|\bdelete\[\]/g;
      return [...matches(files, path => library_of(path) !== undefined, pattern)].map(({place, match}) => `${place}: ${match[0]}`);
    },
    bad: [one('bot/a.cpp', 'asio::co_spawn(io, f(), asio::detached);'), one('bot/a.cpp', 'using namespace std;'), one('store/a.cpp', 'delete row;'), one('store/a.cpp', 'const_cast<int&>(x)')],
    good: [one('bot/a.cpp', '// never detached\nA(const A&) = delete;')],
  },
  {
    name: 'tests wait for events, never for time',
    check(files) {
      const waits = path => path.startsWith('tests/');
      return [...matches(files, waits, /\b(?:sleep_for|sleep_until|usleep|nanosleep|sleep)\s*\(/g)].map(({place, match}) => `${place}: ${match[0]}`);
    },
    bad: [one('tests/bot/a_test.cpp', 'std::this_thread::sleep_for(1s);'), one('tests/bot/a_test.cpp', 'usleep (5);')],
    good: [one('tests/bot/a_test.cpp', '// no sleep_for(1s) here')],
  },
];
