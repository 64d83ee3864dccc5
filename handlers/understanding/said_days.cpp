#include "handlers/understanding/said_days.hpp"

#include "handlers/time/date_phrases.hpp"

#include <algorithm>
#include <chrono>
#include <string_view>

namespace handlers::understanding {
namespace {

When read_when(std::string_view text, store::Spoken spoken, std::chrono::hours clock = {}) {
  static const WorkCalendar calendar;
  const auto language = spoken == store::Spoken::english ? Language::english : Language::danish;
  return parse_when(text, LocalTime{store::Day{}, clock}, language, calendar);
}

bool names_days(std::string_view said, store::Spoken spoken) {
  const When when = read_when(said, spoken);
  const bool span = when.days && when.days->from && when.days->to;
  // "in five minutes" is another time when the clock says so.
  const bool counted = when.start != read_when(said, spoken, std::chrono::hours(12)).start;
  return (when.date || span) && !when.recurrence && !when.not_before && !counted;
}

bool leads_to_a_day(std::string_view letters) {
  static constexpr std::string_view words[] = {"p\xE5", "til", "i",   "den",  "d",   "om", "her",
                                               "on",    "to",  "for", "this", "the", "at", "n\xE6ste"};
  return std::find(std::begin(words), std::end(words), letters) != std::end(words);
}

}  // namespace

std::vector<SaidDay> said_days(const Message& message) {
  std::vector<SaidDay> days;
  const auto& words = message.words;
  for (const ByteRange& range : read_when(message.text, message.spoken).taken) {
    const auto said = std::string_view(message.text).substr(range.begin, range.end - range.begin);
    if (!names_days(said, message.spoken)) continue;
    SaidDay day;
    while (day.first < words.size() && words[day.first].end <= range.begin) ++day.first;
    day.end = day.first;
    while (day.end < words.size() && words[day.end].begin < range.end) ++day.end;
    if (day.end == day.first) continue;
    day.named = day.first;
    while (day.named + 1 < day.end && leads_to_a_day(words[day.named].letters)) ++day.named;
    const bool led =
        day.first > 0 && !words[day.first].after_mark && leads_to_a_day(words[day.first - 1].letters);
    if (led) --day.first;
    days.push_back(day);
  }
  return days;
}

}  // namespace handlers::understanding
