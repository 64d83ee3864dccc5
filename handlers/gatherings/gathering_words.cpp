#include "handlers/gatherings/gathering_words.hpp"

#include "handlers/time/phrases.hpp"
#include "handlers/time/zone.hpp"

#include <algorithm>
#include <cctype>

namespace handlers {
namespace {

/// A day so far away that the year is always said.
constexpr store::Day another_year{};

std::string kind_in_words(const std::string& kind, const Texts& texts) {
  for (const auto language : {Language::danish, Language::english}) {
    const auto& kinds = Texts::in(language).list("gathering.kinds");
    const auto known = std::find(kinds.begin(), kinds.end(), kind);
    if (known != kinds.end()) {
      return texts.list("gathering.kinds").at(static_cast<std::size_t>(known - kinds.begin()));
    }
  }
  return kind.empty() ? texts.list("gathering.kinds").front() : kind;
}

/// The form of the database: "2026-04-16 13:00".
std::string written(LocalTime time) {
  auto text = to_string(time);
  std::replace(text.begin(), text.end(), 'T', ' ');
  return text;
}

}  // namespace

std::string sentence_case(std::string text) {
  if (text.empty()) {
    return text;
  }
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x80) {
    text[0] = static_cast<char>(std::toupper(first));
  } else if (first == 0xC3 && text.size() > 1 && static_cast<unsigned char>(text[1]) >= 0xA0) {
    text[1] = static_cast<char>(text[1] - 0x20);  // U+00E0 to U+00FE: å, æ, ø
  }
  return text;
}

std::string gathering_title(const store::Gathering& gathering, const store::Network& network,
                            const Context& context) {
  const auto kind = sentence_case(kind_in_words(gathering.kind, context.texts));
  return network.for_one ? kind
                         : context.texts.say("gathering.title", {{"kind", kind}, {"network", network.name}});
}

bool hosts(const store::Gathering& gathering, const store::Network& network, std::int64_t person) {
  return network.for_one && person == gathering.organizer;
}

std::string gathering_when(const store::Gathering& gathering, const Context& context) {
  return moment_in_words(start_of(gathering), end_of(gathering), context.today, context.texts);
}

std::string gathering_when_where(const store::Gathering& gathering, const Context& context) {
  const auto when = gathering_when(gathering, context);
  return gathering.place.empty() ? when : when + ", " + gathering.place;
}

std::string gathering_when_in_full(const store::Gathering& gathering, const Context& context) {
  return moment_in_words(start_of(gathering), end_of(gathering), another_year, context.texts);
}

LocalTime start_of(const store::Gathering& gathering) {
  return read_local_time(gathering.local_start).value();
}

LocalTime end_of(const store::Gathering& gathering) {
  return read_local_time(gathering.local_end).value();
}

std::string skipped_hour(LocalTime start, const Context& context) {
  const auto zoned = to_instant(start, context.policy.zone);
  if (zoned.kind != ZonedInstant::Kind::skipped) {
    return "";
  }
  const auto then = local_time(zoned.instant, context.policy.zone).of_day;
  return context.texts.say("remind.skipped",
                           {{"time", time_in_words(start.of_day, std::nullopt, context.texts)},
                            {"then", time_in_words(then, std::nullopt, context.texts)}});
}

void set_times(store::Gathering& gathering, LocalTime start, LocalTime end, const std::string& zone) {
  gathering.local_start = written(start);
  gathering.local_end = written(end);
  gathering.starts = to_instant(start, zone).instant;
  gathering.ends = to_instant(end, zone).instant;
}

Context in_language(Language language, const Context& context) {
  return {context.finder, context.policy, Texts::in(language), context.today, context.scope, context.nonce};
}

}  // namespace handlers
