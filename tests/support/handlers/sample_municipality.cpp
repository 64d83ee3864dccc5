#include "tests/support/handlers/sample_municipality.hpp"

#include "store/catalogue_store.hpp"
#include "store/import.hpp"

#include <filesystem>
#include <stdexcept>

namespace tests {

SampleMunicipality::SampleMunicipality(const char* files) {
  const auto sample = std::filesystem::path(INDGANG_SOURCE_DIR) / files;
  if (!store::import_people(database, sample / "people.csv", {}, {}).applied ||
      !store::import_catalogue(database, sample / "catalogue.csv", {}, {}).applied) {
    throw std::runtime_error("the sample municipality cannot be imported");
  }
  finder = std::make_unique<store::Finder>(store::load_catalogue(database));
}

handlers::Answer SampleMunicipality::ask(const std::string& text) const {
  handlers::Question question;
  question.text = text;
  question.sender.email = "ole.bach@sundkoebing.example";
  return handlers::answer(question, *finder, policy);
}

}  // namespace tests
