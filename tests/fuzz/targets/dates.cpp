// Days and times in words: whatever is read is within its range.
#include "handlers/time/date_phrases.hpp"
#include "tests/fuzz/target.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

using namespace std::chrono_literals;

void demand(bool holds) {
  if (!holds) std::abort();
}

void check(const handlers::When& when, std::string_view text) {
  demand(!when.start || (*when.start >= 0min && *when.start <= 1439min));
  demand(!when.end || (*when.end >= 0min && *when.end <= 1440min));
  demand(!when.duration || (*when.duration >= 1min && *when.duration <= 31 * 24h));
  demand(!when.before || when.before->amount >= 1);
  demand(!when.recurrence || when.recurrence->every >= 1);
  demand(!when.days || when.days->from || when.days->to);
  std::size_t last = 0;
  for (const handlers::ByteRange& range : when.taken) {
    demand(range.begin >= last && range.begin < range.end && range.end <= text.size());
    last = range.end;
  }
  when.moment();
  when.moment_end();
}

/// The first byte chooses the day of writing and what is spoken of; the rest is the text.
void run(std::string_view input) {
  static const std::vector<std::string> closing_days{"12-24"};
  static const handlers::WorkCalendar calendar = *handlers::WorkCalendar::make(closing_days);
  const auto chosen = input.empty() ? 0 : static_cast<unsigned char>(input.front());
  const std::string_view text = input.substr(std::min<std::size_t>(1, input.size()));
  const handlers::LocalTime now{store::Day(std::chrono::days(20537 + chosen % 64 * 7)),
                                std::chrono::minutes(600)};
  handlers::WhenContext context;
  if (chosen % 2 == 1) context = {now, handlers::LocalTime{now.day, 720min}};
  for (const auto language : {handlers::Language::danish, handlers::Language::english})
    check(handlers::parse_when(text, now, language, calendar, context), text);
}

const fuzz::Registration registration{"dates", run};

}  // namespace
