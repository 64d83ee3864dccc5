#include "handlers/understanding/places.hpp"

#include "handlers/understanding/word_classes.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace handlers::understanding {
namespace {

template <std::size_t N>
bool one_of(const std::string_view (&list)[N], std::string_view letters) {
  return std::find(std::begin(list), std::end(list), letters) != std::end(list);
}

bool says_where(std::string_view letters) {
  static constexpr std::string_view all[] = {"p\xE5", "i",   "ved", "foran", "bag", "bagved", "uden",
                                             "inde",  "ude", "in",  "at",    "on",  "behind", "outside"};
  return one_of(all, letters);
}

/// Behind a word that says where: the end of the place, or `i` itself if none follows. "The town hall" has
/// words before its own.
std::size_t end_of_place(const Message& message, std::size_t i, std::size_t end) {
  constexpr std::size_t longest = 3;
  const std::size_t last =
      message.spoken == store::Spoken::english ? std::min(end, i + longest) : std::min(end, i + 1);
  for (std::size_t at = i; at < last && !message.words[at].after_mark; ++at)
    if (is_building(message.words[at].letters)) return at + 1;
  return i;
}

}  // namespace

Placed take_places_out(const Message& message, Stretch topic) {
  Placed placed;
  std::size_t named = 0;
  for (std::size_t i = topic.first; i < topic.end;) {
    const MessageWord& word = message.words[i];
    const bool where = named > 0 && says_where(word.letters);
    const std::size_t end = where ? end_of_place(message, i + 1, topic.end) : i + 1;
    if (where && end > i + 1) {
      while (++i < end) placed.places.push_back(message.words[i].letters);
      continue;
    }
    named += word.kind == WordKind::topic ? 1 : 0;
    placed.rest += placed.rest.empty() ? "" : " ";
    placed.rest += message.between(i, i);
    ++i;
  }
  if (placed.places.empty()) placed.rest.clear();
  return placed;
}

}  // namespace handlers::understanding
