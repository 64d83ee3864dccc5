#include "handlers/time/date_phrases.hpp"

#include "handlers/time/when_clock.hpp"
#include "handlers/time/when_dates.hpp"
#include "handlers/time/when_finish.hpp"
#include "handlers/time/when_rules.hpp"

#include <algorithm>

namespace handlers {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using Kind = Doubt::Kind;

constexpr std::initializer_list<std::string_view> to_words{"-",     "til og med", "t o m",   "til", "to",
                                                           "until", "till",       "through", "og",  "and"};

/// One reading of one text. Each `take_...` reads what stands at a position and returns the position after
/// it, or 0 if that is something else.
class Reading {
 public:
  Reading(std::string_view text, LocalTime now, Language language, const WorkCalendar& calendar,
          const WhenContext& event)
      : s_(text, language), now_(now), calendar_(calendar), event_(event) {}

  When read() {
    for (std::size_t i = 0; i < s_.size();) {
      const auto next = take(i);
      if (next > i) {
        took(i, next);
        last_ = next;
        i = next;
      } else {
        i = skip_unread(i);
      }
    }
    finish_when(parts_, now_, calendar_, event_);
    return std::move(parts_.when);
  }

 private:
  std::size_t take(std::size_t i) {
    if (part_of_code(i)) {
      return 0;
    }
    for (const auto reader :
         {&Reading::take_limit, &Reading::take_same_time, &Reading::take_shift, &Reading::take_recurrence,
          &Reading::take_count, &Reading::take_parity, &Reading::take_short_range, &Reading::take_feast,
          &Reading::take_day, &Reading::take_part, &Reading::take_clock, &Reading::take_duration}) {
      if (const auto next = (this->*reader)(i)) {
        return next;
      }
    }
    return 0;
  }

  /// "G20", "p4": figures behind letters that don't speak of time.
  bool part_of_code(std::size_t i) const {
    return s_.number(i) && i > 0 && s_.glued(i) && last_ != i &&
           !s_.any(i - 1, {"kl", "klokken", "uge", "week", "d", "den", "@", "(", ",", "-", "\"", "'", ":"});
  }

  /// The position from which reading goes on: behind all of a number like 24.10.07-G20, not inside.
  std::size_t skip_unread(std::size_t i) const {
    if (s_.at(i).kind != Token::Kind::number) {
      return i + 1;
    }
    for (++i; s_.glued(i) &&
              (s_.at(i).kind != Token::Kind::mark || (s_.any(i, {".", "-", "/", ":"}) && s_.glued(i + 1)));) {
      ++i;
    }
    return i;
  }

  void took(std::size_t begin, std::size_t end) {
    const auto range = s_.bytes(begin, end);
    for (auto& doubt : parts_.when.doubts) {
      doubt.where = doubt.where == ByteRange{} ? range : doubt.where;
    }
    if (!parts_.when.taken.empty() && begin == last_) {
      parts_.when.taken.back().end = range.end;
    } else {
      parts_.when.taken.push_back(range);
    }
  }

  bool after_day(std::size_t i) const {
    return day_end_ != 0 && (day_end_ == i || (day_end_ + 1 == i && s_.is(day_end_, ",")));
  }

  void doubt(Kind kind, std::optional<store::Day> day = std::nullopt,
             std::optional<minutes> time = std::nullopt) {
    parts_.when.doubts.push_back({kind, {}, day, time});
  }

  void set_day(const DayFound& found) {
    day_end_ = found.next;
    parts_.when.doubts.insert(parts_.when.doubts.end(), found.doubts.begin(), found.doubts.end());
    if (merge_week(found) || merge_sides(found)) {
      return;
    }
    if (parts_.when.date || parts_.when.days) {
      const bool same = found.day && parts_.when.date == found.day;
      if (!same && (found.day || found.range)) {
        doubt(Kind::several_dates, found.day);
      }
      return;
    }
    parts_.when.date = found.day;
    parts_.when.days = found.range;
    parts_.weekday = found.weekday;
    parts_.plain = found.plain;
    parts_.bare = found.bare;
  }

  static bool one_week(const std::optional<DayRange>& range) {
    return range && range->from && range->to && *range->to - *range->from == days(6);
  }

  /// "i næste uge på onsdag", "torsdag kl. 13 i uge 16": the weekday of that week.
  bool merge_week(const DayFound& found) {
    auto& when = parts_.when;
    const bool day_of_week = one_week(when.days) && !when.date && found.day && found.plain;
    const bool week_of_day = !when.days && when.date && parts_.plain && one_week(found.range);
    if (!day_of_week && !week_of_day) {
      return false;
    }
    const auto monday = day_of_week ? *when.days->from : *found.range->from;
    when.date = monday + days((day_of_week ? found.weekday : parts_.weekday) - 1);
    when.days.reset();
    parts_.bare = false;
    std::erase_if(when.doubts, [](const Doubt& d) {
      return d.kind == Kind::bare_weekday || d.kind == Kind::weekday_today;
    });
    return true;
  }

