#include "handlers/time/when_finish.hpp"

#include "handlers/time/when_days.hpp"

#include <algorithm>

namespace handlers {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using Kind = Doubt::Kind;

class Finish {
 public:
  Finish(TakenParts& parts, LocalTime now, const WorkCalendar& calendar, const WhenContext& event)
      : parts_(parts), now_(now), calendar_(calendar), event_(event) {}

  void run() {
    finish_moved();
    finish_shift();
    finish_same_time();
    finish_clock();
    finish_recurrence();
    if (parts_.when.start && *parts_.when.start >= days(1)) {  // "kl. 24"
      parts_.when.start = minutes(0);
      parts_.when.date = parts_.when.date ? std::optional(*parts_.when.date + days(1)) : std::nullopt;
    }
    find_problems();
  }

 private:
  /// "flyt det til onsdag", weeks ahead: the coming Wednesday is hardly meant.
  void finish_moved() {
    auto& when = parts_.when;
    if (!event_.moves || !event_.start || !parts_.bare || !when.date ||
        event_.start->day - now_.day < days(7)) {
      return;
    }
    const auto weekday = std::chrono::weekday(event_.start->day).iso_encoding();
    const auto monday = event_.start->day - days(weekday - 1);
    if (*when.date >= monday) {
      return;
    }
    const auto coming = *when.date;
    when.date = monday + days(parts_.weekday - 1);
    if (when.days && when.days->to == coming) {
      when.days->to = when.date;
    }
  }

  void finish_shift() {
    if (!parts_.shift) {
      return;
    }
    if (parts_.shift->before) {
      parts_.when.before = before_of(parts_.shift->amount);
    }
    if (!event_.start) {
      if (!parts_.shift->before) {
        doubt(Kind::needs_event);
      }
      return;
    }
    if (parts_.when.date || parts_.when.days) {
      return;
    }
    auto start = *event_.start;
    const auto& amount = parts_.shift->amount;
    if (parts_.shift->weekday != 0) {
      const auto coming = weekday_after(start.day, parts_.shift->weekday);
      const bool same = std::chrono::weekday(start.day).iso_encoding() == parts_.shift->weekday;
      start.day = amount.count > 0 ? coming : coming - days(same ? 14 - 7 : 7);
    } else if (amount.unit == Amount::Unit::minutes) {
      start = later(start, minutes(amount.count));
    } else {
      start.day = shifted(start.day, amount, calendar_);
    }
    parts_.when.date = start.day;
    if (!parts_.when.start && !parts_.part) {
      parts_.when.start = start.of_day;
      set_end_after(start.of_day);
    }
  }

  /// The event's length after a new start.
  void set_end_after(minutes start) {
    if (event_.end && event_.start && !parts_.when.end && !parts_.when.duration &&
        event_.end->day == event_.start->day && !shift_before()) {
      const auto end = start + (event_.end->of_day - event_.start->of_day);
      parts_.when.end = end <= days(1) ? std::optional(end) : std::nullopt;
    }
  }

  bool shift_before() const { return parts_.shift && parts_.shift->before; }

  static Before before_of(const Amount& amount) {
    using A = Amount::Unit;
    using B = Before::Unit;
    const int count = -amount.count;
    switch (amount.unit) {
      case A::minutes:
        return count % 60 == 0 ? Before{count / 60, B::hours} : Before{count, B::minutes};
      case A::days:
        return {count, B::days};
      case A::working_days:
        return {count, B::working_days};
      case A::weeks:
        return {count, B::weeks};
      case A::months:
        return {count, B::months};
      case A::years:
        return {count * 12, B::months};
    }
    return {count, B::days};
  }

  void finish_same_time() {
    if (!parts_.when.same_time) {
      return;
    }
    if (!event_.start) {
      if (!parts_.when.doubts_if(Kind::needs_event)) {
        doubt(Kind::needs_event);
      }
    } else if (!parts_.when.start) {
      parts_.when.start = event_.start->of_day;
      set_end_after(*parts_.when.start);
    }
  }

