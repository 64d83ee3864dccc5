#include "handlers/understanding/introduction.hpp"

#include "handlers/understanding/names.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

namespace handlers::understanding {

std::size_t end_of_introduction(const Message& message, const store::Finder& finder) {
  static constexpr std::string_view openings[][2] = {
      {"det", "er"}, {"jeg", "hedder"}, {"this", "is"}, {"navn", "er"}, {"name", "is"}};
  constexpr std::size_t soon = 3;
  const auto& words = message.words;
  for (std::size_t i = 0; i + 3 < words.size() && i < soon; ++i) {
    const auto begins = [&](const auto& opening) {
      return words[i].letters == opening[0] && words[i + 1].letters == opening[1];
    };
    if (std::none_of(std::begin(openings), std::end(openings), begins)) continue;
    std::size_t next = i + 3;
    while (next < words.size() && !words[next].after_mark && spells_name(finder, words[next].letters) &&
           message.text[words[next].begin] != words[next].letters.front())  // in capitals: "Mette Sand"
      ++next;
    if (next == words.size()) return 0;
    const std::string& letters = words[next].letters;
    const bool about_them = letters == "der" || letters == "som" || letters == "who" || letters == "ikke";
    if (about_them || !is_first_name(finder, message.between(i + 2, i + 2))) return 0;
    const bool from = letters == "fra" || letters == "from";
    return from && next + 2 < words.size() && !words[next].after_mark ? next + 2 : next;
  }
  return 0;
}

}  // namespace handlers::understanding
