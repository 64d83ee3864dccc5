#include "handlers/understanding/patterns.hpp"

#include "handlers/understanding/lexicon.hpp"
#include "handlers/understanding/names.hpp"
#include "handlers/understanding/said_days.hpp"

#include <algorithm>
#include <bit>
#include <iterator>
#include <optional>

namespace handlers::understanding {
namespace {

constexpr std::size_t longest_gap = 8;
constexpr std::size_t longest_name = 3;
constexpr std::size_t longest_phrase = 12;
constexpr std::size_t longest_text = 60;
constexpr std::size_t words_until_who = 3;
constexpr std::size_t words_until_day = 4;

// Words that ask what, when, how: what follows is told nobody to do.
constexpr std::string_view asking_what[] = {"hvad", "hvor", "hvordan", "hvorn\xE5r", "hvorfor",
                                            "what", "how",  "when",    "where",      "why"};
constexpr std::string_view turning[] = {"ikke", "aldrig", "m\xE5ske", "not", "never", "maybe"};
// What may still stand behind an answer without changing it.
constexpr std::string_view courtesies[] = {
    "tak",      "mange",    "tusind", "desv\xE6rre", "alligevel", "lige",  "s\xE5",         "da",
    "jo",       "dog",      "nok",    "sikkert",     "helt",      "denne", "gang",          "ogs\xE5",
    "beklager", "venligst", "please", "thanks",      "thank",     "you",   "unfortunately", "though",
    "sorry",    "after",    "all",    "this",        "time",      "too",   "afraid",        "i",
    "m",        "\xF8v"};
constexpr std::string_view closings[] = {"mvh", "vh", "kh", "hilsen", "hilsner", "regards", "venlig", "hej"};
constexpr std::string_view opposing[] = {"men", "but"};
constexpr std::string_view joining[] = {"og", "samt", "and"};

template <std::size_t N>
bool is_one_of(std::string_view letters, const std::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), letters) != std::end(words);
}

/// Intents that make something happen.
bool is_order(IntentName name) {
  using enum IntentName;
  static constexpr IntentName orders[] = {
      network_join,     network_leave,      network_create, network_close, gathering_create, gathering_move,
      gathering_cancel, gathering_uninvite, rsvp,           rsvp_nudge,    reminder_set,     mute,
      pairing_plan,     report_answers,     task_transfer,  task_assign,   task_add,         task_confirm,
      person_leaves,    digest_subscribe,   privacy_export, privacy_delete};
  return std::find(std::begin(orders), std::end(orders), name) != std::end(orders);
}

bool is_little(WordKind kind) {
  return kind == WordKind::function || kind == WordKind::link;
}

/// "Hvem opretter netværk?" tells nobody to do it.
bool asks_for_somebody(const Message& message) {
  return std::any_of(message.words.begin(), message.words.end(),
                     [](const MessageWord& word) { return word.kind == WordKind::who; });
}

/// All-capital messages included: then the catalogue's words decide.
bool begins_with_capital(const Message& message, std::size_t word) {
  const auto first = static_cast<unsigned char>(message.text[message.words[word].begin]);
  return (first >= 'A' && first <= 'Z') || first >= 0xC0;
}

/// Words that speak to us: what follows is wanted of us, whatever was asked before.
bool is_invitation(std::string_view letters) {
  static constexpr std::string_view words[] = {"du", "please", "you", "venligst", "og", "and"};
  return std::find(std::begin(words), std::end(words), letters) != std::end(words);
}

}  // namespace

/// A message as the rows see it: the pattern words that each of its words is.
struct Patterns::Reading {
  const Message& message;
  const store::Finder& finder;
  std::size_t blocks = 0;           // of 64 pattern words
  std::vector<std::uint64_t> ids;   // a bit for each pattern word that a word is
  std::vector<std::uint64_t> said;  // by any of the words
  std::vector<bool> taken;
  std::vector<bool> begins;                // by word: only filler from here back to the mark before
  std::vector<bool> ends;                  // by word: only filler from here to the mark behind
  std::vector<bool> answered;              // by word: only courtesies from here to the mark behind
  std::vector<bool> said_all;              // by word: the same to the end of the message
  std::vector<std::uint64_t> rows;         // a bit for each row that may match
  mutable std::vector<std::int8_t> named;  // what names() has found out
  mutable std::optional<std::vector<SaidDay>> days;

