#include "handlers/time/when_words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace handlers {
namespace {

using Entry = std::pair<std::string_view, int>;

template <std::size_t size>
std::optional<int> look_up(const std::array<Entry, size>& table, std::string_view word) {
  const auto* found =
      std::find_if(table.begin(), table.end(), [&](const Entry& e) { return e.first == word; });
  return found == table.end() ? std::nullopt : std::optional(found->second);
}

constexpr std::array<Entry, 54> cardinals{{
    {"nul", 0},        {"zero", 0},       {"en", 1},       {"et", 1},          {"one", 1},
    {"two", 2},        {"tre", 3},        {"three", 3},    {"four", 4},        {"fem", 5},
    {"five", 5},       {"seks", 6},       {"six", 6},      {"syv", 7},         {"seven", 7},
    {"otte", 8},       {"eight", 8},      {"ni", 9},       {"nine", 9},        {"ti", 10},
    {"ten", 10},       {"elleve", 11},    {"eleven", 11},  {"tolv", 12},       {"twelve", 12},
    {"tretten", 13},   {"thirteen", 13},  {"fjorten", 14}, {"fourteen", 14},   {"femten", 15},
    {"fifteen", 15},   {"seksten", 16},   {"sixteen", 16}, {"sytten", 17},     {"seventeen", 17},
    {"atten", 18},     {"eighteen", 18},  {"nitten", 19},  {"nineteen", 19},   {"tyve", 20},
    {"twenty", 20},    {"tredive", 30},   {"thirty", 30},  {"fyrre", 40},      {"forty", 40},
    {"halvtreds", 50}, {"fifty", 50},     {"tres", 60},    {"sixty", 60},      {"halvfems", 90},
    {"ninety", 90},    {"hundrede", 100}, {"firs", 80},    {"halvfjerds", 70},
}};

constexpr std::array<Entry, 45> ordinals{{
    {"første", 1},      {"first", 1},        {"anden", 2},      {"andet", 2},       {"second", 2},
    {"tredje", 3},      {"tredie", 3},       {"third", 3},      {"fjerde", 4},      {"fourth", 4},
    {"femte", 5},       {"fifth", 5},        {"sjette", 6},     {"sixth", 6},       {"syvende", 7},
    {"seventh", 7},     {"ottende", 8},      {"eighth", 8},     {"niende", 9},      {"ninth", 9},
    {"tiende", 10},     {"tenth", 10},       {"ellevte", 11},   {"elvte", 11},      {"eleventh", 11},
    {"tolvte", 12},     {"twelfth", 12},     {"trettende", 13}, {"thirteenth", 13}, {"fjortende", 14},
    {"fourteenth", 14}, {"femtende", 15},    {"fifteenth", 15}, {"sekstende", 16},  {"sixteenth", 16},
    {"syttende", 17},   {"seventeenth", 17}, {"attende", 18},   {"eighteenth", 18}, {"nittende", 19},
    {"nineteenth", 19}, {"tyvende", 20},     {"twentieth", 20}, {"tredivte", 30},   {"thirtieth", 30},
}};

constexpr std::array<Entry, 32> weekdays{{
    {"tirs", 2},   {"tors", 4},    {"lør", 6},      {"mon", 1},      {"tue", 2},    {"wed", 3},
    {"thu", 4},    {"fri", 5},     {"sat", 6},      {"sun", 7},      {"mandag", 1}, {"monday", 1},
    {"man", 1},    {"tirsdag", 2}, {"tuesday", 2},  {"tir", 2},      {"onsdag", 3}, {"wednesday", 3},
    {"ons", 3},    {"torsdag", 4}, {"thursday", 4}, {"tor", 4},      {"fredag", 5}, {"friday", 5},
    {"fre", 5},    {"lørdag", 6},  {"lordag", 6},   {"saturday", 6}, {"søndag", 7}, {"sondag", 7},
    {"sunday", 7}, {"søn", 7},
}};

constexpr std::array<Entry, 19> months{{
    {"januar", 1},   {"january", 1},  {"februar", 2},   {"february", 2},  {"marts", 3},
    {"march", 3},    {"april", 4},    {"maj", 5},       {"may", 5},       {"juni", 6},
    {"june", 6},     {"juli", 7},     {"july", 7},      {"august", 8},    {"september", 9},
    {"oktober", 10}, {"october", 10}, {"november", 11}, {"december", 12},
}};

constexpr std::array<Entry, 13> short_months{{
    {"jan", 1},
    {"feb", 2},
    {"mar", 3},
    {"apr", 4},
    {"jun", 6},
    {"jul", 7},
    {"aug", 8},
    {"sep", 9},
    {"sept", 9},
    {"okt", 10},
    {"oct", 10},
    {"nov", 11},
    {"dec", 12},
}};

using U = Amount::Unit;
struct UnitWord {
  std::string_view word;
  U unit;
  int times;
};
constexpr std::array<UnitWord, 38> units{{
    {"minut", U::minutes, 1},
    {"minutter", U::minutes, 1},
    {"min", U::minutes, 1},
    {"minute", U::minutes, 1},
    {"minutes", U::minutes, 1},
    {"mins", U::minutes, 1},
    {"kvarter", U::minutes, 15},
    {"timer", U::minutes, 60},
    {"hour", U::minutes, 60},
    {"hours", U::minutes, 60},
    {"hrs", U::minutes, 60},
    {"dag", U::days, 1},
    {"dage", U::days, 1},
    {"day", U::days, 1},
    {"days", U::days, 1},
    {"arbejdsdag", U::working_days, 1},
    {"arbejdsdage", U::working_days, 1},
    {"hverdag", U::working_days, 1},
    {"hverdage", U::working_days, 1},
    {"workday", U::working_days, 1},
    {"workdays", U::working_days, 1},
    {"weekdays", U::working_days, 1},
    {"uge", U::weeks, 1},
    {"uger", U::weeks, 1},
    {"week", U::weeks, 1},
    {"weeks", U::weeks, 1},
    {"måned", U::months, 1},
    {"måneder", U::months, 1},
    {"mdr", U::months, 1},
    {"month", U::months, 1},
    {"months", U::months, 1},
    {"år", U::years, 1},
    {"year", U::years, 1},
    {"years", U::years, 1},
    {"fortnight", U::weeks, 2},
    {"fortnights", U::weeks, 2},
    {"kvartal", U::months, 3},
    {"kvartaler", U::months, 3},
}};

/// Whether one letter more, less, another or two swapped make `word` of `right`.
bool one_typo(std::string_view word, std::string_view right) {
  if (word.size() < 5 || word.front() != right.front()) {
    return false;
  }
  const auto [a, b] = std::mismatch(word.begin(), word.end(), right.begin(), right.end());
  const std::string_view x = word.substr(static_cast<std::size_t>(a - word.begin()));
  const std::string_view y = right.substr(static_cast<std::size_t>(b - right.begin()));
  if (x.empty() || y.empty()) {
    return x.size() + y.size() == 1;
  }
  const bool swapped =
      x.size() > 1 && y.size() > 1 && x[0] == y[1] && x[1] == y[0] && x.substr(2) == y.substr(2);
  return swapped || x.substr(1) == y.substr(1) || x.substr(1) == y || x == y.substr(1);
}

/// The entry that a word with one typo is meant to be; nothing if it may be two.
template <std::size_t size>
std::optional<int> look_up_typo(const std::array<Entry, size>& table, std::string_view word) {
  constexpr std::array<std::string_view, 8> words_of_their_own{"fridag",  "mandat", "vandag", "mandal",
                                                               "hverdag", "middag", "sundae", "augustus"};
  if (std::find(words_of_their_own.begin(), words_of_their_own.end(), word) != words_of_their_own.end()) {
    return std::nullopt;
  }
  std::optional<int> found;
  for (const auto& [right, value] : table) {
    if (right.size() >= 6 && one_typo(word, right)) {
      if (found && *found != value) {
        return std::nullopt;
      }
      found = value;
    }
  }
  return found;
}

std::optional<int> cardinal_word(const Sentence& s, std::string_view word) {
  if (s.english() ? (word == "a" || word == "an") : word == "to" || word == "fire") {
    return word == "to" ? 2 : word == "fire" ? 4 : 1;
  }
  return look_up(cardinals, word);
}

/// "enogtyve", "femogtredivte": the ones before "og", the tens after it in `tens`.
template <std::size_t size>
std::optional<int> danish_compound(const std::array<Entry, size>& tens, std::string_view word) {
  const auto og = word.find("og", 2);
  if (og == std::string_view::npos) {
    return std::nullopt;
  }
  const auto ones_word = word.substr(0, og);
  const auto ones = ones_word == "to"     ? std::optional(2)
                    : ones_word == "fire" ? std::optional(4)
                                          : look_up(cardinals, ones_word);
  const auto ten = look_up(tens, word.substr(og + 2));
  return ones && ten && *ones >= 1 && *ones <= 9 && *ten >= 20 ? std::optional(*ones + *ten) : std::nullopt;
}

/// "twenty-one" with the ones looked up in `table`; `i` is at the tens.
template <std::size_t size>
Number english_compound(const Sentence& s, std::size_t i, const std::array<Entry, size>& table) {
  const auto tens = look_up(cardinals, s.at(i).text);
  if (!tens || *tens < 20 || *tens > 50 || *tens % 10 != 0) {
    return {};
  }
  const auto one = s.is(i + 1, "-") ? i + 2 : i + 1;
  const auto ones = look_up(table, s.at(one).text);
  return ones && *ones >= 1 && *ones <= 9 ? Number{*tens + *ones, one + 1} : Number{};
}

const UnitWord* unit_at(const Sentence& s, std::size_t i, bool glued) {
  static constexpr UnitWord hour{"time", U::minutes, 60};
  if ((!s.english() && s.is(i, "time")) || (glued && s.any(i, {"t", "h"}))) {
    return &hour;
  }
  const auto* found =
      std::find_if(units.begin(), units.end(), [&](const UnitWord& u) { return u.word == s.at(i).text; });
  return found == units.end() ? nullptr : found;
}

/// "halvanden time", "half an hour", "1,5 time": what is no whole number of hours.
Amount read_broken_hours(const Sentence& s, std::size_t i) {
  if (const auto next = s.after_any(i, {"halvanden time", "en og en halv time", "an hour and a half",
                                        "one and a half hours", "one hour and a half"})) {
    return {U::minutes, 90, false, next};
  }
  if (const auto next = s.after_any(i, {"en halv time", "halv time", "half an hour", "a half hour",
                                        "half hour", "1 / 2 time", "1 / 2 hour", "en halvtime"})) {
    return {U::minutes, 30, false, next};
  }
  if (const auto next = s.after_any(i, {"a quarter of an hour", "quarter of an hour"})) {
    return {U::minutes, 15, false, next};
  }
  if (const auto next = s.after_any(i, {"to en halv time", "to og en halv time", "two and a half hours"})) {
    return {U::minutes, 150, false, next};
  }
  if (s.number(i) && s.at(i).value <= 24 && s.any(i + 1, {",", "."}) && s.glued(i + 1) && s.glued(i + 2) &&
      s.any(i + 2, {"5", "25", "75"})) {
    const auto* unit = unit_at(s, i + 3, false);
    if (unit && unit->times == 60) {
      const int part = s.is(i + 2, "5") ? 30 : s.is(i + 2, "25") ? 15 : 45;
      return {U::minutes, s.at(i).value * 60 + part, false, i + 4};
    }
  }
  return {};
}

}  // namespace

