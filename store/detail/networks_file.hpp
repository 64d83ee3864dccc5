#pragma once
// The networks file, read against the people who are known. For store/*.cpp only.
#include "store/detail/people_register.hpp"
#include "store/import.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace store::detail {

/// What a file can say about a network.
struct NetworkRecord {
  using Person = std::optional<std::int64_t>;  ///< the row in the database

  std::string name;
  std::string kind;
  std::string purpose;
  std::string rule;
  std::string next_gathering;
  std::string place;
  bool open = true;
  Person coordinator;
  Person successor;
  Person reference;
  std::vector<std::int64_t> members;  ///< sorted, each once

  bool operator==(const NetworkRecord&) const = default;
};

class NetworksFile {
 public:
  /// Reads the whole file; what is wrong in it goes to the report.
  NetworksFile(const std::filesystem::path& file, const PeopleRegister& people, const LocalTime& local_time,
               ImportReport& report, const Progress& progress);

  /// By folded name; what the file has no column for is empty.
  const std::map<std::string, NetworkRecord>& networks() const { return networks_; }

  /// The network as the file says it; what the file has no column for stays as it is stored.
  NetworkRecord merged(const NetworkRecord& told, const NetworkRecord& stored) const;

 private:
  std::map<std::string, NetworkRecord> networks_;
  std::vector<bool> has_;  // by column
};

}  // namespace store::detail
