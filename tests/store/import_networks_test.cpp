#include "store/export.hpp"
#include "store/import.hpp"
#include "store/mutes.hpp"
#include "store/reminders.hpp"
#include "tests/store/people.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using namespace store;
using Catch::Matchers::Contains;

namespace {

/// A database with people and one network that was made in Teams. Imports are transactions of their own.
struct Files : tests::World {
  Files() {
    transaction->commit();
    transaction.reset();
  }

  ImportReport import(const std::string& csv, ImportOptions options = {}) {
    return import_networks(database, folder.write("networks.csv", csv), options, now, tests::utc);
  }
  std::string exported(ExportFormat format = ExportFormat::csv) {
    std::ostringstream out;
    export_networks(database, out, format);
    return out.str();
  }
  template <typename Action>
  auto change(const Action& action) {
    Transaction own(database);
    auto result = action(own);
    own.commit();
    return result;
  }
  Network find(const std::string& name) {
    const auto network = find_network(database, name);
    if (!network) throw std::runtime_error("there is no such network");
    return *network;
  }
  std::vector<Gathering> ahead(const std::string& name) {
    return gatherings_ahead(database, find(name).id, now, 10);
  }
};

std::string only_error(const ImportReport& report) {
  REQUIRE(report.errors.size() == 1);
  CHECK_FALSE(report.applied);
  const auto& error = report.errors[0];
  return std::to_string(error.line) + ":" + error.column + ":" + error.reason;
}

}  // namespace

TEST_CASE("import networks: everything that the file knows, in Danish, comes back in the export") {
  Files f;
  const std::string csv =
      "netværk;art;formål;tovholder;afløser;reference;medlemmer;synlighed;regel;næste_møde;sted\n"
      "Miljø;formelt;På tværs;p1@x.example;p2@x.example;p3@x.example;\"p4@x.example, "
      "P5@x.example\";lukket;jura;"
      "27-03-2026 9.00;Lokale 2\n"
      "Kor;;;;;;;åben;;;\n";
  const auto report = f.import(csv);
  CHECK(report.applied);
  CHECK(report.networks.added == 2);
  const auto network = f.find("Miljø");
  CHECK(network.kind == NetworkKind::formal);
  CHECK(network.coordinator == f.people[1]);
  CHECK(network.successor == f.people[2]);
  CHECK(network.reference == f.people[3]);
  CHECK(members_of(f.database, network.id) == std::vector{f.people[4], f.people[5]});
  CHECK_FALSE(network.open);
  CHECK(network.rule == "jura");
  CHECK(network.place == "Lokale 2");
  CHECK(network.from_file);
  CHECK(f.find("Kor").open);
  CHECK(f.import(csv).networks.same == 2);

  const auto out = f.exported();
  CHECK_THAT(out,
             Catch::Matchers::StartsWith("\xef\xbb\xbfnetwork;kind;purpose;coordinator;successor;reference;"
                                         "members;visibility;rule;next_gathering;place\r\n"));
  CHECK_THAT(out, Contains("Miljø;formelt;På tværs;p1@x.example;p2@x.example;p3@x.example;\"p4@x.example; "
                           "p5@x.example\";closed;jura;2026-03-27 09:00;Lokale 2\r\n"));
  CHECK_THAT(out, Contains("Kor;;;;;;;open;;;\r\n"));
  CHECK(f.import(out).networks.same == 3);  // with the one that was made in Teams
  CHECK(f.exported() == out);
  CHECK_THAT(f.exported(ExportFormat::json), Contains("\"members\":[\"p4@x.example\",\"p5@x.example\"]"));
}

TEST_CASE("import networks: what the file has no column for stays, other members move it") {
  Files f;
  f.import("network;coordinator;successor;visibility;rule\nKor;p1@x.example;p2@x.example;closed;sang\n");
  const auto report = f.import("network;members\nKor;p4@x.example\n");
  CHECK(report.networks.moved == 1);
  const auto network = f.find("Kor");
  CHECK(network.coordinator == f.people[1]);
  CHECK(network.successor == f.people[2]);
  CHECK_FALSE(network.open);
  CHECK(network.rule == "sang");
  CHECK(f.import("network;successor;visibility;rule\nKor;;;\n").networks.changed == 1);
  CHECK(f.find("Kor").successor == 0);
  CHECK(f.find("Kor").open);
  CHECK(f.find("Kor").rule.empty());
}