Number read_cardinal(const Sentence& s, std::size_t i) {
  if (s.number(i)) {
    return {s.at(i).value, i + 1};
  }
  if (const auto both = english_compound(s, i, cardinals); both.next) {
    return both;
  }
  const auto value = cardinal_word(s, s.at(i).text);
  const auto compound = value ? value : danish_compound(cardinals, s.at(i).text);
  return compound ? Number{*compound, i + 1} : Number{};
}

Number read_ordinal(const Sentence& s, std::size_t i) {
  if (s.number(i)) {
    const int value = s.at(i).value;
    const bool ordinal = s.glued(i + 1) && (s.any(i + 1, {"st", "nd", "rd", "th"}) ||
                                            (s.is(i + 1, ".") && !(s.glued(i + 2) && s.number(i + 2))));
    return ordinal && value >= 1 && value <= 31 ? Number{value, i + 2} : Number{};
  }
  if (const auto both = english_compound(s, i, ordinals); both.next) {
    return both;
  }
  const auto value = look_up(ordinals, s.at(i).text);
  const auto compound = value ? value : danish_compound(ordinals, s.at(i).text);
  return compound && *compound <= 31 ? Number{*compound, i + 1} : Number{};
}

WeekdayWord read_weekday(const Sentence& s, std::size_t i) {
  if (s.at(i).kind != Token::Kind::word) {
    return {};
  }
  std::string_view word = s.at(i).text;
  // In Danish they are other words: "jeg har fri 24. december".
  if (!s.english() && (word == "fri" || word == "mon" || word == "sat")) {
    return {};
  }
  WeekdayWord result;
  if (look_up(weekdays, word)) {
    const bool abbreviation = word.size() <= 4 && word.find("day") == std::string_view::npos;
    // "man", "tor", "ons" are words of their own: only with a dot and a date after it.
    if (abbreviation && !(s.is(i + 1, ".") && (s.number(i + 2) || s.any(i + 2, {"d", "den"}))) &&
        !(s.number(i + 1) && (s.is(i + 2, "/") || read_month(s, s.skip(i + 2, {"."})).next))) {
      return {};
    }
    result.next = abbreviation && s.is(i + 1, ".") ? i + 2 : i + 1;
  } else {
    for (const std::string_view ending : {"ens", "ene", "en", "e", "s"}) {
      if (word.ends_with(ending) && word.size() > ending.size() + 5 &&
          look_up(weekdays, word.substr(0, word.size() - ending.size()))) {
        word.remove_suffix(ending.size());
        result.definite = ending == "en" || ending == "ens";
        result.plural = ending == "e" || ending == "ene" || (ending == "s" && word.ends_with("day"));
        break;
      }
    }
    result.next = i + 1;
  }
  const auto exact = look_up(weekdays, word);
  const auto iso = exact ? exact : look_up_typo(weekdays, word);
  result.iso = static_cast<unsigned>(iso.value_or(0));
  if (result.iso == 0) {
    return {};
  }
  if (s.any(result.next, {"'", "\xE2\x80\x99"}) && s.is(result.next + 1, "s") && s.glued(result.next + 1)) {
    result.next += 2;  // "Friday's"
    result.definite = true;
  }
  return result;
}

