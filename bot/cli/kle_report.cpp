#include "bot/cli/kle_report.hpp"

#include <algorithm>
#include <array>

namespace bot {
namespace {

std::string text_of(store::Day day) {
  static constexpr std::array<const char*, 12> months{"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
  const std::chrono::year_month_day date{day};
  return std::to_string(static_cast<unsigned>(date.day())) + " " +
         months.at(static_cast<unsigned>(date.month()) - 1) + " " +
         std::to_string(static_cast<int>(date.year()));
}

std::string with_successors(const std::string& replaced_by) {
  if (replaced_by.empty()) return {};
  std::string numbers = replaced_by;
  for (auto at = numbers.find('\n'); at != std::string::npos; at = numbers.find('\n'))
    numbers.replace(at, 1, ", ");
  return ", now " + numbers;
}

std::string line_of(const store::KleChange& change) {
  using Kind = store::KleChange::Kind;
  const std::string number =
      change.number + std::string(10 - std::min<std::size_t>(change.number.size(), 10), ' ');
  switch (change.kind) {
    case Kind::added:
      return "  new      " + number + change.new_title;
    case Kind::retired:
      return "  retired  " + number + change.new_title + with_successors(change.replaced_by);
    case Kind::gone:
      return "  gone     " + number + change.old_title;
    case Kind::changed:
      break;
  }
  return "  changed  " + number + change.old_title +
         (change.old_title == change.new_title ? " (other keywords)" : " -> " + change.new_title);
}

std::string line_of(const store::KleStaleTask& task) {
  return "  " + task.number + "  " + task.title + (task.retired ? " (retired" : " (not in the plan") +
         with_successors(task.replaced_by) + ")";
}

std::string more(std::size_t shown, int all) {
  const int rest = all - static_cast<int>(shown);
  return rest > 0 && shown > 0 ? "  ... and " + std::to_string(rest) + " more\n" : std::string();
}

}  // namespace

std::string text_of(const store::KleReport& report) {
  std::string text = "KLE-Emneplan of " + text_of(report.released) + ": " + std::to_string(report.added) +
                     " new, " + std::to_string(report.changed) + " changed, " +
                     std::to_string(report.retired) + " retired, ";
  if (report.gone > 0) text += std::to_string(report.gone) + " gone, ";
  text += std::to_string(report.same) + " unchanged\n";
  if (report.known_release && *report.known_release > report.released)
    text += "The plan that was imported before is newer: it was released on " +
            text_of(*report.known_release) + ".\n";
  for (const store::KleChange& change : report.changes) text += line_of(change) + "\n";
  text += more(report.changes.size(), report.added + report.changed + report.retired + report.gone);
  if (report.stale == 0) return text;
  text += "These tasks have a KLE number that is no longer in use; give them another:\n";
  for (const store::KleStaleTask& task : report.stale_tasks) text += line_of(task) + "\n";
  return text + more(report.stale_tasks.size(), report.stale);
}

}  // namespace bot
