#include "store/learned_words.hpp"

#include "store/catalogue_store.hpp"
#include "store/detail/connection.hpp"
#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace store;

namespace {

constexpr Instant now{std::chrono::seconds{100}};

struct Fixture {
  tests::TemporaryFolder folder;
  Database database{folder / "a.db", Database::Create::yes};
  Transaction transaction{database};

  Fixture() {
    auto& raw = database.connection().database;
    raw.exec(
        "INSERT INTO tasks (id, title, title_folded, keywords) VALUES (1, 'A', 'a', 'x'), (2, 'B', 'b', '')");
  }
};

}  // namespace

TEST_CASE("learned words: an approved word belongs to its task and changes the catalogue") {
  Fixture f;
  const auto word = propose_word(f.transaction, 1, "drager", now);
  REQUIRE(word);
  const auto before = catalogue_version(f.database);
  {
    const auto catalogue = load_catalogue(f.database);
    CHECK(catalogue->task(catalogue->task_by_id(1)).keywords == "x");
  }
  CHECK(decide_word(f.transaction, word->id, WordState::approved, "owner", now));
  CHECK(catalogue_version(f.database) == before + 1);
  const auto other = propose_word(f.transaction, 2, "trolde", now);
  decide_word(f.transaction, other->id, WordState::approved, "owner", now);
  const auto third = propose_word(f.transaction, 1, "lindorme", now);
  decide_word(f.transaction, third->id, WordState::approved, "owner", now);
  const auto catalogue = load_catalogue(f.database);
  CHECK(catalogue->task(catalogue->task_by_id(1)).keywords == "x\ndrager\nlindorme");
  CHECK(catalogue->task(catalogue->task_by_id(2)).keywords == "trolde");
}

TEST_CASE("learned words: each is decided once") {
  Fixture f;
  const auto word = propose_word(f.transaction, 1, "drager", now)->id;
  CHECK(proposed_words(f.database, 5).size() == 1);
  const auto before = catalogue_version(f.database);
  CHECK(decide_word(f.transaction, word, WordState::declined, "owner", now));
  CHECK_FALSE(decide_word(f.transaction, word, WordState::approved, "other", now));
  CHECK(catalogue_version(f.database) == before);
  const auto known = propose_word(f.transaction, 1, "Drager", now);
  CHECK(known->id == word);
  CHECK(known->state == WordState::declined);
  CHECK(known->decided_by == "owner");
  CHECK(proposed_words(f.database, 5).empty());
  CHECK_FALSE(propose_word(f.transaction, 9, "drager", now));
  CHECK_FALSE(decide_word(f.transaction, 99, WordState::approved, "owner", now));
}

TEST_CASE("learned words: three different people propose, one person never does") {
  Fixture f;
  for (int i = 0; i < 5; ++i) CHECK_FALSE(count_pick(f.transaction, "veje", 1, "anna", now));
  CHECK_FALSE(count_pick(f.transaction, "veje", 2, "bo", now));
  CHECK_FALSE(count_pick(f.transaction, "Veje", 1, "bo", now));
  const auto word = count_pick(f.transaction, "veje", 1, "carl", now);
  REQUIRE(word);
  CHECK(word->task == 1);
  CHECK(word->state == WordState::proposed);
  auto& raw = f.database.connection().database;
  CHECK(raw.execAndGet("SELECT count(*) FROM picks WHERE task_id = 1").getInt() == 0);
  CHECK_FALSE(count_pick(f.transaction, "veje", 1, "dorte", now));
  CHECK(raw.execAndGet("SELECT count(*) FROM picks WHERE task_id = 1").getInt() == 0);
}

TEST_CASE("learned words: who picked is not in the file, and is forgotten in time") {
  Fixture f;
  count_pick(f.transaction, "veje", 1, "anna", now);
  auto& raw = f.database.connection().database;
  CHECK(raw.execAndGet("SELECT typeof(picker) FROM picks").getString() == "integer");
  CHECK_FALSE(count_pick(f.transaction, "veje", 99, "anna", now));
  CHECK(forget_picks(f.transaction, now) == 0);
  CHECK(forget_picks(f.transaction, now + std::chrono::seconds{1}) == 1);
}