  std::size_t size() const { return message.words.size(); }
  bool is(std::size_t word, const std::vector<WordId>& wanted) const {
    return any_of(ids.data() + word * blocks, wanted);
  }
  /// False if a word that the row must have is not there, or not behind the one that it must have before.
  bool may_match(const Row& row) const {
    const auto needs_word = [](const Element& element) {
      return element.kind == Kind::word && !element.optional;
    };
    const bool all_said = std::all_of(row.elements.begin(), row.elements.end(), [&](const Element& element) {
      return !needs_word(element) || any_of(said.data(), element.ids);
    });
    if (!all_said || row.in_any_order) return all_said;
    std::size_t word = 0;
    for (const Element& element : row.elements) {
      if (!needs_word(element)) continue;
      while (word < size() && !is(word, element.ids)) ++word;
      if (word++ == size()) return false;
    }
    return true;
  }
  static bool any_of(const std::uint64_t* bits, const std::vector<WordId>& wanted) {
    return std::any_of(wanted.begin(), wanted.end(),
                       [bits](WordId id) { return (bits[id / 64] >> (id % 64) & 1) != 0; });
  }
  /// The answer of `ask` about a stretch of words, which many rows want to know; asked once.
  template <class Ask>
  bool names(Named what, std::size_t word, std::size_t end, Ask ask) const {
    named.resize(named_count * size() * longest_phrase, -1);
    std::int8_t& known =
        named[(static_cast<std::size_t>(what) * size() + word) * longest_phrase + end - word - 1];
    if (known < 0) known = ask(finder, message.between(word, end - 1)) ? 1 : 0;
    return known == 1;
  }
  /// Where a day that may begin at this word ends; the word itself if none does.
  std::size_t end_of_day(std::size_t word) const {
    if (!days) days = said_days(message);
    for (const SaidDay& day : *days) {
      if (day.first > word || word > day.named) continue;
      const bool free = std::none_of(taken.begin() + static_cast<std::ptrdiff_t>(word),
                                     taken.begin() + static_cast<std::ptrdiff_t>(day.end),
                                     [](bool is_taken) { return is_taken; });
      return free ? day.end : word;
    }
    return word;
  }
  /// "... men ikke fredag", "... but Friday": the answer before it ends here, the other day has its own.
  bool opposes_a_day(std::size_t word) const {
    if (!is_one_of(message.words[word].letters, opposing)) return false;
    for (std::size_t day = word + 1; day < std::min(word + words_until_day, size()); ++day) {
      if (end_of_day(day) != day) return true;
    }
    return false;
  }
  void read_margins() {
    begins.assign(size() + 1, true);
    ends.assign(size() + 1, true);
    answered.assign(size() + 1, true);
    said_all.assign(size() + 1, true);
    for (std::size_t word = 1; word <= size(); ++word) {
      const MessageWord& before = message.words[word - 1];
      const bool says = before.kind == WordKind::topic || before.kind == WordKind::asking ||
                        before.kind == WordKind::who || is_one_of(before.letters, asking_what);
      begins[word] = (word < size() && message.words[word].after_mark) || (begins[word - 1] && !says);
    }
    for (std::size_t word = size(); word-- > 0;) {
      const MessageWord& here = message.words[word];
      const bool says =
          here.kind == WordKind::topic || here.kind == WordKind::asking || is_one_of(here.letters, turning);
      ends[word] = here.after_mark || (ends[word + 1] && !says);
      const bool closes = is_one_of(here.letters, closings);
      const bool polite = is_one_of(here.letters, courtesies);
      answered[word] = here.after_mark || closes || (answered[word + 1] && polite) || opposes_a_day(word);
      said_all[word] = closes || (said_all[word + 1] && polite);
    }
  }
  /// A mark or an 'and' behind which somebody asks for somebody: what was said before ends here.
  bool asks_anew(std::size_t word) const {
    if (!message.words[word].after_mark && !is_one_of(message.words[word].letters, joining)) return false;
    const std::size_t last = std::min(word + words_until_who, size());
    for (std::size_t i = word; i < last && (i == word || !message.words[i].after_mark); ++i) {
      if (message.words[i].kind == WordKind::who) return true;
    }
    return false;
  }
};

/// Where no pattern holds the words together, less is believed: a single word is a name only if it is spelt
/// like one and no word of the catalogue in small letters ("skov"), and of a network only the word itself is.
bool Patterns::surely_meant(const Reading& reading, Kind kind, std::size_t word, std::size_t end) const {
  const MessageWord& said = reading.message.words[word];
  if (kind == Kind::network) return end - word == 1 && names_network_itself(said.letters);
  if (kind != Kind::person || end - word > 1) return true;
  return spells_name(reading.finder, said.letters) &&
         (begins_with_capital(reading.message, word) || !reading.finder.knows_word(said.letters));
}

