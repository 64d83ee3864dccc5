#include "handlers/understanding/pattern_reading.hpp"

#include "store/text/word_table.hpp"
#include "store/text/words.hpp"

#include <span>
#include <string>
#include <string_view>

namespace handlers::understanding {
namespace {

constexpr std::size_t words_until_who = 3;
constexpr std::size_t words_until_day = 4;

// What little words do where a row may begin or end.
constexpr std::uint8_t asks_what = 1;
constexpr std::uint8_t turns = 2;
constexpr std::uint8_t is_polite = 4;
constexpr std::uint8_t closes = 8;
constexpr std::uint8_t joins = 16;
constexpr std::uint8_t opposes = 32;
constexpr std::uint8_t is_told_of = 64;

// Words that ask what, when, how: what follows is told nobody to do.
constexpr std::string_view asking_what = "hvad hvor hvordan hvornår hvorfor what how when where why";
// Whoever is told of: what stands behind is said of that one, and not to us.
constexpr std::string_view third_persons = "han hun she he they";
constexpr std::string_view turning = "ikke aldrig måske not never maybe";
// What may still stand behind an answer without changing it.
constexpr std::string_view courtesies =
    "tak mange tusind desværre alligevel lige så da jo dog nok sikkert helt denne gang også beklager "
    "venligst øv please thanks thank you unfortunately though sorry after all this time too afraid i m";
constexpr std::string_view closings = "mvh vh kh hilsen hilsner regards venlig hej";
constexpr std::string_view opposing = "men but";
constexpr std::string_view joining = "og samt and";

std::uint8_t uses_of(std::string_view letters) {
  static const auto all = [] {
    store::WordTable<std::uint8_t> made;
    store::Words words;
    const auto add = [&](std::string_view list, std::uint8_t use) {
      words.read(list);
      for (std::size_t i = 0; i < words.size(); ++i) made[words[i]] |= use;
    };
    add(asking_what, asks_what);
    add(turning, turns);
    add(courtesies, is_polite);
    add(closings, closes);
    add(opposing, opposes);
    add(joining, joins);
    add(third_persons, is_told_of);
    return made;
  }();
  const auto* found = all.find(letters);
  return found == nullptr ? std::uint8_t{0} : *found;
}

}  // namespace

bool Patterns::Reading::may_match(const Row& row) const {
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

std::size_t Patterns::Reading::end_of_day(std::size_t word) const {
  if (!days) days = said_days(message);
  for (const SaidDay& day : *days) {
    if (day.first > word || word > day.named) continue;
    const auto here = std::span(places).subspan(word, day.end - word);
    const bool free = std::none_of(here.begin(), here.end(), [](const Place& one) { return one.taken; });
    return free ? day.end : word;
  }
  return word;
}

bool Patterns::Reading::opposes_a_day(std::size_t word) const {
  if ((places[word].uses & opposes) == 0) return false;
  for (std::size_t day = word + 1; day < std::min(word + words_until_day, size()); ++day) {
    if (end_of_day(day) != day) return true;
  }
  return false;
}

void Patterns::Reading::read_margins() {
  margins_read = true;
  const auto& words = message.words;
  for (std::size_t word = 0; word < size(); ++word) places[word].uses = uses_of(words[word].letters);
  for (std::size_t word = 1; word <= size(); ++word) {
    const MessageWord& before = words[word - 1];
    const bool says = before.kind == WordKind::topic || before.kind == WordKind::asking ||
                      before.kind == WordKind::who || (places[word - 1].uses & (asks_what | is_told_of)) != 0;
    places[word].begins = (word < size() && words[word].after_mark) || (places[word - 1].begins && !says);
  }
  for (std::size_t word = size(); word-- > 0;) {
    const MessageWord& here = words[word];
    Place& place = places[word];
    const Place& behind = places[word + 1];
    const bool says =
        here.kind == WordKind::topic || here.kind == WordKind::asking || (place.uses & turns) != 0;
    place.ends = here.after_mark || (behind.ends && !says);
    const bool ending = (place.uses & closes) != 0;
    const bool polite = (place.uses & is_polite) != 0;
    place.answered = here.after_mark || ending || (behind.answered && polite) || opposes_a_day(word);
    place.said_all = ending || (behind.said_all && polite);
  }
}

bool Patterns::Reading::asks_anew(std::size_t word) const {
  if (!message.words[word].after_mark && (places[word].uses & joins) == 0) return false;
  const std::size_t last = std::min(word + words_until_who, size());
  for (std::size_t i = word; i < last && (i == word || !message.words[i].after_mark); ++i) {
    if (message.words[i].kind == WordKind::who) return true;
  }
  return false;
}

void Patterns::read_words(Reading& reading) const {
  const auto mark = [](std::span<std::uint64_t> bits, std::size_t from, std::size_t bit) {
    bits[from + bit / 64] |= std::uint64_t{1} << (bit % 64);
  };
  reading.blocks = last_id_ / 64U + 1;
  const std::size_t all_ids = reading.size() * reading.blocks;
  reading.bits.assign(all_ids + reading.blocks + rows_.size() / 64 + 1, 0);
  reading.ids = std::span(reading.bits).first(all_ids);
  reading.said = std::span(reading.bits).subspan(all_ids, reading.blocks);
  reading.rows = std::span(reading.bits).subspan(all_ids + reading.blocks);
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

}  // namespace handlers::understanding
