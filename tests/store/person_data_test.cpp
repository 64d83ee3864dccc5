#include "store/person_data.hpp"

#include "store/detail/connection.hpp"
#include "store/detail/person_tables.hpp"
#include "store/learned_words.hpp"
#include "store/question_log.hpp"
#include "tests/store/people.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <sstream>

using namespace store;
using Catch::Matchers::Contains;

namespace {

constexpr Instant now{std::chrono::seconds{1774429200}};  // 25 March 2026, 9:00 UTC
constexpr Day year_ago{std::chrono::days{20537 - 365}};

/// Person 0 (p0@x.example, Entra id aaaa) stands in every table, person 1 beside them in most. SECRET is in
/// all texts that are person 0's own.
struct Everything {
  tests::TemporaryFolder folder;
  std::filesystem::path file = folder / "a.db";
  Database database{file, Database::Create::yes};
  std::int64_t who = 0;

  Everything() {
    const auto ids = tests::import_numbered_people(database, folder, 3);
    who = ids[0];
    import_catalogue(database, folder.write("c.csv", "name;email;task\nPerson 0;p0@x.example;Vand\n"), {},
                     now);
    auto& raw = database.connection().database;
    raw.exec("DELETE FROM catalogue_history");  // that of the import
    raw.exec(R"(
UPDATE people SET entra_id = 'aaaa', leader_id = (SELECT id FROM people WHERE email = 'p1@x.example') WHERE email = 'p0@x.example';
UPDATE people SET leader_id = (SELECT id FROM people WHERE email = 'p0@x.example') WHERE email = 'p2@x.example';
INSERT INTO conversations SELECT 't', 'a:zero', 'personal', 'https://s', '28:bot', '29:zero', 'aaaa', '', '', 5, 5, NULL, NULL, '', '';
INSERT INTO conversations SELECT 't', 'a:one', 'personal', 'https://s', '28:bot', '29:one', 'bbbb', '', '', 5, 5, NULL, NULL, 'p1@x.example', '';
INSERT INTO conversations SELECT 't', '19:team', 'channel', 'https://s', '28:bot', '', '', '', '', 5, 5, NULL, NULL, '', '';
INSERT INTO seen_activities VALUES ('t a:zero 1', 5, 'SECRET'), ('t a:one 1', 5, 'theirs');
INSERT INTO networks (name, name_folded, coordinator_id) SELECT 'Jura', 'jura', id FROM people WHERE email = 'p0@x.example';
INSERT INTO network_members (network_id, person_id) SELECT 1, id FROM people;
INSERT INTO departures (person_id, first_day_without, said_by, said_at) SELECT id, 30000, 'AAAA', 5 FROM people WHERE email = 'p0@x.example';
INSERT INTO departure_items (departure_id, task_id, receiver_id) SELECT 1, 1, id FROM people WHERE email = 'p0@x.example';
INSERT INTO gatherings (network_id, state, local_start, local_end, starts_at, ends_at, chair_id, tenant, language, uid, created_at, changed_at)
  SELECT 1, 'invited', '2025-01-01 09:00', '2025-01-01 10:00', 1735722000, 1735725600, id, 't', 'da', 'u1', 5, 5 FROM people WHERE email = 'p0@x.example';
INSERT INTO invitations (gathering_id, person_id, state, token) SELECT 1, id, 'accepted', 'tok' || id FROM people;
INSERT INTO message_copies (outbox_id, gathering_id, person_id, kind, state, tenant, conversation, made_at)
  SELECT NULL, 1, id, 'invitation', 'sent', 't', '', 5 FROM people;
INSERT INTO other_jobs SELECT id, 1, 'Lærer', 'Skole' FROM people WHERE email = 'p0@x.example';
INSERT INTO calendar_feeds SELECT id, 'feed' || id FROM people;
INSERT INTO moves (person_id, unit, leader_id, at) SELECT id, 'Vej', id, 5 FROM people WHERE email = 'p0@x.example';
INSERT INTO told_endings SELECT 1, id, 'responsible', 30000, 'person' FROM people WHERE email = 'p0@x.example';
INSERT INTO open_questions (topic, topic_folded, created_at) VALUES ('SECRET drager', 'drager', 5), ('ladestandere', 'ladestandere', 5);
INSERT INTO open_questions (topic, topic_folded, state, created_at, closed_at, closed_by, person_id)
  SELECT 'sten', 'sten', 'answered', 5, 6, 'P0@x.example', id FROM people WHERE email = 'p0@x.example';
INSERT INTO question_askers VALUES (1, 'aaaa', 't', 'a:zero', 'da', 5), (2, '29:zero', 't', '19:team', 'da', 5), (2, 'bbbb', 't', 'a:one', 'da', 5);
INSERT INTO shown_questions VALUES ('t', 'a:zero', 2, 5), ('t', 'a:one', 2, 5);
INSERT INTO learned_words (task_id, phrase, phrase_folded, state, created_at, decided_at, decided_by) VALUES (1, 'kran', 'kran', 'approved', 5, 6, 'aaaa');
INSERT INTO confirmation_nudges SELECT 1, id, 5, 5 FROM people WHERE email = 'p0@x.example';
INSERT INTO reminders (kind, due_at, useful_until, tenant, conversation, subject, text) VALUES
  ('personal', 9, 9, 't', 'a:zero', 'aaaa', 'SECRET ring'), ('personal', 9, 9, 't', 'a:one', 'bbbb', 'theirs'), ('channel', 9, 9, 't', '19:team', '', '');
INSERT INTO reminders (kind, due_at, useful_until, rule, subject) SELECT 'duty', 9, 9, 'confirm', CAST(id AS TEXT) FROM people WHERE email = 'p0@x.example';
INSERT INTO confirmation_rounds (person_id, day) SELECT id, 5 FROM people WHERE email = 'p0@x.example';
INSERT INTO catalogue_history (at, kind, person_id, person, actor, approver)
  SELECT 5, 'person_changed', id, name, 'import', 'AAAA' FROM people WHERE email = 'p0@x.example';
INSERT INTO proposals (kind, fault, task_id, person_id, waits_for, author, created_at)
  SELECT 'correct', 'task', 1, id, 'owner', 'AAAA', 5 FROM people WHERE email = 'p0@x.example';
INSERT INTO proposal_supporters VALUES (1, 'AAAA', 5), (1, 'bbbb', 5);
INSERT INTO roles SELECT 'owner', id, '', 'chat', 5 FROM people WHERE email = 'p0@x.example';
INSERT INTO overview_subscriptions (person_id, weekday, minute, even_if_none, stand_in_id, cursor)
  SELECT id, 1, 480, 0, (SELECT id FROM people WHERE email = 'p0@x.example'), 0 FROM people WHERE email <> 'p2@x.example';
INSERT INTO mutes VALUES ('aaaa', 'all', 1, 0), ('bbbb', 'all', 1, 0);
INSERT INTO conversation_memory VALUES ('t', '19:team', 'aaaa', 'da', 'SECRETintent', '', '', '', '', '', 0, '', 5);
INSERT INTO conversation_focus VALUES ('t', 'a:zero', 'aaaa', 0, 0, 'SECRET pending', 5), ('t', 'a:one', 'bbbb', 0, 0, 'x', 5);
INSERT INTO outbox_ended VALUES
  (1, 'broadcast', 'given_up', 1, 5, 6, 't', '', 'aaaa', '', '', '', 'SECRET payload'),
  (3, 'reply', 'uncertain', 1, 5, 6, 't', 'a:one', '', '', '', '', 'theirs');
INSERT INTO outbox (id, kind, state, created_at, next_attempt_at, tenant, conversation, service_url, update_activity, payload) VALUES
  (4, 'reply', 'pending', 5, 6, 't', 'a:zero', '', '', 'waits');
)");
    Transaction transaction(database);
    count_pick(transaction, "kilde", 1, "aaaa", now);
    count_pick(transaction, "kilde", 1, "bbbb", now);
    for (const char* asker : {"t aaaa", "t bbbb"})
      log_question(transaction,
                   {Day{std::chrono::days{20537}}, "find_person", QuestionOutcome::sure, 1, asker}, 90);
    transaction.commit();
  }