  /// "til 30. juni, første gang 14. april": a beginning and an end that were said apart.
  bool merge_sides(const DayFound& found) {
    auto& range = parts_.when.days;
    if (!range || range->from || !found.range || !found.range->from || found.range->to) {
      return false;
    }
    range->from = found.range->from;
    return true;
  }

  /// "efter påske", "senest fredag", "til 3/8".
  std::size_t take_limit(std::size_t i) {
    const auto not_before =
        s_.after_any(i, {"tidligst", "ikke før", "not before", "no earlier than", "not until"});
    const auto behind =
        not_before ? not_before : s_.after_any(i, {"først efter", "efter", "after", "på den anden side af"});
    if (behind) {
      return take_not_before(behind, !not_before);
    }
    const auto open = s_.after_any(i, {"inden", "før", "before"});
    const auto closed =
        s_.after_any(i, {"til og med", "senest på", "senest", "indtil", "frem til", "indtil på", "by",
                         "until", "till", "no later than", "t o m", "through", "inden udgangen af",
                         "by the end of", "svarfrist", "deadline"});
    const auto plain = s_.after_any(i, {"til", "indtil videre til"});
    const auto at = std::max({open, closed, plain});
    if (!at) {
      return 0;
    }
    if (const auto feast = read_feast(s_, at, now_.day); feast.next && (open || closed)) {
      set_limit(feast.first - days(1));
      return feast.next;
    }
    if (plain == at && read_shift(s_, at).next) {
      return 0;  // "til mandagen efter"
    }
    auto found = read_day(s_, at, now_, closed != 0);
    if (const auto month = read_month(s_, at, true); !found.next && month.next) {
      found = read_whole_month(month, now_.day);
    }
    if (!found.next || (!found.day && !found.range)) {
      return 0;
    }
    const auto last = found.day            ? *found.day
                      : open && open == at ? *found.range->from - days(1)
                                           : *found.range->to;
    const bool plain_day = plain == at && found.day;
    std::erase_if(found.doubts, [](const Doubt& d) { return d.kind == Kind::bare_weekday; });
    if (open == at && found.day) {
      found.doubts.push_back({Kind::last_day_open, {}, last - days(1), {}});
    }
    day_end_ = found.next;
    parts_.when.doubts.insert(parts_.when.doubts.end(), found.doubts.begin(), found.doubts.end());
    if (plain_day && !parts_.when.date) {
      parts_.when.date = last;
      parts_.weekday = found.weekday;
      parts_.bare = found.bare;
    }
    set_limit(last);
    return found.next;
  }

  void set_limit(store::Day last) {
    if (parts_.when.days && (parts_.when.days->to || !parts_.when.days->from)) {
      doubt(Kind::several_dates, last);
      return;
    }
    parts_.when.days = DayRange{parts_.when.days ? parts_.when.days->from : std::nullopt, last};
  }

  std::size_t take_not_before(std::size_t at, bool day_after) {
    if (const auto feast = read_feast(s_, at, now_.day); feast.next) {
      parts_.when.not_before = next_working_day(feast.last, calendar_);
      return feast.next;
    }
    auto found = read_day(s_, at, now_);
    if (!found.next || (!found.day && !found.range)) {
      return 0;
    }
    if (!day_after) {
      parts_.when.not_before = found.day ? *found.day : *found.range->from;
    } else {
      parts_.when.not_before = next_working_day(found.day ? *found.day : *found.range->to, calendar_);
    }
    day_end_ = found.next;
    return found.next;
  }

  std::size_t take_same_time(std::size_t i) {
    const auto next = s_.after_any(
        i, {"på samme tid", "samme tid", "til samme tid", "samme tidspunkt", "på samme tidspunkt",
            "samme klokkeslæt", "same time", "the same time", "at the same time"});
    parts_.when.same_time = parts_.when.same_time || next != 0;
    return next;
  }

  std::size_t take_shift(std::size_t i) {
    if (s_.any(i, {"om", "in"}) || (i > 0 && s_.is(i - 1, "om"))) {
      return 0;
    }
    auto found = read_shift(s_, i);
    if (!found.next && event_.start) {
      found = read_put_off(s_, i);
    }
    if (!found.next) {
      return 0;
    }
    // "dagen efter påske", "2 dage før 4/5": counted from what stands there.
    const auto feast = read_feast(s_, found.next, now_.day);
    const auto from = read_day(s_, found.next, now_);
    if (found.amount.count != 0 && found.weekday == 0 && (feast.next || (from.next && from.day))) {
      const auto base = !feast.next ? *from.day : found.amount.count > 0 ? feast.last : feast.first;
      auto day = from;
      day.next = feast.next ? feast.next : from.next;
      day.day = shifted(base, found.amount, calendar_);
      day.range.reset();
      set_day(day);
      return day.next;
    }
    parts_.shift = found;
    day_end_ = found.next;
    return found.next;
  }

