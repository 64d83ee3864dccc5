#include "handlers/understanding/wish.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace handlers::understanding {
namespace {

// Words with one blank between, in the index's spelling; a/b: one of these. What is wished for stands behind
// them.
constexpr std::string_view wishes[] = {
    "kontakt/kontakten/kontaktpersonen/forbindelse med/p\xE5/til/for",
    "bruge/bruger/mangler/mangle/s\xF8ger/finde/fat/fange en/nogen/ham/hende/den/p\xE5/i "
    "om/til/med/for/p\xE5",
    "vide/h\xF8re/sp\xF8rge noget/mere/lidt/jer/dig/nogen om",
    "h\xF8re/vide/sp\xF8rge/sp\xF8rger/ringer/ringet/skriver/skrevet om/ang/vedr",
    "sp\xF8rger/spurgt til",
    "tale/snakke med nogen/jer/dig/en om",
    "bruge/for/have/f\xE5/mangler/\xF8nsker hj\xE6lp/r\xE5"
    "d/vejledning/sparring til/med/om",
    "need/needs/want/get/some help/advice/guidance with/on/about",
    "person/people/someone/somebody/colleague/contact/one for",
    "know/hear/ask/asks/asked/asking/phoned/called/rang/calling/enquire/inquire/wrote about",
    "know/hear/ask more/something/you about",
    "talk/speak to/with someone/somebody/anyone/anybody/you about",
    "in touch/contact with"};
constexpr std::size_t longest_wish = 5;  // words

bool is_one_of(std::string_view word, std::string_view alternatives) {
  while (!alternatives.empty()) {
    const std::size_t end = std::min(alternatives.find('/'), alternatives.size());
    if (alternatives.substr(0, end) == word) return true;
    alternatives.remove_prefix(std::min(alternatives.size(), end + 1));
  }
  return false;
}

/// True if the words before `end` are those of the row.
bool ends_so(const Message& message, std::string_view row, std::size_t end) {
  while (!row.empty()) {
    const std::size_t blank = row.rfind(' ');
    const std::size_t begin = blank == std::string_view::npos ? 0 : blank + 1;
    if (end == 0 || !is_one_of(message.words[--end].letters, row.substr(begin))) return false;
    row.remove_suffix(row.size() - (begin == 0 ? 0 : begin - 1));
  }
  return true;
}

}  // namespace

std::string wished_for(const Message& message, const store::Finder& finder) {
  const auto& words = message.words;
  std::size_t end = words.size();
  while (end > 0 && words[end - 1].kind != WordKind::topic) --end;  // courtesies
  std::size_t first = end;
  for (; first > 0 && end - first < longest_wish; --first) {
    const bool wished =
        first < end && std::any_of(std::begin(wishes), std::end(wishes),
                                   [&](std::string_view row) { return ends_so(message, row, first); });
    if (wished) break;
    if (first < end && words[first].after_mark) return {};
  }
  if (first == 0 || first == end || end - first >= longest_wish) return {};
  std::string wish(message.between(first, end - 1));
  return finder.find(wish, 1, message.spoken).confidence == store::Confidence::sure ? wish : std::string();
}

}  // namespace handlers::understanding
