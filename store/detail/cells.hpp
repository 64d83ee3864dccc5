#pragma once
// What stands in the cells of the files that people bring. For store/*.cpp only.
#include "store/catalogue.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace store::detail {

/// The text on one line: control characters and breaks become blanks, runs of blanks one; nothing at the
/// ends.
std::string clean_line(std::string_view text);

/// The same with its line breaks kept.
std::string clean_text(std::string_view text);

/// Puts an apostrophe before what a spreadsheet would run as a formula (OWASP, "CSV Injection"), and before
/// what begins with apostrophes and such, so that undefused() gives back every text exactly.
std::string defused(std::string_view text);
std::string_view undefused(std::string_view text);

/// 2026-03-23, 23-03-2026, 23.3.2026, 23/3-2026 or 23/3/2026; nothing for anything else.
std::optional<Day> parse_day(std::string_view text);
/// 2026-03-23.
std::string day_text(Day day);

/// KLE numbers ("05", "05.07" or "05.07.08") separated by ',', ';' or blanks, sorted, each once, one a line;
/// nothing if one of them is none.
std::optional<std::string> parse_kle(std::string_view text);

/// Items separated by ';' or line breaks, or else by ',': a ',' inside an item stays if there is a ';'.
std::vector<std::string> split_list(std::string_view text);
/// The cell that split_list() takes apart into the items of `lines` (one a line).
std::string join_list(std::string_view lines);

/// Danish or English; an empty cell is Role::responsible; nothing for another word.
std::optional<Role> parse_role(std::string_view text);

/// True for the word that stands in place of a role where a task has nobody, Danish or English.
bool means_vacant(std::string_view text);

/// Valid local date and time, "2026-03-27 09:00", from any of the forms of parse_day() and a time; nothing
/// otherwise.
std::optional<std::string> parse_local_time(std::string_view text);

}  // namespace store::detail