/// Letter by letter or with a capital: "hele" is no Helle who is to get a task.
bool Patterns::written_as_name(const Reading& reading, std::size_t word) const {
  return begins_with_capital(reading.message, word) ||
         spells_name(reading.finder, reading.message.words[word].letters);
}

/// "Direktør for børn og unge": a word of the catalogue is no misspelt Bjørn.
bool Patterns::is_rather_a_word(const Reading& reading, std::size_t word) const {
  const std::string& letters = reading.message.words[word].letters;
  return reading.finder.knows_word(letters) && !spells_name(reading.finder, letters);
}

bool Patterns::fits(const Reading& reading, const Row& row, Kind kind, std::size_t word,
                    std::size_t end) const {
  const auto& words = reading.message.words;
  // "en" is no colleague, though a contact point be called "Én indgang".
  const bool names = std::any_of(words.begin() + static_cast<std::ptrdiff_t>(word),
                                 words.begin() + static_cast<std::ptrdiff_t>(end),
                                 [](const MessageWord& one) { return one.kind == WordKind::topic; });
  switch (kind) {
    case Kind::person:
      // Contact points are asked about, but have no leader and are never away.
      return names &&
             (row.intent == IntentName::tasks_of_person
                  ? reading.names(Named::person, word, end, names_person)
                  : reading.names(Named::colleague, word, end, names_colleague)) &&
             (!is_order(row.intent) || end - word > 1 || written_as_name(reading, word)) &&
             (end - word > 1 || !is_rather_a_word(reading, word));
    case Kind::someone: {
      const bool role = end - word <= 2 && reading.is(end - 1, someone_) &&
                        (end - word == 1 || reading.message.words[word].kind != WordKind::topic);
      return role || (names && reading.names(Named::person, word, end, names_person));
    }
    case Kind::unit:
      return reading.names(Named::unit, word, end, names_unit);
    case Kind::network:
      return reading.names(Named::network, word, end,
                           [](const store::Finder&, std::string_view said) { return names_network(said); });
    case Kind::title:
      return names_title(reading.message.words[end - 1].letters);
    default:
      return true;
  }
}

void Patterns::keep(const Reading& reading, const Element& element, std::size_t word, std::size_t end,
                    PatternMatch& found) const {
  const auto& words = reading.message.words;
  if (element.kind == Kind::text && element.slot != "text" && element.slot != "when") {
    while (end - word > 1 && is_little(words[end - 1].kind)) --end;
    while (end - word > 1 && is_little(words[word].kind)) ++word;
  }
  const std::string_view said = reading.message.between(word, end - 1);
  std::string value(said);
  if (element.kind == Kind::person || element.kind == Kind::someone) {
    if (element.kind == Kind::someone && !names_person(reading.finder, said)) return;
    value = person_called(reading.finder, said);
  } else if (element.kind == Kind::unit) {
    value = unit_called(reading.finder, said);
  }
  found.intent.slots.push_back({element.slot, std::move(value)});
}

bool Patterns::capture(const Reading& reading, const Row& row, std::size_t at, std::size_t word,
                       PatternMatch& found) const {
  const Element& element = row.elements[at];
  const bool to_the_end = element.slot == "text";  // other phrases end at a mark
  const std::size_t longest = element.kind == Kind::text      ? (to_the_end ? longest_text : longest_phrase)
                              : element.kind == Kind::network ? longest_phrase
                                                              : longest_name;
  std::size_t end = word;
  while (end < reading.size() && end - word < longest && !reading.taken[end] &&
         (end == word || (to_the_end ? !reading.asks_anew(end) : !reading.message.words[end].after_mark))) {
    ++end;
  }
  for (; end > word; --end) {  // the longest first
    const std::size_t slots = found.intent.slots.size();
    found.intent.slots.push_back({});  // keeps the slots in the order of the pattern
    if (match(reading, row, at + 1, end, found) && fits(reading, row, element.kind, word, end)) {
      auto behind = std::vector<Slot>(
          std::make_move_iterator(found.intent.slots.begin() + static_cast<std::ptrdiff_t>(slots) + 1),
          std::make_move_iterator(found.intent.slots.end()));
      found.intent.slots.resize(slots);
      keep(reading, element, word, end, found);
      std::move(behind.begin(), behind.end(), std::back_inserter(found.intent.slots));
      return true;
    }
    found.intent.slots.resize(slots);
  }
  return element.optional && match(reading, row, at + 1, word, found);
}

