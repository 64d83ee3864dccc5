#include "store/answer_files.hpp"

#include "store/gatherings.hpp"
#include "store/networks.hpp"
#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace store;
using namespace std::chrono_literals;

TEST_CASE("answer files: a link is good until it expires, and nobody else's token is") {
  tests::TemporaryFolder folder;
  Database database(folder / "a.db", Database::Create::yes);
  Transaction transaction(database);
  const Instant now{std::chrono::seconds{1'774'000'000}};
  Network network;
  network.name = "Jura";
  Gathering gathering;
  gathering.network = create_network(transaction, network, now).value();
  gathering.local_start = "2026-04-16 13:00";
  gathering.local_end = "2026-04-16 15:00";
  gathering.starts = now + 24h;
  gathering.ends = now + 26h;
  const auto id = add_gathering(transaction, gathering, now).id;

  const auto token = make_answer_file(transaction, {id, "en"}, now + 15min, now);
  CHECK(token.size() == 32);
  const auto found = find_answer_file(database, token, now + 15min - 1s);
  REQUIRE(found);
  CHECK(found->gathering == id);
  CHECK(found->language == "en");
  CHECK_FALSE(find_answer_file(database, token, now + 15min));
  CHECK_FALSE(find_answer_file(database, "0123456789abcdef0123456789abcdef", now));
  CHECK_FALSE(find_answer_file(database, "", now));
  // The next one takes what has expired away; the clock that is set back does not bring it again.
  CHECK(make_answer_file(transaction, {id, "da"}, now + 2h, now + 1h) != token);
  CHECK_FALSE(find_answer_file(database, token, now));
}