TEST_CASE("import networks: who joined or left in Teams is neither thrown out nor brought back") {
  Files f;
  const std::string two = "network;members\nKor;p1@x.example, p2@x.example\n";
  f.import(two);
  const auto kor = f.find("Kor").id;
  f.change([&](Transaction& t) {
    return add_member(t, kor, f.people[3]) && remove_member(t, kor, f.people[1]) &&
           !remove_member(t, kor, f.people[1]);
  });
  CHECK(members_of(f.database, kor) == std::vector{f.people[2], f.people[3]});
  CHECK(networks_of(f.database, f.people[1]).empty());
  CHECK(f.import(two).networks.same == 1);
  CHECK(members_of(f.database, kor) == std::vector{f.people[2], f.people[3]});
  CHECK_THAT(f.exported(), !Contains("p1@"));

  CHECK(f.import("network;members\nKor;p1@x.example\n").networks.moved == 1);  // p2 was the file's
  CHECK(members_of(f.database, kor) == std::vector{f.people[3]});
  f.change([&](Transaction& t) { return add_member(t, kor, f.people[1]); });  // and comes back by chat
  CHECK(f.import("network;members\nKor;\n").networks.same == 1);
  CHECK(members_of(f.database, kor) == std::vector{f.people[1], f.people[3]});
}

TEST_CASE("import networks: bad cells are named and nothing is changed") {
  Files f;
  CHECK_THAT(only_error(f.import("network;members\nKor;nobody@x.example\n")),
             Contains("2:members") && Contains("nobody@"));
  CHECK_THAT(only_error(f.import("network;successor\nKor;p1\n")), Contains("2:successor"));
  CHECK_THAT(only_error(f.import("network;visibility\nKor;halvt\n")),
             Contains("2:visibility") && Contains("lukket"));
  CHECK_THAT(only_error(f.import("network;next_gathering\nKor;i morgen\n")), Contains("2:next_gathering"));
  CHECK_THAT(only_error(f.import("network\nKor\nkor\n")), Contains("3:network") && Contains("line 2"));
  CHECK_THAT(only_error(f.import("network;kind\n;formal\n")), Contains("2:network"));
  CHECK_FALSE(find_network(f.database, "Kor"));
}

TEST_CASE("import networks: what was made in Teams stays, and becomes the file's when it bears the name") {
  Files f;
  const auto jura = f.find("Jura").id;
  f.change([&](Transaction& t) { return add_member(t, jura, f.people[2]); });
  CHECK(f.import("network\nKor\n").networks.gone == 0);
  CHECK_FALSE(f.find("Jura").from_file);

  const auto report = f.import("network\nKor\nJURA\n");
  CHECK(report.networks.changed == 1);
  CHECK(f.find("jura").id == jura);
  CHECK(f.find("jura").name == "JURA");
  CHECK(f.find("jura").from_file);
  CHECK(members_of(f.database, jura) == std::vector{f.people[2]});
  CHECK(f.import("network\nKor\n").networks.gone == 1);
  CHECK_FALSE(find_network(f.database, "jura"));
}

TEST_CASE("import networks: a network that goes leaves no mute behind for the next with its number") {
  Files f;
  f.import("network\nKor\n");
  const std::string topic = "network:" + std::to_string(f.find("Kor").id);
  f.change([&](Transaction& t) {
    mute(t, {"anna", topic, {}, {}});
    mute(t, {"anna", "reminders", {}, {}});
    return true;
  });
  f.import("network\nAndet\n");
  CHECK(mutes_of(f.database, "anna").size() == 1);
}

TEST_CASE("import networks: one with a history is closed instead, and opens again with the file") {
  Files f;
  f.import("network;members\nKor;p1@x.example\n");
  const auto kor = f.find("Kor").id;
  f.change([&](Transaction& t) {
    auto gathering = f.sample(-10);
    gathering.network = kor;
    gathering.state = GatheringState::invited;
    plan_reminder(t, {.kind = ReminderKind::network, .due = f.now, .network = kor});
    return add_gathering(t, gathering, f.now).id;
  });
  const auto report = f.import("network\nAndet\n");
  CHECK(report.networks.gone == 1);
  CHECK(report.notes.empty());
  CHECK(f.find("Kor").closed == f.now);
  CHECK(due_reminders(f.database, f.now, 10).empty());
  CHECK_THAT(f.exported(), !Contains("Kor"));
  CHECK(f.import("network\nAndet\n").networks.gone == 0);

  CHECK(f.import("network\nAndet\nKor\n").networks.changed == 1);
  CHECK_FALSE(f.find("Kor").closed);
  CHECK(f.find("Kor").id == kor);
  CHECK(members_of(f.database, kor) == std::vector{f.people[1]});
}