  std::size_t take_recurrence(std::size_t i) {
    const auto found = read_recurrence(s_, i);
    if (!found.next) {
      return 0;
    }
    if (parts_.when.recurrence) {
      const auto& weekday = parts_.when.recurrence->weekday;
      if (found.rule.weekday && weekday && weekday != found.rule.weekday) {
        doubt(Kind::several_dates);  // "tirsdage og torsdage"
      }
      if (found.rule.weekday && !weekday) {
        parts_.when.recurrence->weekday = found.rule.weekday;
      }
      return found.next;
    }
    parts_.when.recurrence = found.rule;
    day_end_ = found.next;
    if (found.doubtful) {
      doubt(Kind::maybe_recurring);
    }
    return found.next;
  }

  /// "i lige uger".
  std::size_t take_parity(std::size_t i) {
    const auto even = s_.after_any(i, {"i lige uger", "lige uger", "in even weeks", "even weeks"});
    const auto odd = s_.after_any(i, {"i ulige uger", "ulige uger", "in odd weeks", "odd weeks"});
    if (!parts_.when.recurrence || !std::max(even, odd)) {
      return 0;
    }
    parts_.when.recurrence->every = 2;
    parts_.even_weeks = even != 0;
    return std::max(even, odd);
  }

  /// "10 gange".
  std::size_t take_count(std::size_t i) {
    const auto number = read_cardinal(s_, i);
    if (!parts_.when.recurrence || !number.next || number.value < 1 ||
        !s_.any(number.next, {"gange", "times", "gang"})) {
      return 0;
    }
    parts_.when.recurrence->count = number.value;
    return number.next + 1;
  }

  /// "1.-3. maj", "fra den 4. til den 6. maj": the month stands only once.
  std::size_t take_short_range(std::size_t i) {
    auto at = s_.skip(i, {"fra den", "fra d", "fra", "from the", "from", "den", "d", "the"});
    at = at > i && s_.is(at, ".") ? at + 1 : at;
    auto first = read_ordinal(s_, at);
    first = !first.next && s_.number(at) && s_.at(at).value >= 1 && s_.at(at).value <= 31
                ? Number{s_.at(at).value, at + 1}
                : first;
    const auto to = first.next ? s_.after_any(first.next, to_words) : 0;
    if (!to || s_.any(first.next, {"og", "and"})) {
      return 0;
    }
    auto last = read_date(s_, s_.skip(to, {"den", "d", "the"}), now_.day, Lead::none);
    if (!last.next || !last.day || (s_.number(last.next - 1) && s_.at(last.next - 1).text.size() < 4)) {
      return 0;
    }
    const std::chrono::year_month_day date(*last.day);
    const auto from = date.year() / date.month() / std::chrono::day(static_cast<unsigned>(first.value));
    if (!from.ok()) {
      return 0;
    }
    last.range = DayRange{store::Day(from), *last.day};
    last.day.reset();
    set_day(last);
    return last.next;
  }

  /// "i påsken".
  std::size_t take_feast(std::size_t i) {
    const auto at = s_.after_any(i, {"i", "over", "at", "hen over", "during"});
    const auto feast = at ? read_feast(s_, at, now_.day) : Feast{};
    if (feast.next) {
      set_day({feast.next, std::nullopt, DayRange{feast.first, feast.last}, {}, 0, false});
    }
    return feast.next;
  }

  std::size_t take_day(std::size_t i) {
    const auto from = s_.after_any(i, {"fra og med", "fra", "from", "mellem", "between", "første gang",
                                       "first time", "starting", "starting from", "med start"});
    auto first = read_day(s_, from ? from : i, now_, from != 0);
    if (!first.next) {
      return 0;
    }
    const auto to = s_.after_any(first.next, to_words);
    const bool list = s_.any(first.next, {"og", "and"}) && !s_.any(i, {"mellem", "between"});
    const auto base = first.day ? first.day : first.range ? first.range->from : std::nullopt;
    auto second = to && base && !list ? read_day(s_, to, {*base, {}}) : DayFound{};
    if (second.next && (second.day || second.range)) {
      const auto drop = [](const Doubt& d) {
        return d.kind == Kind::bare_weekday || d.kind == Kind::weekday_today;
      };
      std::erase_if(first.doubts, drop);
      std::erase_if(second.doubts, drop);
      first.doubts.insert(first.doubts.end(), second.doubts.begin(), second.doubts.end());
      first.range = DayRange{*base, second.day ? second.day : second.range->to};
      first.day.reset();
      first.next = second.next;
    } else if (from && !s_.any(i, {"mellem", "between"}) && first.day) {
      first.range = DayRange{*first.day, std::nullopt};
      first.day.reset();
      first.next = s_.skip(first.next, {"og frem", "og fremefter", "onwards", "and onwards"});
    }
    set_day(first);
    return first.next;
  }

