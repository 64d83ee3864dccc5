// import_roles(): the file is the authority on the roles that it gives itself; what was given in chat stays.
#include "store/detail/cells.hpp"
#include "store/detail/import_run.hpp"
#include "store/import.hpp"
#include "store/roles.hpp"
#include "store/text/fold.hpp"

#include <algorithm>
#include <memory>
#include <tuple>
#include <vector>

namespace store {

namespace {

enum Column { name, email, entra_id, role, unit, source };

std::vector<detail::Column> columns() {
  return {{{"name", "navn"}},
          {{"email", "e-mail", "mail", "epost"}},
          {{"entra_id"}},
          {{"role", "rolle"}},
          {{"unit", "enhed", "department", "afdeling", "area", "område"}},
          {{"source", "kilde"}}};
}

/// The cell as one word without case and signs.
std::string word_in(const std::string& cell) {
  std::string word = fold(cell);
  std::erase_if(word, [](char c) { return c == ' ' || c == '_' || c == '-'; });
  return word;
}

bool is_one_of(const std::string& word, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view known) { return word_in(std::string(known)) == word; });
}

std::optional<GivenRole> parse_given_role(const std::string& cell) {
  const std::string word = word_in(cell);
  if (is_one_of(word, {"administrator", "admin"})) return GivenRole::administrator;
  if (is_one_of(word, {"owner", "area owner", "områdeejer", "katalogansvarlig"})) return GivenRole::owner;
  if (is_one_of(word, {"coordinator", "network coordinator", "koordinator", "netværkskoordinator"}))
    return GivenRole::coordinator;
  return std::nullopt;
}

auto key_of(const RoleGrant& grant) {
  return std::tuple(grant.role, grant.person, fold(grant.unit));
}

bool holds(const std::vector<RoleGrant>& grants, const RoleGrant& wanted) {
  return std::any_of(grants.begin(), grants.end(),
                     [&](const RoleGrant& grant) { return key_of(grant) == key_of(wanted); });
}

class RolesFile {
 public:
  RolesFile(const std::filesystem::path& file, const detail::PeopleRegister& people, Day today,
            ImportReport& report, const Progress& progress)
      : people_(people),
        today_(today),
        table_(file, columns(), {{role}, {email, entra_id}}, report, progress),
        report_(report) {}

  /// What the file gives, each once, in its order.
  std::vector<RoleGrant> read() {
    while (table_.next()) read_row();
    note(given_in_chat_, " rows are about what was given in chat: that is changed there.");
    note(other_names_, " names differ from those in the catalogue; the e-mail or Entra id counts.");
    note(left_, " rows are about people who have left: their roles count for nothing.");
    return std::move(grants_);
  }

 private:
  void read_row() {
    const std::size_t errors_before = report_.errors.size();
    if (is_one_of(word_in(table_.cell(source)), {"chat"})) {
      ++given_in_chat_;
      return;
    }
    if (!is_one_of(word_in(table_.cell(source)), {"", "file", "fil"}))
      table_.error(source, "this source is not known: write file, or leave the cell empty");
    const auto given = parse_given_role(table_.cell(role));
    if (!given)
      table_.error(role,
                   "this role is not known: write administrator, owner or coordinator (administrator, "
                   "områdeejer, netværkskoordinator)");
    const std::string of_unit = read_unit(given);
    const PersonIndex person = read_person();
    if (report_.errors.size() != errors_before) return;
    const RoleGrant grant{*given, people_.at(person).id, of_unit, {}};
    if (!holds(grants_, grant)) grants_.push_back(grant);
  }

  std::string read_unit(std::optional<GivenRole> given) {
    const std::string& cell = table_.cell(unit);
    if (cell.empty()) return {};
    if (given && *given != GivenRole::owner)
      table_.error(unit, "only an owner has a unit: leave the cell empty, or write owner as the role");
    auto known = people_.unit_called(cell);
    if (!known) table_.error(unit, "there is no unit of this name: correct it, or import the people first");
    return known.value_or(std::string());
  }

