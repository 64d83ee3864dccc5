#pragma once
#include "handlers/time/working_days.hpp"

#include <string>
#include <vector>

namespace handlers {

/// Somebody who answers for the catalogue, or for one unit's part of it.
struct CatalogueOwner {
  std::string who;   ///< e-mail or Entra object id, any case
  std::string unit;  ///< name as in the catalogue; empty: everything
};

/// Plain values from the settings that handlers need.
struct Policy {
  std::string zone = "Europe/Copenhagen";    ///< the municipality's time zone (IANA)
  std::string contact_point = "Én indgang";  ///< the contact point shown when nobody is found
  int stale_after_months = 12;               ///< an entry not confirmed for longer is marked
  int question_log_days = 90;                ///< how long the log of questions is kept; 0: none is
  int leaver_days = 365;  ///< after somebody left, how long their part in what others rely on is kept
  std::vector<CatalogueOwner> owners;  ///< who gets the questions that nobody was found for
  int confirm_every_months = 6;        ///< how often people are asked whether their tasks are right; 0: never
  std::vector<std::string> administrators;  ///< e-mails or Entra object ids
  std::vector<std::string>
      coordinators;        ///< who may create formal networks, beside administrators and leaders
  std::string public_url;  ///< where the calendar links lead, "https://indgang.example"; empty: no links
  std::string gathering_reminders =
      "-10w@09:00 -3w@09:00";   ///< rules of a new gathering (store/gatherings.hpp)
  int answer_working_days = 5;  ///< the answer deadline of a new gathering: so many working days before it
  WorkCalendar calendar;        ///< with the municipality's own closing days
  int quiet_from_hour = 18;     ///< local hours between which nobody is written to unasked
  int quiet_to_hour = 7;
  /// "weekly", "monthly" or "off": the overviews of those who chose nothing.
  std::string overviews = "weekly";
};

}  // namespace handlers
