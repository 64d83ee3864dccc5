// The tables of phrases made ready for matching.
#include "handlers/understanding/patterns.hpp"
#include "handlers/understanding/phrases.hpp"
#include "store/text/words.hpp"

#include <algorithm>
#include <stdexcept>

namespace handlers::understanding {
namespace {

/// Who may be meant instead of a name, in both languages.
constexpr std::string_view pronouns_and_roles =
    "han hun hende ham vedkommende kollega kollegaen kollegas chef chefen chefens leder lederen lederens "
    "borgmester borgmesteren borgmesterens direktør direktøren direktørens sekretær sekretæren medarbejderen "
    "nogen he she they him her "
    "them "
    "colleague manager boss leader mayor director secretary somebody someone anybody anyone";

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end != 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return parts;
}

}  // namespace

Patterns::Patterns(std::initializer_list<PatternTable> tables) {
  make_room(tables);
  for (const auto& table : tables) {
    for (const PatternRow& row : table.rows) add(row, table);
  }
  for (const std::string_view word : split(pronouns_and_roles, ' ')) someone_.push_back(id_of(word));
  anchor_rows();
  own_ids_ = {};
  group_ids_ = {};
}

/// For all elements and their words, so that what points at them stays right.
void Patterns::make_room(std::initializer_list<PatternTable> tables) {
  std::size_t rows = 0;
  std::size_t elements = 0;
  std::size_t ids = 0;
  for (const PatternTable& table : tables) {
    rows += table.rows.size();
    for (const PatternRow& row : table.rows) {
      const auto blanks = std::count(row.pattern.begin(), row.pattern.end(), ' ');
      const auto slashes = std::count(row.pattern.begin(), row.pattern.end(), '/');
      elements += static_cast<std::size_t>(blanks) + 1;
      ids += static_cast<std::size_t>(blanks + slashes) + 1;
    }
  }
  rows_.reserve(rows);
  elements_.reserve(elements);
  ids_.reserve(ids);
}

const Patterns& Patterns::all() {
  static const Patterns patterns{{danish::danger_groups(), danish::dangers()},
                                 {english::danger_groups(), english::dangers()},
                                 {danish::colleague_groups(), danish::colleagues()},
                                 {english::colleague_groups(), english::colleagues()},
                                 {danish::groups(), danish::private_matters()},
                                 {english::groups(), english::private_matters()},
                                 {danish::groups(), danish::overviews()},
                                 {english::groups(), english::overviews()},
                                 {danish::groups(), danish::leaving()},
                                 {english::groups(), english::leaving()},
                                 {danish::groups(), danish::upkeep()},
                                 {danish::groups(), danish::messages()},
                                 {danish::groups(), danish::answers(), true},
                                 {danish::groups(), danish::collaboration()},
                                 {danish::groups(), danish::catalogue()},
                                 {danish::groups(), danish::people()},
                                 {english::groups(), english::upkeep()},
                                 {english::groups(), english::collaboration()},
                                 {english::groups(), english::messages()},
                                 {english::groups(), english::answers(), true},
                                 {english::groups(), english::catalogue()},
                                 {english::groups(), english::people()}};
  return patterns;
}

const Patterns& Patterns::cues() {
  static const Patterns patterns{{danish::groups(), danish::cues()}, {english::groups(), english::cues()}};
  return patterns;
}

std::vector<std::string> Patterns::words() const {
  std::vector<std::string> all;
  for (const auto& [word, id] : words_) all.push_back(word);
  return all;
}

std::vector<Patterns::WordId>& Patterns::ids_of(std::string_view word) {
  const bool beginning = word.ends_with('*');
  const bool ending = word.starts_with('*');
  std::string letters = store::letters_of(word);
  if (!beginning && !ending) return words_[letters];
  auto& list = beginning && ending ? middles_
               : beginning         ? beginnings_[static_cast<unsigned char>(letters.front())]
                                   : endings_[static_cast<unsigned char>(letters.back())];
  const auto known =
      std::find_if(list.begin(), list.end(), [&](const auto& row) { return row.first == letters; });
  if (known != list.end()) return known->second;
  list.emplace_back(std::move(letters), std::vector<WordId>{});
  return list.back().second;
}