  PersonIndex read_person() {
    if (table_.cell(email).empty() && table_.cell(entra_id).empty()) {
      table_.error(std::nullopt, "the person is missing: give the e-mail or the Entra id");
      return no_index;
    }
    if (!detail::check_email(table_, email)) return no_index;
    const PersonIndex by_email = table_.cell(email).empty() ? no_index : people_.by_email(table_.cell(email));
    const PersonIndex by_id =
        table_.cell(entra_id).empty() ? no_index : people_.by_entra_id(table_.cell(entra_id));
    if (by_email != no_index && by_id != no_index && by_email != by_id) {
      table_.error(entra_id, "this is somebody else's Entra id than the e-mail's: correct one of the two");
      return no_index;
    }
    const PersonIndex person = by_email != no_index ? by_email : by_id;
    if (person == no_index) {
      table_.error(table_.cell(email).empty() ? entra_id : email,
                   "nobody in the catalogue has this: correct it, or import the people first");
      return no_index;
    }
    const auto& record = people_.at(person);
    if (record.contact_point) table_.error(email, "this is a contact point: only people have roles");
    if (record.left && *record.left <= today_) ++left_;
    if (!table_.cell(name).empty() && fold(table_.cell(name)) != record.name_folded) ++other_names_;
    return person;
  }

  void note(int count, const char* what) {
    if (count > 0) report_.notes.push_back(std::to_string(count) + what);
  }

  const detail::PeopleRegister& people_;
  Day today_;
  detail::Table table_;
  ImportReport& report_;
  std::vector<RoleGrant> grants_;
  int given_in_chat_ = 0;
  int other_names_ = 0;
  int left_ = 0;
};

/// Somebody who works here.
bool has_administrator(const std::vector<RoleGrant>& grants, const detail::PeopleRegister& people,
                       Day today) {
  for (const RoleGrant& grant : grants) {
    if (grant.role != GivenRole::administrator) continue;
    for (PersonIndex person = 0; person < people.size(); ++person) {
      const auto& record = people.at(person);
      if (record.id == grant.person && (!record.left || *record.left > today)) return true;
    }
  }
  return false;
}

}  // namespace

ImportReport import_roles(Database& database, const std::filesystem::path& file, const ImportOptions& options,
                          const RolesElsewhere& elsewhere, Instant now, const Progress& progress) {
  return detail::run_import(database, options, now, progress, [&](ImportReport& report) -> detail::Writer {
    auto people = std::make_shared<detail::PeopleRegister>(database.connection());
    auto wanted = RolesFile(file, *people, elsewhere.today, report, progress).read();
    return [people, wanted = std::move(wanted), &database, &elsewhere, &report,
            now](Transaction& transaction) {
      const auto before = role_grants(database, RoleOrigin::file);
      const bool named_elsewhere =
          elsewhere.settings_name_administrator ||
          has_administrator(role_grants(database, RoleOrigin::chat), *people, elsewhere.today);
      if (report.errors.empty() && !named_elsewhere && has_administrator(before, *people, elsewhere.today) &&
          !has_administrator(wanted, *people, elsewhere.today))
        throw StoreError(
            "Nothing was changed: with this file nobody would be administrator any more. Name one in the "
            "file, "
            "or in roles.administrators of the settings.");
      const ChangedBy by{std::string(actor_import), {}, now};
      std::vector<RoleGrant> kept;
      for (const RoleGrant& grant : before) {
        RoleGrant today_called = grant;  // its unit may have another name by now
        if (!grant.unit.empty()) today_called.unit = people->unit_called(grant.unit).value_or(grant.unit);
        if (holds(wanted, today_called)) {
          kept.push_back(today_called);
          ++report.roles.same;
        } else if (take_role(transaction, grant, RoleOrigin::file, by)) {
          ++report.roles.gone;
        }
      }
      for (const RoleGrant& grant : wanted)
        if (!holds(kept, grant) && give_role(transaction, grant, RoleOrigin::file, by)) ++report.roles.added;
      report.refused_mass_deletion =
          detail::mass_deletion(static_cast<std::int64_t>(before.size()), report.roles.gone);
    };
  });
}

}  // namespace store