/// Each element somewhere, a name as long as it can be. The words are known to be there (may_match).
bool Patterns::match_in_any_order(const Reading& reading, const Row& row, PatternMatch& found) const {
  for (const Element& element : row.elements) {
    bool any = element.kind == Kind::word;
    for (std::size_t word = 0; !any && word < reading.size(); ++word) {
      for (std::size_t end = std::min(word + longest_name, reading.size()); !any && end > word; --end) {
        any = fits(reading, row, element.kind, word, end) && surely_meant(reading, element.kind, word, end);
        if (any) keep(reading, element, word, end, found);
      }
    }
    if (!any) return false;
  }
  found.first = 0;
  found.end = reading.size();
  return true;
}

bool Patterns::match(const Reading& reading, const Row& row, std::size_t at, std::size_t word,
                     PatternMatch& found) const {
  return (row.reads_days && match_behind_day(reading, row, at, word, found)) ||
         match_here(reading, row, at, word, found);
}

/// A day is kept, and the row goes on behind it as if it were not there.
bool Patterns::match_behind_day(const Reading& reading, const Row& row, std::size_t at, std::size_t word,
                                PatternMatch& found) const {
  auto& slots = found.intent.slots;
  if (!found.intent.slot("when").empty()) return false;  // one for each answer, and a bound on the work
  const Kind kind = at < row.elements.size() ? row.elements[at].kind : Kind::word;
  const std::size_t end = kind == Kind::begin ? word : reading.end_of_day(word);
  if (end == word) return false;
  const std::size_t before = slots.size();
  slots.push_back({"when", std::string(reading.message.between(word, end - 1))});
  if (match(reading, row, kind == Kind::day ? at + 1 : at, end, found)) return true;
  slots.resize(before);
  return false;
}

/// Where the rest of what is said ends; a day in it is kept, too.
std::size_t Patterns::end_of_rest(const Reading& reading, const Row& row, std::size_t word,
                                  PatternMatch& found) const {
  std::size_t end = word;
  while (end < reading.size() && end < word + longest_gap && !reading.taken[end] &&
         (end == word || !reading.message.words[end].after_mark) && !reading.asks_anew(end)) {
    const std::size_t behind_day = row.reads_days ? reading.end_of_day(end) : end;
    if (behind_day == end) {
      ++end;
      continue;
    }
    if (found.intent.slot("when").empty())
      found.intent.slots.push_back({"when", std::string(reading.message.between(end, behind_day - 1))});
    end = behind_day;
  }
  return end;
}

bool Patterns::match_here(const Reading& reading, const Row& row, std::size_t at, std::size_t word,
                          PatternMatch& found) const {
  if (at == row.elements.size()) {
    found.end = word;
    return true;
  }
  const Element& element = row.elements[at];
  switch (element.kind) {
    case Kind::begin:
      return reading.begins[word] && match(reading, row, at + 1, word, found);
    case Kind::end:
      return (row.reads_days ? reading.answered : reading.ends)[word] &&
             match(reading, row, at + 1, word, found);
    case Kind::all:
      return reading.said_all[word] && match(reading, row, at + 1, word, found);
    case Kind::day:
      return element.optional && match(reading, row, at + 1, word, found);
    case Kind::gap:
      if (at + 1 == row.elements.size()) {
        found.end = end_of_rest(reading, row, word, found);
        return true;
      }
      for (std::size_t skip = 0; skip <= longest_gap && word + skip <= reading.size(); ++skip) {
        if (match(reading, row, at + 1, word + skip, found)) return true;
        if (word + skip < reading.size() && reading.taken[word + skip]) return false;
      }
      return false;
    case Kind::person:
    case Kind::someone:
    case Kind::unit:
    case Kind::network:
    case Kind::title:
    case Kind::text:
      return capture(reading, row, at, word, found);
    case Kind::word:
      break;
  }
  const bool fits = word < reading.size() && !reading.taken[word] && reading.is(word, element.ids);
  if (fits && match(reading, row, at + 1, word + 1, found)) return true;
  return element.optional && match(reading, row, at + 1, word, found);
}