/// A word has an id of its own; the first of its ids, for groups come later or not at all.
Patterns::WordId Patterns::id_of(std::string_view word) {
  const auto known = own_ids_.find(std::string(word));
  if (known != own_ids_.end()) return known->second;
  const WordId id = ++last_id_;
  own_ids_.emplace(word, id);
  ids_of(word).push_back(id);
  return id;
}

/// All words of a group have its id, too.
Patterns::WordId Patterns::id_of(const WordGroup& group) {
  const auto known = group_ids_.find(group.words.data());
  if (known != group_ids_.end()) return known->second;
  const WordId id = ++last_id_;
  group_ids_.emplace(group.words.data(), id);
  for (const std::string_view word : split(group.words, ' ')) ids_of(word).push_back(id);
  return id;
}

Patterns::Element Patterns::read_element(std::string_view word, std::span<const WordGroup> groups) {
  Element element;
  element.optional = word.starts_with('?');
  if (element.optional) word.remove_prefix(1);
  if (word == "...") {
    element.kind = Kind::gap;
  } else if (word == "^") {
    element.kind = Kind::begin;
  } else if (word == "$") {
    element.kind = Kind::end;
  } else if (word == "$$") {
    element.kind = Kind::all;
  } else if (word.starts_with('<')) {
    const std::string_view inside = word.substr(1, word.size() - 2);
    const std::size_t colon = inside.find(':');
    const std::string_view kind = inside.substr(0, colon);
    element.slot = colon == std::string_view::npos ? kind : inside.substr(colon + 1);
    element.kind = kind == "day"       ? Kind::day
                   : kind == "person"  ? Kind::person
                   : kind == "someone" ? Kind::someone
                   : kind == "unit"    ? Kind::unit
                   : kind == "network" ? Kind::network
                   : kind == "title"   ? Kind::title
                                       : Kind::text;
    if (kind == "someone") element.slot = "person";
  } else {
    const std::size_t first = ids_.size();
    for (const std::string_view one : split(word, '/')) {
      if (!one.starts_with('{')) {
        ids_.push_back(id_of(one));
        continue;
      }
      const auto group = std::find_if(groups.begin(), groups.end(), [&](const WordGroup& known) {
        return known.name == one.substr(1, one.size() - 2);
      });
      if (group == groups.end()) throw std::logic_error("no such group: " + std::string(one));
      ids_.push_back(id_of(*group));
    }
    element.ids = std::span(ids_).subspan(first);
  }
  return element;
}

void Patterns::add(const PatternRow& source, const PatternTable& table) {
  Row row;
  const std::size_t first = elements_.size();
  row.reads_days = table.read_days;
  row.intent = source.intent;
  for (const std::string_view word : split(source.pattern, ' ')) {
    if (word == "&") {
      row.in_any_order = true;
    } else {
      elements_.push_back(read_element(word, table.groups));
    }
  }
  row.elements = std::span(elements_).subspan(first);
  for (const std::string_view slot : split(source.slots, ' ')) {
    const std::size_t equals = slot.find('=');
    if (equals == std::string_view::npos) {  // a value of several words
      row.slots.back().value += " " + std::string(slot);
      continue;
    }
    row.slots.push_back({std::string(slot.substr(0, equals)), std::string(slot.substr(equals + 1))});
  }
  const bool has_word = std::any_of(row.elements.begin(), row.elements.end(), [](const Element& element) {
    return element.kind == Kind::word && !element.optional;
  });
  if (!has_word) throw std::logic_error("a row without a word: " + std::string(source.pattern));
  rows_.push_back(std::move(row));
}

/// Each row is looked at only where one of its words is said: those that the fewest rows have.
void Patterns::anchor_rows() {
  std::vector<std::size_t> uses(last_id_ + 1U, 0);
  for (const Row& row : rows_) {
    for (const Element& element : row.elements) {
      for (const WordId id : element.ids) ++uses[id];
    }
  }
  const auto uses_of = [&](const Element& element) {
    std::size_t all = 0;
    for (const WordId id : element.ids) all += uses[id];
    return all;
  };
  anchored_.resize(last_id_ + 1U);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const Element* anchor = nullptr;
    for (const Element& element : rows_[i].elements) {
      if (element.kind != Kind::word || element.optional) continue;
      if (anchor == nullptr || uses_of(element) < uses_of(*anchor)) anchor = &element;
    }
    for (const WordId id : anchor->ids) anchored_[id].push_back(static_cast<std::uint16_t>(i));
  }
}

}  // namespace handlers::understanding