TEST_CASE("import networks: gatherings ahead of a network that goes are pointed out") {
  Files f;
  f.import("network\nKor\n");
  f.change([&](Transaction& t) {
    auto gathering = f.sample();
    gathering.network = f.find("Kor").id;
    gathering.state = GatheringState::invited;
    return add_gathering(t, gathering, f.now).id;
  });
  const auto report = f.import("network\nAndet\n");
  REQUIRE(report.notes.size() == 1);
  CHECK_THAT(report.notes[0], Contains("Kor") && Contains("ahead"));
  CHECK(f.ahead("Kor").size() == 1);
}

TEST_CASE("import networks: one that was closed in Teams is not opened by the file that still names it") {
  Files f;
  f.import("network;next_gathering\nKor;2026-04-10 09:00\n");
  f.change([&](Transaction& t) {
    change_state(t, f.ahead("Kor")[0].id, GatheringState::cancelled, f.now);
    close_network(t, f.find("Kor").id, f.now);
    return true;
  });
  const auto report = f.import("network;next_gathering\nKor;2026-04-17 09:00\n");
  CHECK(report.applied);
  REQUIRE(report.notes.size() == 1);
  CHECK_THAT(report.notes[0], Contains("Kor") && Contains("closed in Teams"));
  CHECK(f.find("Kor").closed);
  CHECK(f.ahead("Kor").empty());
  CHECK(f.import("network\nAndet\n").networks.gone == 0);
  CHECK(f.find("Kor").closed);
}

TEST_CASE("import networks: more than a fifth of at least ten of the file's networks is too much") {
  Files f;
  const auto file = [](int count) {
    std::string csv = "network\n";
    for (int i = 0; i < count; ++i) csv += "Netværk " + std::to_string(i) + "\n";
    return csv;
  };
  f.import(file(10));
  f.change([&](Transaction& t) {
    for (int i = 0; i < 10; ++i) create_network(t, {.name = "Fra Teams " + std::to_string(i)}, f.now);
    return true;
  });
  const auto refused = f.import(file(7));  // three of ten, not of twenty
  CHECK(refused.refused_mass_deletion);
  CHECK(f.find("Netværk 9").from_file);
  CHECK(f.import(file(8)).applied);
  CHECK(networks(f.database).size() == 19);
}

TEST_CASE("import networks: the next gathering is planned, two hours long, and said once") {
  Files f;
  const std::string csv = "network;next_gathering;place\nKor;2026-04-10 23:30;Lokale 2\n";
  f.import(csv);
  const auto gatherings = f.ahead("Kor");
  REQUIRE(gatherings.size() == 1);
  const auto& gathering = gatherings[0];
  CHECK(gathering.state == GatheringState::planned);
  CHECK(gathering.from_file);
  CHECK(gathering.local_start == "2026-04-10 23:30");
  CHECK(gathering.local_end == "2026-04-11 01:30");
  CHECK(gathering.starts == tests::utc("2026-04-10 23:30"));
  CHECK(gathering.ends == gathering.starts + std::chrono::hours{2});
  CHECK(gathering.place == "Lokale 2");
  CHECK_THAT(gathering.uid, Catch::Matchers::EndsWith("@indgang"));
  CHECK(f.import(csv).networks.same == 1);
  CHECK(f.import(csv, {.dry_run = true}).networks.same == 1);
  CHECK(f.ahead("Kor").size() == 1);
}

TEST_CASE("import networks: a clock change between start and end moves the hour on the wall") {
  Files f;
  const auto summer_from_one = [](const std::string& local) -> std::optional<Instant> {
    const auto instant = tests::utc(local);
    return instant && local > "2026-03-29 02" ? *instant - std::chrono::hours{1} : *instant;
  };
  import_networks(f.database, f.folder.write("n.csv", "network;next_gathering\nNat;2026-03-29 01:00\n"), {},
                  f.now, summer_from_one);
  const auto gathering = f.ahead("Nat").at(0);
  CHECK(gathering.local_end == "2026-03-29 03:00");
  CHECK(gathering.ends - gathering.starts == std::chrono::hours{1});
}