Number read_month(const Sentence& s, std::size_t i, bool whole_word) {
  if (s.at(i).kind != Token::Kind::word) {
    return {};
  }
  const std::string_view word = s.at(i).text;
  if (const auto month = look_up(months, word)) {
    return {*month, i + 1};
  }
  if (const auto month = whole_word ? std::nullopt : look_up(short_months, word)) {
    return {*month, s.is(i + 1, ".") && s.glued(i + 1) ? i + 2 : i + 1};
  }
  const auto meant = look_up_typo(months, word);
  return meant ? Number{*meant, i + 1} : Number{};
}

Amount read_amount(const Sentence& s, std::size_t i) {
  if (const auto broken = read_broken_hours(s, i); broken.next) {
    return broken;
  }
  const auto number = read_cardinal(s, i);
  if (!number.next || number.value < 1 || number.value > 2000) {
    return {};
  }
  if (const auto next = s.after_any(
          number.next, {"working day", "working days", "business day", "business days", "work days"})) {
    return {U::working_days, number.value, false, next};
  }
  const auto* unit = unit_at(s, number.next, s.number(i) && s.glued(number.next));
  if (!unit) {
    return {};
  }
  Amount amount{unit->unit, number.value * unit->times, unit->unit == U::minutes && unit->times == 60,
                number.next + 1};
  if (s.is(amount.next, ".") && s.is(number.next, "min")) {
    ++amount.next;
  }
  if (amount.hours && s.any(amount.next, {"og", "and"})) {
    const auto rest = read_amount(s, amount.next + 1);
    if (rest.next && rest.unit == U::minutes && !rest.hours && rest.count < 60) {
      return {U::minutes, amount.count + rest.count, false, rest.next};
    }
  }
  return amount;
}

}  // namespace handlers
