#include "handlers/owners.hpp"

#include "tests/store/temporary_folder.hpp"
#include "tests/support/handlers/sample_catalogue.hpp"

#include <catch2/catch.hpp>

using namespace handlers;

namespace {

Sender sender(const std::string& email) {
  return {"29:x", "", "", email, false};
}

struct Fixture {
  tests::SampleCatalogue sample;
  Context context;

  explicit Fixture(std::vector<CatalogueOwner> owners) : context(sample.context()) {
    sample.policy.owners = std::move(owners);
  }
};

}  // namespace

TEST_CASE("owners: an id is the Entra id, else the e-mail, else the Teams id") {
  CHECK(id_of({"29:x", "guid", "", "a@x.example", false}) == "guid");
  CHECK(id_of({"29:x", "", "", "a@x.example", false}) == "a@x.example");
  CHECK(id_of({"29:x", "", "", "", false}) == "29:x");
}

TEST_CASE("owners: of everything, of a unit, and nobody else") {
  Fixture f({{"MADS.thorup@sundkoebing.example", ""}, {"pia.holm@sundkoebing.example", "Miljø"}});
  const auto mads = sender("mads.thorup@sundkoebing.example");
  const auto pia = sender("pia.holm@sundkoebing.example");
  const auto ida = sender("ida.lund@sundkoebing.example");
  CHECK(is_owner(mads, f.context));
  CHECK(is_owner(pia, f.context));
  CHECK_FALSE(is_owner(ida, f.context));
  CHECK_FALSE(is_owner({"29:x", "", "", "", false}, f.context));
  CHECK(owns(mads, f.sample.task("Vejskilte"), f.context));
  CHECK(owns(pia, f.sample.task("Gylletanke"), f.context));
  CHECK_FALSE(owns(pia, f.sample.task("Vejskilte"), f.context));
  CHECK(owner_names(f.context) == "Mads Thorup og Pia Holm");
}

TEST_CASE("owners: nobody owns a catalogue without owners, and an empty id is nobody's") {
  Fixture f({});
  CHECK_FALSE(is_owner(sender("mads.thorup@sundkoebing.example"), f.context));
  CHECK(owner_names(f.context).empty());
  Fixture odd({{"", ""}});
  CHECK_FALSE(is_owner({"", "", "", "", false}, odd.context));
}

TEST_CASE("owners: the unit's owner is asked first, else the owner of everything") {
  Fixture f({{"mads.thorup@sundkoebing.example", ""},
             {"pia.holm@sundkoebing.example", "Miljø"},
             {"henrik.moeller@sundkoebing.example", ""}});
  tests::TemporaryFolder folder;
  store::Database database(folder / "a.db", store::Database::Create::yes);
  store::Transaction transaction(database);
  for (const auto* name : {"mads.thorup", "pia.holm", "henrik.moeller"}) {
    const auto email = std::string(name) + "@sundkoebing.example";
    store::remember_conversation(transaction,
                                 {.tenant = "t",
                                  .conversation = name,
                                  .type = "personal",
                                  .service_url = "https://x.example",
                                  .user_email = email},
                                 tests::frozen_now);
  }
  const auto of_unit = chats_of_owners({f.sample.task("Gylletanke")}, "t", database, f.context);
  REQUIRE(of_unit.size() == 1);
  CHECK(of_unit.front().conversation == "pia.holm");
  const auto of_all = chats_of_owners({f.sample.task("Vejskilte")}, "t", database, f.context);
  REQUIRE(of_all.size() == 1);  // Henrik has left
  CHECK(of_all.front().conversation == "mads.thorup");
  CHECK(chats_of_owners({}, "other tenant", database, f.context).empty());
}
