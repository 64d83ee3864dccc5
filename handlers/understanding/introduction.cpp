#include "handlers/understanding/introduction.hpp"

#include "handlers/understanding/names.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

namespace handlers::understanding {
namespace {

template <std::size_t N>
bool is_one_of(const std::string_view (&list)[N], std::string_view letters) {
  return std::find(std::begin(list), std::end(list), letters) != std::end(list);
}

}  // namespace

std::size_t end_of_introduction(const Message& message, const store::Finder& finder) {
  static constexpr std::string_view openings[][2] = {
      {"det", "er"}, {"jeg", "hedder"}, {"this", "is"}, {"navn", "er"}, {"name", "is"}};
  constexpr std::size_t soon = 3;
  constexpr std::size_t shortest_rest = 3;
  const auto& words = message.words;
  for (std::size_t i = 0; i + 3 < words.size() && i < soon; ++i) {
    if (i > 0 && words[i - 1].kind == WordKind::topic) return 0;
    const auto begins = [&](const auto& opening) {
      return words[i].letters == opening[0] && words[i + 1].letters == opening[1];
    };
    if (std::none_of(std::begin(openings), std::end(openings), begins)) continue;
    std::size_t next = i + 3;
    while (next < words.size() && !words[next].after_mark && spells_name(finder, words[next].letters) &&
           message.text[words[next].begin] != words[next].letters.front())  // in capitals: "Mette Sand"
      ++next;
    if (next + shortest_rest > words.size()) return 0;
    static constexpr std::string_view goes_on[] = {"jeg", "vi", "we", "hvem", "hvor", "hvad"};
    const MessageWord& after = words[next];
    const bool from = !after.after_mark && (after.letters == "fra" || after.letters == "from");
    static constexpr std::string_view about_them[] = {"der", "som", "ikke", "who", "not"};
    const bool begins_anew =
        (after.after_mark && !is_one_of(about_them, after.letters)) || is_one_of(goes_on, after.letters);
    if (!(from || begins_anew) || !is_first_name(finder, message.between(i + 2, i + 2))) return 0;
    return from && next + 2 < words.size() ? next + 2 : next;
  }
  return 0;
}

}  // namespace handlers::understanding
