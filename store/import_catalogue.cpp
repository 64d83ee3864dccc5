// import_catalogue(): one row is one responsibility; the file is the authority on tasks and who has them.
#include "store/detail/cells.hpp"
#include "store/detail/import_run.hpp"
#include "store/detail/task_register.hpp"
#include "store/import.hpp"

namespace store {

namespace {

enum Column {
  name,
  email,
  phone,
  title,
  department,
  leader,
  task,
  kle,
  keywords,
  description,
  role,
  from,
  to,
  confirmed
};

std::vector<detail::Column> columns() {
  using enum detail::Column::Text;
  return {{{"name", "navn"}},
          {{"email", "e-mail", "mail", "epost"}},
          {{"phone", "telefon", "tlf"}},
          {{"title", "stilling"}},
          {{"department", "afdeling", "unit", "enhed"}},
          {{"leader", "leder"}},
          {{"task", "opgave"}},
          {{"kle", "kle-nummer", "kle-numre"}},
          {{"keywords", "stikord", "søgeord"}, lines},
          {{"description", "beskrivelse"}, lines},
          {{"role", "rolle"}},
          {{"from", "fra"}},
          {{"to", "til"}},
          {{"confirmed", "bekræftet"}}};
}

class CatalogueFile {
 public:
  CatalogueFile(const std::filesystem::path& file, detail::PeopleRegister& people,
                detail::TaskRegister& tasks, ImportReport& report, const Progress& progress)
      : people_(people),
        tasks_(tasks),
        table_(file, columns(), {{task}, {name, email}}, report, progress),
        pending_(table_, people),
        report_(report) {}

  detail::TaskColumns read() {
    while (table_.next()) read_row();
    pending_.resolve();
    tasks_.close(report_);
    if (const int count = second_values_ + tasks_.second_descriptions(); count > 0)
      report_.notes.push_back(
          std::to_string(count) +
          " cells differ from an earlier row about the same person or task; the first row counts.");
    return {.kle = table_.has(kle),
            .keywords = table_.has(keywords),
            .description = table_.has(description),
            .role_days = table_.has(from) || table_.has(to)};
  }

 private:
  void read_row() {
    const std::size_t errors_before = report_.errors.size();
    if (table_.cell(task).empty()) table_.error(task, "the task is missing: write what this person does");
    const auto numbers = read_kle();
    const auto parsed_role = detail::parse_role(table_.cell(role));
    if (!parsed_role)
      table_.error(
          role,
          "this role is not known: write responsible, stand-in or coordinator (ansvarlig, stedfortræder, "
          "tovholder)");
    detail::TaskRegister::Hand hand;
    hand.from = table_.day(from);
    hand.to = table_.day(to);
    hand.confirmed = table_.day(confirmed);
    if (hand.from && hand.to && *hand.from > *hand.to)
      table_.error(to, "the responsibility ends before it begins: exchange or correct the two days");
    const bool leader_good = detail::check_email(table_, leader);
    const PersonIndex person = detail::check_email(table_, email) ? read_person(leader_good) : no_index;
    if (report_.errors.size() != errors_before) return;
    hand.task = tasks_.add(
        {table_.cell(task), *numbers, table_.cell(description), detail::split_list(table_.cell(keywords))});
    hand.person = person;
    hand.role = *parsed_role;
    hand.line = table_.line();
    tasks_.add(hand);
  }

  /// Nothing for what is none, which is reported.
  std::optional<std::string> read_kle() {
    const std::string& cell = table_.cell(kle);
    const bool spoilt =
        table_.kind(kle) == CellKind::date ||
        (table_.kind(kle) == CellKind::number && cell.find_first_not_of("0123456789") != std::string::npos);
    if (auto numbers = detail::parse_kle(cell); numbers && !spoilt) return numbers;
    if (table_.kind(kle) == CellKind::text)
      table_.error(kle, "this is no KLE number: write it like 02.34.02, several separated by commas");
    else
      table_.error(kle, "Excel has made a number or a date of this KLE number (" + cell +
                            "): give the column the format Text and write the number again, like 02.34.02");
    return std::nullopt;
  }

  PersonIndex read_person(bool leader_good) {
    const auto resolved =
        people_.resolve({table_.cell(name), table_.cell(email), table_.cell(department), std::string()});
    if (resolved.problem != nullptr) {
      table_.error(std::nullopt, resolved.problem);
      return no_index;
    }
    const PersonIndex person = resolved.person;
    auto& record = people_.at(person);
    if (first(record, name))
      people_.rename(person, table_.cell(name));
    else if (differs(record.name, name))
      ++second_values_;
    if (first(record, department)) {
      people_.set_unit(person, table_.cell(department));
      departments_[person] = table_.cell(department);
    } else if (!table_.cell(department).empty() && departments_[person] != table_.cell(department)) {
      ++second_values_;
    }
    for (const auto& [column, field] :
         {std::pair{phone, &detail::PersonRecord::phone}, std::pair{title, &detail::PersonRecord::title}}) {
      if (first(record, column))
        detail::change(record, field, table_.cell(column));
      else if (differs(record.*field, column))
        ++second_values_;
    }
    if (leader_good && first(record, leader)) pending_.add(person, &detail::PersonRecord::leader, leader);
    return person;
  }

  /// True for the first row that fills this cell for a person: in a catalogue an empty cell says nothing.
  bool first(detail::PersonRecord& record, Column column) {
    const std::uint32_t bit = std::uint32_t{1} << column;
    if (table_.cell(column).empty() || (record.given & bit) != 0) return false;
    record.given |= bit;
    return true;
  }
  bool differs(const std::string& known, Column column) const {
    return !table_.cell(column).empty() && table_.cell(column) != known;
  }

  detail::PeopleRegister& people_;
  detail::TaskRegister& tasks_;
  detail::Table table_;
  detail::PendingPeople pending_;
  ImportReport& report_;
  std::unordered_map<PersonIndex, std::string> departments_;
  int second_values_ = 0;
};

}  // namespace

ImportReport import_catalogue(Database& database, const std::filesystem::path& file,
                              const ImportOptions& options, Instant now, const Progress& progress) {
  return detail::run_import(database, options, now, progress, [&](ImportReport& report) -> detail::Writer {
    auto people = std::make_shared<detail::PeopleRegister>(database.connection());
    auto tasks = std::make_shared<detail::TaskRegister>();
    const auto given = CatalogueFile(file, *people, *tasks, report, progress).read();
    return [people, tasks, given, &database, &report, &progress](Transaction&) {
      auto& connection = database.connection();
      const auto swept = people->sweep(detail::Source::catalogue);
      const auto match = tasks->match(connection, given);
      report.refused_mass_deletion = detail::mass_deletion(swept.before, swept.dropped) ||
                                     detail::mass_deletion(match.before, match.gone);
      for (std::string& note : people->follow_units()) report.notes.push_back(std::move(note));
      people->write(report.people);
      tasks->write(connection, given, people->ids(), report, progress);
      people->delete_gone(report.people);
    };
  });
}

}  // namespace store
