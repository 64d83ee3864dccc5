#pragma once
// A database with people in it, for tests of what refers to them.
#include "store/catalogue_store.hpp"
#include "store/gatherings.hpp"
#include "store/import.hpp"
#include "store/networks.hpp"
#include "tests/store/temporary_folder.hpp"

#include <cstdio>
#include <string>
#include <vector>

namespace tests {

/// "2026-03-27 09:00" as if the municipality lay in Greenwich.
inline std::optional<store::Instant> utc(const std::string& local) {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0;
  if (std::sscanf(local.c_str(), "%d-%d-%d %d:%d", &year, &month, &day, &hour, &minute) != 5)
    return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  return store::Instant{std::chrono::sys_days{date}} + std::chrono::hours{hour} +
         std::chrono::minutes{minute};
}

inline std::string email_of(int number) {
  return "p" + std::to_string(number) + "@x.example";
}

/// People number 0, 1, 2, ... with addresses; their ids in this order.
inline std::vector<std::int64_t> import_numbered_people(store::Database& database,
                                                        const TemporaryFolder& folder, int count) {
  std::string csv = "name;email\n";
  for (int i = 0; i < count; ++i) csv += "Person " + std::to_string(i) + ";" + email_of(i) + "\n";
  if (!store::import_people(database, folder.write("people.csv", csv), {.allow_mass_deletion = true}, {})
           .applied)
    throw std::runtime_error("the people of the test cannot be imported");
  const auto catalogue = store::load_catalogue(database);
  std::vector<std::int64_t> ids;
  for (int i = 0; i < count; ++i)
    ids.push_back(catalogue->person(catalogue->person_by_email(email_of(i))).id);
  return ids;
}

/// A database with people, one network and an open transaction.
struct World {
  static constexpr store::Instant now{std::chrono::seconds{1774429200}};  // 25 March 2026, 9:00 UTC

  explicit World(int people_count = 8) : people(import_numbered_people(database, folder, people_count)) {
    transaction.emplace(database);
    network = create("Jura");
  }

  std::int64_t create(const std::string& name) {
    return store::create_network(*transaction, {.name = name}, now).value();
  }

  /// Two hours long, `days` from now.
  store::Gathering sample(int days = 10, int capacity = 0) const {
    store::Gathering gathering;
    gathering.network = network;
    gathering.local_start = "2026-04-04 09:00";
    gathering.local_end = "2026-04-04 11:00";
    gathering.starts = now + std::chrono::days{days};
    gathering.ends = gathering.starts + std::chrono::hours{2};
    gathering.capacity = capacity;
    gathering.organizer = people[0];
    gathering.tenant = "t";
    gathering.language = "da";
    return gathering;
  }
  store::Gathering add(store::GatheringState state, int days = 10, int capacity = 0) {
    auto gathering = sample(days, capacity);
    gathering.state = state;
    return store::add_gathering(*transaction, gathering, now);
  }

  /// Commits, closes the database and opens it again.
  void reopen() {
    transaction->commit();
    transaction.reset();
    { const store::Database closing = std::move(database); }
    database = store::Database(folder / "a.db", store::Database::Create::no);
    transaction.emplace(database);
  }

  TemporaryFolder folder;
  store::Database database{folder / "a.db", store::Database::Create::yes};
  std::vector<std::int64_t> people;
  std::optional<store::Transaction> transaction;
  std::int64_t network = 0;
};

}  // namespace tests
