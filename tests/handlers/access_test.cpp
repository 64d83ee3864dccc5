#include "handlers/access.hpp"

#include "tests/store/temporary_folder.hpp"
#include "tests/support/handlers/sample_catalogue.hpp"

#include <catch2/catch.hpp>

using namespace handlers;
using store::NetworkKind;

namespace {

struct Fixture {
  tests::SampleCatalogue sample;
  Context context = sample.context();
  tests::TemporaryFolder folder;
  store::Database database{folder / "indgang.db", store::Database::Create::yes};
  store::Network network;

  Fixture() {
    sample.policy.administrators = {"PIA.holm@sundkoebing.example"};
    sample.policy.coordinators = {"ida.lund@sundkoebing.example"};
    network.name = "Klimanetværket";
    network.open = false;
    network.coordinator = id("Mads Thorup");
    network.successor = id("Mette Sand");
    network.reference = id("Birthe Noer");
  }
  std::int64_t id(const std::string& name) { return sample.catalogue().person(sample.person(name)).id; }
};

Sender sender(const std::string& email) {
  return {"29:x", "", "", email + "@sundkoebing.example", false};
}

const Sender nobody{"29:x", "", "", "", false};
const Sender guest{"29:x", "", "", "mads.thorup@sundkoebing.example", true};

}  // namespace

TEST_CASE("access: who may create") {
  Fixture f;
  struct Row {
    const char* who;
    bool formal;
  };
  const auto row = GENERATE(
      values<Row>({{"pia.holm", true}, {"ida.lund", true}, {"birthe.noer", true}, {"mads.thorup", false}}));
  CAPTURE(row.who);
  for (const auto kind : {NetworkKind::formal, NetworkKind::steering_group, NetworkKind::coordination_group,
                          NetworkKind::project_leaders}) {
    CHECK(may_create(kind, sender(row.who), f.context) == row.formal);
  }
  CHECK(may_create(NetworkKind::informal, sender(row.who), f.context));
}

TEST_CASE("access: strangers, guests and those who have left may nothing") {
  Fixture f;
  for (const auto& who : {nobody, guest, sender("henrik.moeller"), sender("ukendt")}) {
    CHECK_FALSE(may_create(NetworkKind::informal, who, f.context));
    CHECK_FALSE(may_coordinate(f.network, who, f.context));
    CHECK_FALSE(may_plan(f.network, who, f.database, f.context));
    CHECK_FALSE(may_see(f.network, who, f.database, f.context));
    CHECK_FALSE(is_administrator(who, f.context));
  }
  f.network.open = true;
  CHECK_FALSE(may_see(f.network, guest, f.database, f.context));
  f.network.coordinator = f.id("Henrik Møller");
  CHECK_FALSE(may_coordinate(f.network, sender("henrik.moeller"), f.context));
}

TEST_CASE("access: coordinator, reference and administrator coordinate; members see") {
  Fixture f;
  f.network.rule = "klimaplan";
  for (const char* who : {"mads.thorup", "birthe.noer", "pia.holm"}) {
    CHECK(may_coordinate(f.network, sender(who), f.context));
    CHECK(may_see(f.network, sender(who), f.database, f.context));
  }
  CHECK_FALSE(may_coordinate(f.network, sender("mette.sand"), f.context));  // not while Mads is there
  CHECK_FALSE(may_see(f.network, sender("mette.sand"), f.database, f.context));
  CHECK(may_see(f.network, sender("aase.oerum"), f.database, f.context));  // by the rule
  CHECK_FALSE(may_plan(f.network, sender("aase.oerum"), f.database, f.context));
  f.network.kind = NetworkKind::informal;
  CHECK(may_plan(f.network, sender("aase.oerum"), f.database, f.context));
  CHECK_FALSE(may_plan(f.network, sender("mette.sand"), f.database, f.context));
}

TEST_CASE("access: when the coordinator has left, the successor answers, else the reference") {
  Fixture f;
  CHECK(coordinator_of(f.network, f.context) == f.sample.person("Mads Thorup"));
  f.network.coordinator = f.id("Henrik Møller");
  CHECK(coordinator_of(f.network, f.context) == f.sample.person("Mette Sand"));
  CHECK(may_coordinate(f.network, sender("mette.sand"), f.context));
  CHECK(coordinator_refusal(f.network, f.context).find("Mette Sand") != std::string::npos);
  f.network.successor = 0;
  CHECK(coordinator_of(f.network, f.context) == f.sample.person("Birthe Noer"));
  f.network.reference = 987654;  // gone from the catalogue
  CHECK(coordinator_of(f.network, f.context) == store::no_index);
  CHECK(coordinator_refusal(f.network, f.context).find("Pia Holm") != std::string::npos);
}