TEST_CASE("import networks: another time in the file moves the gathering, none drops it") {
  Files f;
  f.import("network;next_gathering;place\nKor;2026-04-10 09:00;A\n");
  const auto before = f.ahead("Kor").at(0);
  f.change([&](Transaction& t) {
    return plan_reminder(t, {.kind = ReminderKind::invite, .due = f.now, .gathering = before.id});
  });
  CHECK(f.import("network;next_gathering;place\nKor;2026-04-10 09:00;B\n").networks.changed == 1);
  CHECK(f.ahead("Kor").at(0).place == "B");
  CHECK(reminders_of_gathering(f.database, before.id).size() == 1);
  CHECK(f.import("network;next_gathering;place\nKor;2026-04-17 10:00;B\n").networks.changed == 1);
  const auto moved = f.ahead("Kor");
  REQUIRE(moved.size() == 1);
  CHECK(moved[0].id == before.id);
  CHECK(moved[0].uid == before.uid);
  CHECK(moved[0].version == 3);
  CHECK(moved[0].local_start == "2026-04-17 10:00");
  CHECK(moved[0].local_end == "2026-04-17 12:00");
  CHECK(reminders_of_gathering(f.database, before.id).empty());
  f.import("network;next_gathering\nKor;\n");
  CHECK(f.ahead("Kor").empty());
  CHECK(find_gathering(f.database, before.id)->state == GatheringState::dropped);
  f.import("network;next_gathering\nKor;2026-04-17 10:00\n");
  CHECK(f.ahead("Kor").size() == 1);
  CHECK(f.import("network\nAndet\n").networks.gone == 1);
  CHECK_FALSE(find_network(f.database, "Kor"));  // nothing but what the file itself had said
}

TEST_CASE("import networks: what is over is history, and what the file says of the past makes nothing") {
  Files f;
  f.import("network;next_gathering\nKor;2026-03-20 09:00\n");
  CHECK(gatherings_ahead(f.database, f.find("Kor").id, {}, 10).empty());
  f.import("network;next_gathering\nKor;2026-04-10 09:00\n");
  const auto held = f.ahead("Kor").at(0);
  const auto later = held.ends + std::chrono::hours{1};
  import_networks(f.database, f.folder.write("n.csv", "network;next_gathering\nKor;2026-05-08 09:00\n"), {},
                  later, tests::utc);
  CHECK(last_gathering(f.database, f.find("Kor").id, later)->id == held.id);
  CHECK(gatherings_ahead(f.database, f.find("Kor").id, later, 10).size() == 1);
}

TEST_CASE("import networks: what somebody changed, invited to or called off in Teams is theirs") {
  const auto deed = GENERATE(0, 1, 2);
  Files f;
  const std::string csv = "network;next_gathering\nKor;2026-04-10 09:00\n";
  f.import(csv);
  auto gathering = f.ahead("Kor").at(0);
  f.change([&](Transaction& t) {
    if (deed == 1) return change_state(t, gathering.id, GatheringState::invited, f.now);
    if (deed == 2) return change_state(t, gathering.id, GatheringState::cancelled, f.now);
    gathering.local_start = "2026-04-12 09:00";
    gathering.local_end = "2026-04-12 11:00";
    gathering.starts += std::chrono::days{2};
    gathering.ends += std::chrono::days{2};
    return update_gathering(t, gathering, f.now);
  });
  const auto theirs = find_gathering(f.database, gathering.id).value();
  const auto count = f.ahead("Kor").size();
  const auto check_untouched = [&] {
    const auto found = find_gathering(f.database, gathering.id).value();
    CHECK(found.state == theirs.state);
    CHECK(found.version == theirs.version);
    CHECK(found.local_start == theirs.local_start);
  };
  CHECK(f.import(csv).networks.same == 1);
  CHECK(f.ahead("Kor").size() == count);  // the same words don't bring it again
  check_untouched();
  f.import("network;next_gathering\nKor;2026-04-24 09:00\n");
  CHECK(f.ahead("Kor").size() == count + 1);
  check_untouched();
  f.import("network;next_gathering\nKor;\n");
  CHECK(f.ahead("Kor").size() == count);
  check_untouched();
}

TEST_CASE("import networks: a gathering that was planned in Teams at that time is the one the file means") {
  Files f;
  f.import("network;next_gathering\nKor;2026-04-10 09:00\n");
  f.change([&](Transaction& t) {
    auto gathering = f.sample();
    gathering.network = f.find("Kor").id;
    gathering.state = GatheringState::invited;
    gathering.local_start = "2026-04-17 09:00";
    gathering.local_end = "2026-04-17 12:00";
    return add_gathering(t, gathering, f.now).id;
  });
  f.import("network;next_gathering\nKor;2026-04-17 09:00\n");
  const auto gatherings = f.ahead("Kor");
  REQUIRE(gatherings.size() == 1);
  CHECK_FALSE(gatherings[0].from_file);
}