  std::map<std::string, int> counts(const std::string& id) {
    std::map<std::string, int> all;
    for (const PersonRows& rows : person_data(database, identify(database, id)))
      if (!rows.rows.empty()) all[std::string(rows.kind)] = static_cast<int>(rows.rows.size());
    return all;
  }
  std::vector<Erased> erase(const std::string& id) {
    Transaction transaction(database);
    auto erased = erase_person(transaction, identify(database, id), {year_ago, now});
    transaction.commit();
    return erased;
  }
};

}  // namespace

TEST_CASE("person data: every column that names a person is looked at, also in tables that come later") {
  tests::TemporaryFolder folder;
  Database database(folder / "a.db", Database::Create::yes);
  auto& raw = database.connection().database;
  std::map<std::string, std::set<std::string>> covered;
  for (const auto tables : {detail::person_tables(), detail::pseudonymous_tables()})
    for (const auto& table : tables) {
      std::istringstream names{std::string(table.table)};
      for (std::string name; names >> name;) {
        std::istringstream columns{std::string(table.columns)};
        for (std::string column; columns >> column;) covered[name].insert(column);
      }
    }
  // Columns whose name says so, and those that refer to people.
  const std::regex naming(
      "(.*_)?(person|subject|user|asker|reporter|picker|author|actor|proposer|approver|sender|who|by|email|"
      "conversation|"
      "entra_id|to_user)(_id|_email)?");
  // What only sounds so, and what is found by another column of the same row.
  const std::set<std::string> others{"people.email", "people.former_email", "people.entra_id",
                                     "kle_topics.replaced_by", "gatherings.answer_by"};
  SQLite::Statement all(raw, R"(
SELECT m.name, c.name, EXISTS (SELECT 1 FROM pragma_foreign_key_list(m.name) f WHERE f."from" = c.name AND f."table" = 'people')
FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type = 'table')");
  int found = 0;
  while (all.executeStep()) {
    const std::string table = all.getColumn(0).getString(), column = all.getColumn(1).getString();
    if (all.getColumn(2).getInt() == 0 && !std::regex_match(column, naming)) continue;
    if (others.contains(table + "." + column)) continue;
    ++found;
    INFO(table << "." << column << ": add it to store/detail/person_tables.cpp");
    CHECK(covered[table].contains(column));
  }
  CHECK(found > 30);
}

