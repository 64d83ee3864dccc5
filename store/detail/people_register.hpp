#pragma once
// Everybody who is known, while a file about people is read: from the database and from the file. For
// store/*.cpp only.
#include "store/catalogue.hpp"
#include "store/detail/connection.hpp"
#include "store/import.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace store::detail {

/// Which of the two files an import reads. A person stays as long as one of them names them.
enum class Source { people, catalogue };

/// A person as the row will be. Texts are set with change(), so that the register knows what differs.
struct PersonRecord {
  std::int64_t id = 0;  ///< 0 until the row exists
  bool contact_point = false;
  std::string name;
  std::string name_folded;
  std::string email;
  std::string former_email;  ///< folded; before it was corrected in chat
  std::string phone;
  std::string title;
  std::string entra_id;
  std::string other_jobs;  ///< as in Person
  std::uint32_t unit = no_index;
  std::uint32_t unit_before = no_index;  ///< as it is in the database
  std::uint32_t leader = no_index;
  std::uint32_t stand_in = no_index;
  OptionalDay away_from;
  OptionalDay away_to;
  OptionalDay left;
  bool in_people = false;
  bool in_catalogue = false;
  bool mentioned = false;  ///< by the file that is being read
  bool changed = false;
  bool moved = false;       ///< to another unit
  bool renewed = false;     ///< another file names them now; nothing that anybody sees
  std::uint32_t given = 0;  ///< bits of the fields that the file has given so far, for whoever reads it
};

/// Sets a field and says on the record whether that changed anything.
template <typename Field, typename Value>
void change(PersonRecord& record, Field PersonRecord::*field, const Value& value) {
  if (record.*field == value) return;
  record.*field = value;
  record.changed = true;
}

class PeopleRegister {
 public:
  /// Reads everybody from the database.
  explicit PeopleRegister(Connection&);

  struct Key {
    const std::string& name;
    const std::string& email;
    const std::string& department;
    const std::string& entra_id;
  };
  struct Resolved {
    PersonIndex person = no_index;
    const char* problem = nullptr;  ///< set exactly when there is no person
  };
  /// Who is meant, by the rules in store/README.md ("Who is who"): made if unknown. Marks the person as
  /// mentioned.
  Resolved resolve(const Key& key);

  /// no_index if nobody has this address.
  PersonIndex by_email(std::string_view email) const;
  /// The same for an Entra object id.
  PersonIndex by_entra_id(std::string_view id) const;
  /// The name of the unit that is called so, or was called so before; nothing if there is none.
  std::optional<std::string> unit_called(const std::string& name) const;

  PersonRecord& at(PersonIndex person) { return people_[person]; }
  const PersonRecord& at(PersonIndex person) const { return people_[person]; }
  std::size_t size() const { return people_.size(); }

  void rename(PersonIndex person, const std::string& name);

  /// Moves a person to the unit of this name, which is made if unknown; an empty name is no unit.
  void set_unit(PersonIndex person, const std::string& name);

  struct Sweep {
    int before = 0;   ///< people whom the earlier file named
    int dropped = 0;  ///< of them, whom this one doesn't name any more
    int kept = 0;     ///< of the dropped, who stay because of the other file
  };
  /// Takes the source away from everybody whom the file didn't mention.
  Sweep sweep(Source source);

  /// Recognises units that got another name, or went into another one, by who moved together: the row and
  /// what refers to it follow. A sentence for each. After sweep(), before write().
  std::vector<std::string> follow_units();

  /// Writes what differs, and counts it. Nobody is deleted yet, so that what others lose is still to be seen.
  void write(Changes& changes);
  /// Deletes whom no file names any more, and units without people. After write().
  void delete_gone(Changes& changes);

  /// The row of each person after write(), by PersonIndex.
  std::vector<std::int64_t> ids() const;

 private:
  struct UnitRecord {
    std::int64_t id = 0;
    std::string name;
    std::string name_folded;
    std::string former_names;  ///< one a line
    bool changed = false;      ///< the row differs
    bool over = false;         ///< its row is another unit's now
  };
  struct Departure;

  std::vector<Departure> departures() const;
  void write_units();
  PersonIndex add(PersonRecord&& record);
  PersonIndex named(const Key& key, bool without_email, bool& several) const;
  std::uint32_t unit_by_name(const std::string& folded) const;
  void save(PersonRecord& record);
  void write_jobs(const PersonRecord& record, bool is_new);
  std::optional<std::int64_t> id_of(PersonIndex person) const;

  Connection& connection_;
  std::vector<PersonRecord> people_;
  std::vector<UnitRecord> units_;
  std::unordered_map<std::string, PersonIndex> by_email_;
  std::unordered_map<std::string, PersonIndex> by_entra_id_;
  std::unordered_multimap<std::string, PersonIndex> by_name_;
  std::unordered_map<std::string, std::uint32_t> unit_by_name_;
};

}  // namespace store::detail
