#include "store/kle_keywords.hpp"

#include "store/detail/cells.hpp"
#include "store/detail/lists.hpp"
#include "store/text/fold.hpp"

#include <unordered_set>

namespace store {

namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" ,;");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" ,;") - first + 1);
}

/// Cuts "[...]" out of `text`, an unclosed one up to the end; true if one of them says that it is no search
/// word.
bool cut_marks(std::string& text) {
  static const std::string out_of_use = fold("udgået");
  for (auto open = text.find('['); open != std::string::npos; open = text.find('[')) {
    const auto close = text.find(']', open);
    const std::string mark = fold(std::string_view(text).substr(open + 1, close - open - 1));
    if (mark.starts_with("=") || mark.starts_with(out_of_use)) return true;
    const auto length = close == std::string::npos ? std::string::npos : close - open + 1;
    text.replace(open, length, close == std::string::npos ? "" : " ");
  }
  return false;
}

}  // namespace

std::string kle_keywords(const std::vector<std::string>& keywords, std::string_view title) {
  static const std::string earlier_number = fold("tidligere emnenr");
  std::unordered_set<std::string> seen{fold(title), std::string()};
  std::string list;
  for (std::string keyword : keywords) {
    if (cut_marks(keyword)) continue;
    keyword = detail::clean_line(keyword);
    const std::string_view word = trimmed(keyword);
    std::string folded = fold(word);
    if (folded.starts_with(earlier_number) || !seen.insert(std::move(folded)).second) continue;
    detail::append_item(list, word);
  }
  return list;
}

}  // namespace store
