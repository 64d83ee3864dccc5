#pragma once
// Lists that are kept as one text, their items separated by line feeds. For store/*.cpp only.
#include <string>
#include <string_view>
#include <vector>

namespace store::detail {

/// Calls visit(std::string_view) for each item that is not empty.
template <typename Visit>
void for_each_item(std::string_view list, const Visit& visit) {
  while (!list.empty()) {
    const auto item = list.substr(0, list.find('\n'));
    if (!item.empty()) visit(item);
    list.remove_prefix(item.size() == list.size() ? item.size() : item.size() + 1);
  }
}

/// Adds an item, or another list, at the end; an empty one changes nothing.
inline void append_item(std::string& list, std::string_view item) {
  if (item.empty()) return;
  if (!list.empty()) list.push_back('\n');
  list.append(item);
}

inline std::string joined(const std::vector<std::string>& items) {
  std::string list;
  for (const std::string& item : items) append_item(list, item);
  return list;
}

}  // namespace store::detail
