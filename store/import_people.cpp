// import_people(): the file is the authority on people; each person stands in it once.
#include "store/detail/cells.hpp"
#include "store/detail/import_run.hpp"
#include "store/import.hpp"
#include "store/text/fold.hpp"

#include <memory>
#include <unordered_map>
#include <utility>

namespace store {

namespace {

enum Column {
  name,
  email,
  kind,
  title,
  department,
  leader,
  phone,
  entra_id,
  away_from,
  away_to,
  stand_in,
  left
};

std::vector<detail::Column> columns() {
  return {{{"name", "navn"}},
          {{"email", "e-mail", "mail", "epost"}},
          {{"kind", "art", "type"}},
          {{"title", "stilling"}},
          {{"department", "afdeling", "unit", "enhed"}},
          {{"leader", "leder"}},
          {{"phone", "telefon", "tlf"}},
          {{"entra_id"}},
          {{"away_from", "fravær_fra"}},
          {{"away_to", "fravær_til"}},
          {{"stand_in", "stedfortræder", "vikar"}},
          {{"left", "fratrådt"}}};
}

/// Whether the row is about a contact point; nothing for an unknown word, which is reported.
std::optional<bool> parse_kind(detail::Table& table) {
  std::string word = fold(table.cell(kind));
  std::erase_if(word, [](char c) { return c == ' ' || c == '_' || c == '-'; });
  if (word.empty() || word == "person") return false;
  if (word == "contactpoint" || word == "kontaktpunkt") return true;
  table.error(kind, "this kind is not known: write 'person' or 'contact point' ('kontaktpunkt')");
  return std::nullopt;
}

class PeopleFile {
 public:
  PeopleFile(const std::filesystem::path& file, detail::PeopleRegister& people, ImportReport& report,
             const Progress& progress)
      : people_(people),
        table_(file, columns(), {{name, email}}, report, progress),
        pending_(table_, people) {}

  void read() {
    while (table_.next()) read_row();
    pending_.resolve();
    for (PersonIndex person = 0; person < lines_.size(); ++person)
      if (lines_[person] != 0 && (table_.has(title) || table_.has(department)))
        detail::change(people_.at(person), &detail::PersonRecord::other_jobs, jobs_[person]);
  }

 private:
  void read_row() {
    if (!detail::check_email(table_, email)) return;
    const auto resolved = people_.resolve(
        {table_.cell(name), table_.cell(email), table_.cell(department), table_.cell(entra_id)});
    if (resolved.problem != nullptr) return table_.error(std::nullopt, resolved.problem);
    if (int& line = line_of(resolved.person); std::exchange(line, line == 0 ? table_.line() : line) != 0) {
      if (!take_other_job(resolved.person))
        table_.error(std::nullopt, "line " + std::to_string(line) +
                                       " is about the same person: leave one out, or give each an e-mail");
      return;
    }
    main_jobs_[resolved.person] = table_.cell(title) + "\t" + table_.cell(department);
    take_texts(resolved.person);
    take_absence(resolved.person);
    for (const auto& [column, field] : {std::pair{leader, &detail::PersonRecord::leader},
                                        std::pair{stand_in, &detail::PersonRecord::stand_in}}) {
      if (!table_.has(column) || !detail::check_email(table_, column)) continue;
      if (table_.cell(column).empty())
        detail::change(people_.at(resolved.person), field, no_index);
      else
        pending_.add(resolved.person, field, column);
    }
  }

  /// A further row of somebody who is known by more than the name: the first one is their main job.
  bool take_other_job(PersonIndex person) {
    if (table_.cell(email).empty() && table_.cell(entra_id).empty()) return false;
    std::string job = table_.cell(title) + "\t" + table_.cell(department);
    std::string& jobs = jobs_[person];
    if (job == main_jobs_[person] || job.size() == 1 ||
        ("\n" + jobs + "\n").find("\n" + job + "\n") != std::string::npos)
      return false;
    jobs.append(jobs.empty() ? "" : "\n").append(job);
    return true;
  }

  /// A column that is there decides, also when the cell is empty; one that isn't leaves things as they are.
  void take_texts(PersonIndex person) {
    if (!table_.cell(name).empty()) people_.rename(person, table_.cell(name));
    if (table_.has(department)) people_.set_unit(person, table_.cell(department));
    auto& record = people_.at(person);
    if (table_.has(title)) detail::change(record, &detail::PersonRecord::title, table_.cell(title));
    if (table_.has(phone)) detail::change(record, &detail::PersonRecord::phone, table_.cell(phone));
    if (table_.has(left)) detail::change(record, &detail::PersonRecord::left, table_.day(left));
    if (!table_.has(kind)) return;
    if (const auto point = parse_kind(table_))
      detail::change(record, &detail::PersonRecord::contact_point, *point);
  }

  void take_absence(PersonIndex person) {
    if (!table_.has(away_from) && !table_.has(away_to)) return;
    const bool given_from = !table_.cell(away_from).empty(), given_to = !table_.cell(away_to).empty();
    const OptionalDay from = table_.day(away_from), to = table_.day(away_to);
    if (given_from != given_to)
      return table_.error(given_from ? away_to : away_from,
                          "an absence needs its first and its last day: give both");
    if (from && to && *from > *to)
      return table_.error(away_to, "the absence ends before it begins: exchange or correct the two days");
    detail::change(people_.at(person), &detail::PersonRecord::away_from, from);
    detail::change(people_.at(person), &detail::PersonRecord::away_to, to);
  }

  int& line_of(PersonIndex person) {
    if (lines_.size() <= person) lines_.resize(person + 1, 0);
    return lines_[person];
  }

  detail::PeopleRegister& people_;
  detail::Table table_;
  detail::PendingPeople pending_;
  std::vector<int> lines_;  // where each person stands in the file
  std::unordered_map<PersonIndex, std::string> main_jobs_, jobs_;
};

}  // namespace

ImportReport import_people(Database& database, const std::filesystem::path& file,
                           const ImportOptions& options, Instant now, const Progress& progress) {
  return detail::run_import(database, options, now, progress, [&](ImportReport& report) -> detail::Writer {
    auto people = std::make_shared<detail::PeopleRegister>(database.connection());
    PeopleFile(file, *people, report, progress).read();
    return [people, &report](Transaction&) {
      const auto swept = people->sweep(detail::Source::people);
      report.refused_mass_deletion = detail::mass_deletion(swept.before, swept.dropped);
      if (swept.kept > 0)
        report.notes.push_back(
            std::to_string(swept.kept) +
            " people are no longer in the file, but stay because the catalogue names them.");
      for (std::string& note : people->follow_units()) report.notes.push_back(std::move(note));
      people->write(report.people);
      people->delete_gone(report.people);
    };
  });
}

}  // namespace store