void Patterns::read_words(Reading& reading) const {
  const auto mark = [](std::vector<std::uint64_t>& bits, std::size_t from, std::size_t bit) {
    bits[from + bit / 64] |= std::uint64_t{1} << (bit % 64);
  };
  reading.blocks = last_id_ / 64U + 1;
  reading.ids.assign(reading.size() * reading.blocks, 0);
  reading.said.assign(reading.blocks, 0);
  reading.rows.assign(rows_.size() / 64 + 1, 0);
  for (std::size_t word = 0; word < reading.size(); ++word) {
    const std::string& letters = reading.message.words[word].letters;
    const auto add = [&](const std::vector<WordId>& ids) {
      for (const WordId id : ids) {
        mark(reading.ids, word * reading.blocks, id);
        mark(reading.said, 0, id);
        for (const std::uint16_t row : anchored_[id]) mark(reading.rows, 0, row);
      }
    };
    if (const auto* exact = words_.find(letters)) add(*exact);
    for (const auto& [beginning, ids] : beginnings_[static_cast<unsigned char>(letters.front())]) {
      if (letters.starts_with(beginning)) add(ids);
    }
    for (const auto& [ending, ids] : endings_[static_cast<unsigned char>(letters.back())]) {
      if (letters.ends_with(ending)) add(ids);
    }
    for (const auto& [middle, ids] : middles_) {
      if (letters.find(middle) != std::string::npos) add(ids);
    }
  }
}

/// "Hvem kan flytte mødet?" and "hvordan opretter man et netværk" ask; they tell nobody to do it.
bool Patterns::may_stand_here(const Reading& reading, const PatternMatch& found) const {
  const bool about_nobody =
      found.intent.name == IntentName::sensitive_refuse && found.intent.slot("person").empty();
  if (!is_order(found.intent.name) && !about_nobody && found.intent.name != IntentName::out_of_domain)
    return true;
  const auto& words = reading.message.words;
  for (std::size_t i = found.first; i > 0 && !words[i].after_stop; --i) {
    const MessageWord& before = words[i - 1];
    if (is_invitation(before.letters)) return true;  // "kan du", "please": from here on it is an order
    if (before.kind == WordKind::who) return false;
    if (words[i].after_mark && i != found.first && i + 1 < found.first) break;
  }
  return true;
}

/// The matches of one row, from the first word on.
void Patterns::find_row(Reading& reading, const Row& row, std::vector<PatternMatch>& matches) const {
  const Element& start = row.elements.front();
  const bool by_word = start.kind == Kind::word && !start.optional;
  for (std::size_t first = 0; first < reading.size(); ++first) {
    if (reading.taken[first] || (by_word && !reading.is(first, start.ids))) continue;
    PatternMatch found{first, first, {row.intent, {}}};
    if (!match(reading, row, 0, first, found) || found.end == first) continue;
    if (!may_stand_here(reading, found)) continue;
    found.intent.slots.insert(found.intent.slots.end(), row.slots.begin(), row.slots.end());
    for (std::size_t i = found.first; i < found.end; ++i) reading.taken[i] = true;
    matches.push_back(std::move(found));
  }
}

std::vector<PatternMatch> Patterns::find(const Message& message, const store::Finder& finder) const {
  Reading reading{message, finder, 0,  {}, {}, std::vector<bool>(message.words.size(), false), {}, {},
                  {},      {},     {}, {}, {}};
  read_words(reading);
  std::vector<PatternMatch> matches;
  for (std::size_t block = 0; block < reading.rows.size(); ++block) {
    for (std::uint64_t anchored = reading.rows[block]; anchored != 0; anchored &= anchored - 1) {
      const Row& row = rows_[block * 64 + static_cast<std::size_t>(std::countr_zero(anchored))];
      if (!reading.may_match(row)) continue;
      if (reading.begins.empty()) reading.read_margins();  // most messages have no such row
      if (!row.in_any_order) {
        find_row(reading, row, matches);
        continue;
      }
      PatternMatch found{0, 0, {row.intent, {}}};
      if (is_order(row.intent) && asks_for_somebody(message)) continue;
      if (!match_in_any_order(reading, row, found)) continue;
      found.intent.slots.insert(found.intent.slots.end(), row.slots.begin(), row.slots.end());
      if (is_order(row.intent)) found.intent.slots.push_back({"text", message.text});
      return {std::move(found)};
    }
  }
  std::sort(matches.begin(), matches.end(),
            [](const PatternMatch& a, const PatternMatch& b) { return a.first < b.first; });
  return matches;
}

}  // namespace handlers::understanding