  std::size_t take_part(std::size_t i) {
    const auto part = read_day_part(s_, i, after_day(i));
    if (!part.next) {
      return 0;
    }
    if (part.today && !parts_.when.date && !parts_.when.days && !parts_.when.recurrence) {
      parts_.when.date = now_.day;
    }
    if (part.exact) {
      parts_.when.start = part.usual;
      parts_.clock.start_guessed = false;
      parts_.clock.next = part.next;
    } else {
      parts_.part = part;
      parts_.part_bytes = s_.bytes(i, part.next);
    }
    day_end_ = part.next;
    return part.next;
  }

  std::size_t take_clock(std::size_t i) {
    const auto found = read_clock(s_, i, after_day(i));
    if (!found.next) {
      return 0;
    }
    if (found.start && parts_.when.start) {
      doubt(Kind::several_dates, std::nullopt, found.start);
      return found.next;
    }
    const bool bare =
        !after_day(i) && s_.number(i) && s_.is(i + 1, ".") && found.next == i + 3 && s_.at(i).value <= 31;
    const int month = s_.at(i + 2).value;
    if (bare && month >= 1 && month <= 12) {
      const std::chrono::year_month_day other{std::chrono::year_month_day(now_.day).year(),
                                              std::chrono::month(static_cast<unsigned>(month)),
                                              std::chrono::day(static_cast<unsigned>(s_.at(i).value))};
      doubt(Kind::date_or_time, other.ok() ? std::optional(store::Day(other)) : std::nullopt);
    }
    parts_.clock_bytes = s_.bytes(i, found.next);
    parts_.when.start = found.start ? found.start : parts_.when.start;
    parts_.when.end = found.end ? found.end : parts_.when.end;
    parts_.clock.start_guessed = found.start ? found.start_guessed : parts_.clock.start_guessed;
    parts_.clock.end_guessed = found.end ? found.end_guessed : parts_.clock.end_guessed;
    parts_.clock.next = found.next;
    return found.next;
  }

  std::size_t take_duration(std::size_t i) {
    const auto ahead = s_.after_any(i, {"om", "in"});
    const auto at =
        ahead ? ahead : s_.skip(i, {"i", "for", "of", "på", "varer", "varighed", "ca", "cirka", "lasting"});
    const auto amount = read_amount(s_, at);
    if (ahead && amount.next && amount.unit == Amount::Unit::working_days) {
      set_day({amount.next, add_working_days(now_.day, amount.count, calendar_), std::nullopt, {}, 0, false});
      return amount.next;
    }
    if (!amount.next || amount.unit != Amount::Unit::minutes || amount.count > 31 * 24 * 60) {
      return 0;
    }
    if (ahead || s_.after_any(amount.next, {"from now", "fra nu"})) {
      const auto then = later(now_, minutes(amount.count));
      parts_.when.start = then.of_day;
      parts_.when.date = then.day;
      parts_.clock.next = amount.next;
      return s_.skip(amount.next, {"from now", "fra nu"});
    }
    parts_.when.duration = minutes(amount.count);
    return amount.next;
  }

  Sentence s_;
  LocalTime now_;
  const WorkCalendar& calendar_;
  const WhenContext& event_;
  TakenParts parts_;
  std::size_t last_ = 0;     ///< the position after what was taken last
  std::size_t day_end_ = 0;  ///< the position after a day
};

}  // namespace

bool When::doubts_if(Doubt::Kind kind) const {
  return std::any_of(doubts.begin(), doubts.end(), [&](const Doubt& d) { return d.kind == kind; });
}

std::optional<LocalTime> When::moment() const {
  return date && start ? std::optional(LocalTime{*date, *start}) : std::nullopt;
}

std::optional<LocalTime> When::moment_end() const {
  const auto begin = moment();
  if (!begin || (!end && !duration)) {
    return std::nullopt;
  }
  return end ? later({*date, {}}, *end) : later(*begin, *duration);
}

When parse_when(std::string_view text, LocalTime now, Language language, const WorkCalendar& calendar,
                const WhenContext& context) {
  return Reading(text, now, language, calendar, context).read();
}

}  // namespace handlers
