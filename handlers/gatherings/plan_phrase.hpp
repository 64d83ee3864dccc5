#pragma once
// What a message says about a gathering: what, when, where, how many, and the rest. Danish and English.
#include "handlers/time/date_phrases.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace handlers {

/// Parts that the message says nothing about are empty.
struct PlanPhrase {
  std::string kind;  ///< the word that was used, small and without article: "plenum", "kaffemøde"
  When when;
  std::string place;
  std::optional<int> capacity;    ///< 0: no limit
  std::optional<When> answer_by;  ///< "svar senest 8/4"
  std::string chair;              ///< a name as written
  std::string minutes;            ///< the minute-taker's name as written
  std::string invitees;           ///< names as written: "inviter Ole Hansen og Pia til ...", "møde med Ole"
  std::string topic;              ///< what stands after "møde om"; the rest has it, too
  std::string case_number;        ///< as written; whether it can be one: is_case_number()
  std::string agenda;             ///< what stands after "dagsorden:"
  std::string reason;             ///< what stands after "fordi"
  std::string rest;               ///< what was not read; the network stands there
  std::size_t unread = 0;         ///< words of the rest that are more than filling
  bool all_ahead = false;         ///< "alle fremover": the whole series is meant
  bool only_this = false;         ///< "kun denne"

  /// True if it says nothing that a plan could hold.
  bool empty() const;
};

/// What a date is counted from, and what the words for days mean here.
struct PlanReading {
  LocalTime now;
  Language language = Language::danish;
  const WorkCalendar& calendar;
  WhenContext event = {};
  /// Whether words name a network: "i Juranetværket" is no place.
  std::function<bool(std::string_view)> names_network = {};
  /// Whether words name people: "møde med Ole" invites Ole, "møde med frokost" nobody.
  std::function<bool(std::string_view)> names_people = {};
};

/// Reads a message. Pure: any bytes may come in; the first 2,000 are looked at.
PlanPhrase parse_plan(std::string_view text, const PlanReading&);

/// "24.10.07-G20-4-15": a KLE number, the handling facet, a running number, the year (KLE, "Journalnummer").
bool is_case_number(std::string_view);

}  // namespace handlers
