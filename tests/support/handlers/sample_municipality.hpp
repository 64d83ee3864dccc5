#pragma once
// The sample municipality (config/sample) or another, asked without a conversation.
#include "handlers/answer.hpp"
#include "store/database.hpp"
#include "tests/store/temporary_folder.hpp"

#include <memory>
#include <string>

namespace tests {

struct SampleMunicipality {
  /// `files`: the folder of people.csv and catalogue.csv, in the repository.
  explicit SampleMunicipality(const char* files = "config/sample");

  /// What Ole Bach reads.
  handlers::Answer ask(const std::string& text) const;

  TemporaryFolder folder;
  store::Database database{folder / "indgang.db", store::Database::Create::yes};
  handlers::Policy policy;
  std::unique_ptr<store::Finder> finder;
};

}  // namespace tests