TEST_CASE("person data: shows what stands in each table, whichever of their ids is given") {
  Everything all;
  const auto counts = all.counts("p0@x.example");
  for (const auto tables : {detail::person_tables(), detail::pseudonymous_tables()})
    for (const auto& table : tables) {
      CAPTURE(table.kind);
      CHECK(counts.contains(std::string(table.kind)));
    }
  CHECK(counts.at("question") == 2);
  CHECK(counts.at("seconded") == 1);
  CHECK(counts.at("reminder") == 1);
  CHECK(counts.at("message") == 2);
  CHECK(counts.at("pick") == 1);
  CHECK(counts.at("question_count") == 1);
  CHECK(all.counts("AAAA") == counts);
  CHECK(all.counts("29:zero") == counts);
  CHECK_FALSE(identify(all.database, "nobody@x.example").known());
  CHECK_FALSE(identify(all.database, "").known());
}

TEST_CASE("person data: a chat whose row names two people is that of its Entra id alone") {
  Everything all;
  const auto zero = all.counts("p0@x.example");
  const auto one = all.counts("p1@x.example");
  const std::string damage = GENERATE(
      // Person 0's chat with the address, the user or the Entra id of person 1, and the other way round.
      "UPDATE conversations SET user_email = 'p1@x.example' WHERE conversation = 'a:zero'",
      "INSERT INTO conversations SELECT 't', 'a:forged', 'personal', 'https://s', '28:bot', '29:zero', "
      "'bbbb', '', '', 9, 9, NULL, NULL, '', ''",
      "INSERT INTO conversations SELECT 't', 'a:forged', 'personal', 'https://s', '28:bot', '29:one', "
      "'aaaa', '', '', 9, 9, NULL, NULL, '', ''",
      "INSERT INTO conversations SELECT 't', 'a:forged', 'personal', 'https://s', '28:bot', '29:one', '', "
      "'', '', 9, 9, NULL, NULL, 'P0@x.example', ''");
  CAPTURE(damage);
  all.database.connection().database.exec(damage);
  auto& raw = all.database.connection().database;
  const auto person_of = [&](const std::string& email) {
    return raw.execAndGet("SELECT id FROM people WHERE email = '" + email + "'").getInt64();
  };
  const auto holds = [](const std::vector<std::string>& list, const std::string& one_of_it) {
    return std::find(list.begin(), list.end(), one_of_it) != list.end();
  };
  for (const std::string& id : {std::string("p0@x.example"), std::string("aaaa")}) {
    const PersonIds who = identify(all.database, id);
    CHECK(who.person == person_of("p0@x.example"));
    CHECK(holds(who.chats, "t a:zero"));
    CHECK_FALSE(holds(who.ids, "bbbb"));
    CHECK_FALSE(holds(who.ids, "p1@x.example"));
    CHECK_FALSE(holds(who.chats, "t a:one"));
    CHECK_FALSE(holds(who.ids, "29:one"));
    CHECK(all.counts(id).at("reminder") == zero.at("reminder"));
  }
  for (const std::string& id : {std::string("p1@x.example"), std::string("bbbb")}) {
    const PersonIds who = identify(all.database, id);
    CHECK(who.person == person_of("p1@x.example"));
    CHECK(holds(who.chats, "t a:one"));
    CHECK_FALSE(holds(who.ids, "aaaa"));
    CHECK_FALSE(holds(who.chats, "t a:zero"));
    CHECK_FALSE(holds(who.ids, "29:zero"));
    CHECK(all.counts(id).at("reminder") == one.at("reminder"));
  }
}

