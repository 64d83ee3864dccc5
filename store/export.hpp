#pragma once
// What import takes, export gives back: into an empty file, people first, then catalogue, networks and roles.
#include "store/clock.hpp"
#include "store/database.hpp"

#include <iosfwd>

namespace store {

enum class ExportFormat { csv, json };

/// One row a responsibility, with the columns of import_catalogue. CSV cells that a spreadsheet would take
/// for a formula are made harmless. The order is stable.
void export_catalogue(Database&, std::ostream&, ExportFormat);
/// One row a job of a person, the main one first, or a contact point, whichever file brought them, with the
/// columns of import_people.
void export_people(Database&, std::ostream&, ExportFormat);
/// One row a network that is not closed, made in Teams or not, with the columns of import_networks.
void export_networks(Database&, std::ostream&, ExportFormat);

/// One row a role, given by the file of roles or in chat, with the columns of import_roles; those of the
/// settings stand there. Import leaves what was given in chat as it is.
void export_roles(Database&, std::ostream&, ExportFormat);

/// As of when something is missing.
struct GapDays {
  Day today;
  Day confirmed_since;  ///< an entry that was last confirmed before is unconfirmed
};

/// What the catalogue lacks, and what it learned: open and closed questions (who asked is not in it), reports
/// of wrong entries, learned words, oldest first; then tasks that nobody is responsible for, that one person
/// alone has, and entries that are not confirmed, by task. handlers/overviews has the same rules.
void export_gaps(Database&, std::ostream&, ExportFormat, const GapDays&);

}  // namespace store