  void finish_clock() {
    using std::chrono::hours;
    if (parts_.part && !parts_.when.start && !shift_before()) {
      parts_.when.start = parts_.part->usual;
      parts_.when.doubts.push_back({Kind::part_of_day, parts_.part_bytes, {}, {}});
      return;
    }
    if (parts_.part && parts_.when.start) {
      const auto half = [&](std::optional<minutes>& time, bool guessed) {
        if (time && guessed && parts_.part->from < hours(12)) {
          *time -= hours(12);
        } else if (time && !guessed && parts_.part->from >= hours(12) && *time < hours(12) &&
                   *time >= hours(1) && *time + hours(12) <= days(1)) {
          *time += hours(12);
        }
      };
      half(parts_.when.start, parts_.clock.start_guessed);
      half(parts_.when.end, parts_.clock.end_guessed);
      return;
    }
    if (parts_.clock.start_guessed && parts_.when.start) {
      parts_.when.doubts.push_back(
          {Kind::half_of_day, parts_.clock_bytes, {}, *parts_.when.start - hours(12)});
    } else if (parts_.clock.end_guessed && parts_.when.end && !parts_.when.start) {
      parts_.when.doubts.push_back({Kind::half_of_day, parts_.clock_bytes, {}, *parts_.when.end - hours(12)});
    }
  }

  void finish_recurrence() {
    if (!parts_.when.recurrence) {
      return;
    }
    auto& rule = *parts_.when.recurrence;
    std::erase_if(parts_.when.doubts, [](const Doubt& d) { return d.kind == Kind::bare_weekday; });
    auto from = now_;
    if (parts_.when.days) {
      rule.until = parts_.when.days->to;
      if (parts_.when.date && parts_.when.date == rule.until) {
        parts_.when.date.reset();
      }
      if (parts_.when.days->from && *parts_.when.days->from > now_.day) {
        from = {*parts_.when.days->from - days(1), std::chrono::hours(24)};
      }
      parts_.when.days.reset();
    }
    if (parts_.when.date && parts_.weekday != 0 && rule.unit == Recurrence::Unit::week && !rule.weekday) {
      rule.weekday = std::chrono::weekday(parts_.weekday);
    }
    const bool by_date = rule.unit == Recurrence::Unit::month || rule.unit == Recurrence::Unit::quarter;
    if (parts_.when.date && by_date && !rule.weekday && !rule.day_of_month) {
      rule.day_of_month =
          static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day(*parts_.when.date).day()));
    }
    if (!parts_.when.date) {
      parts_.when.date = first_of(rule, from, parts_.when.start, calendar_);
      const bool other_week = parts_.when.date && parts_.even_weeks &&
                              (iso_week(*parts_.when.date).week % 2 == 0) != *parts_.even_weeks;
      if (other_week) {
        *parts_.when.date += days(7);
      }
    }
  }

  void find_problems() {
    using P = Problem::Kind;
    const auto add = [&](P kind, std::optional<Holiday> holiday = std::nullopt) {
      parts_.when.problems.push_back({kind, holiday});
    };
    const bool day_past = parts_.when.date && *parts_.when.date < now_.day;
    const bool time_past =
        parts_.when.date == now_.day && parts_.when.start && *parts_.when.start < now_.of_day;
    const bool days_past = parts_.when.days && parts_.when.days->to && *parts_.when.days->to < now_.day;
    if (day_past || time_past || days_past) {
      add(P::past);
    }
    const auto off = parts_.when.date ? why_not_working(*parts_.when.date, calendar_) : std::nullopt;
    if (off) {
      switch (off->reason) {
        case DayOff::Reason::weekend:
          add(P::weekend);
          break;
        case DayOff::Reason::holiday:
          add(P::holiday, off->holiday);
          break;
        case DayOff::Reason::closing_day:
          add(P::closing_day);
          break;
      }
    }
    const bool times = parts_.when.start && parts_.when.end && *parts_.when.end <= *parts_.when.start;
    const bool range = parts_.when.days && parts_.when.days->from && parts_.when.days->to &&
                       *parts_.when.days->to < *parts_.when.days->from;
    if (times || range) {
      add(P::end_before_start);
    }
  }

  void doubt(Kind kind) { parts_.when.doubts.push_back({kind, parts_.when.taken.front(), {}, {}}); }

  TakenParts& parts_;
  LocalTime now_;
  const WorkCalendar& calendar_;
  const WhenContext& event_;
};

}  // namespace

void finish_when(TakenParts& parts, LocalTime now, const WorkCalendar& calendar, const WhenContext& event) {
  Finish(parts, now, calendar, event).run();
}

}  // namespace handlers