TEST_CASE("person data: erasing leaves the register and the others alone") {
  Everything all;
  const auto theirs = all.counts("p1@x.example");
  const auto erased = all.erase("p0@x.example");
  const auto left = all.counts("p0@x.example");
  for (const auto& table : detail::person_tables()) {
    CAPTURE(table.kind);
    CHECK(left.contains(std::string(table.kind)) == (table.fate != Fate::erased));
  }
  CHECK_FALSE(left.contains("pick"));
  CHECK_FALSE(left.contains("question_count"));
  CHECK(all.counts("p1@x.example") == theirs);
  for (const Erased& kind : erased) {
    CAPTURE(kind.kind);
    CHECK((kind.fate == Fate::erased ? kind.kept : kind.erased) == 0);
    CHECK(kind.erased + kind.kept > 0);
  }
  // A question that somebody else waits for too stays, and so does one that is answered.
  auto& raw = all.database.connection().database;
  CHECK(raw.execAndGet("SELECT group_concat(topic) FROM open_questions").getString() == "ladestandere,sten");
  CHECK(raw.execAndGet("SELECT count(*) FROM question_log").getInt() == 1);
  CHECK(raw.execAndGet("SELECT count(*) FROM picks").getInt() == 1);
}

TEST_CASE("person data: no word of theirs is left in the file") {
  Everything all;
  all.erase("p0@x.example");
  auto& raw = all.database.connection().database;
  raw.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  std::ifstream file(all.file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  CHECK(bytes.find("ladestandere") != std::string::npos);
  CHECK(bytes.find("SECRET") == std::string::npos);
}

TEST_CASE("person data: the history of those who left goes after the time of retention") {
  Everything all;
  auto& raw = all.database.connection().database;
  raw.exec("UPDATE people SET left_on = 20500 WHERE email = 'p0@x.example'");
  all.erase("p0@x.example");
  CHECK(all.counts("p0@x.example").at("invitation") == 1);
  {
    Transaction transaction(all.database);
    CHECK(forget_leavers(transaction, {Day{std::chrono::days{20500}}, now}) == 0);
    CHECK(forget_leavers(transaction, {Day{std::chrono::days{20501}}, now}) == 10);
    transaction.commit();
  }
  const auto left = all.counts("p0@x.example");
  for (const auto& table : detail::person_tables()) {
    CAPTURE(table.kind);
    if (table.fate == Fate::stays_as_history) CHECK_FALSE(left.contains(std::string(table.kind)));
    if (table.fate == Fate::stays_in_register) CHECK(left.contains(std::string(table.kind)));
  }
  CHECK(raw.execAndGet("SELECT count(*) FROM invitations").getInt() == 2);
}

TEST_CASE("person data: somebody whom no file names any more leaves nothing but the ledger") {
  Everything all;
  all.database.connection().database.exec("DELETE FROM people WHERE email = 'p0@x.example'");
  all.erase("aaaa");
  const auto left = all.counts("aaaa");
  for (const auto& [kind, count] : left) {
    CAPTURE(kind);
    CHECK((kind == "message" || kind == "delivery" || kind == "duty" || kind == "history"));
  }
}

TEST_CASE(
    "person data: history about somebody who is in no file loses the name after the time of retention") {
  Everything all;
  auto& raw = all.database.connection().database;
  raw.exec("DELETE FROM people WHERE email = 'p0@x.example'");
  Transaction transaction(all.database);
  CHECK(forget_leavers(transaction, {Day{}, now}) == 0);
  CHECK(forget_leavers(transaction, {Day{std::chrono::days{1}}, now}) == 1);
  CHECK(raw.execAndGet("SELECT person || person_id || kind FROM catalogue_history").getString() ==
        "0person_changed");
}

TEST_CASE("person data: a file of it, as JSON and as CSV") {
  Everything all;
  std::ostringstream json, csv;
  const auto data = person_data(all.database, identify(all.database, "p0@x.example"));
  write_person_data(data, json, ExportFormat::json);
  write_person_data(data, csv, ExportFormat::csv);
  CHECK_THAT(json.str(), Contains("\"reminder\":[\n {\"text\":\"SECRET "
                                  "ring\",\"state\":\"planned\",\"due\":\"1970-01-01T00:00:09Z\"}]"));
  CHECK_THAT(csv.str(), Contains("\r\nperson;1;email;p0@x.example\r\n") &&
                            Contains("\r\nreminder;1;text;SECRET ring\r\n"));
}
