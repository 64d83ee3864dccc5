#include "bot/writer.hpp"

#include "store/import.hpp"
#include "store/learned_words.hpp"
#include "store/outbox.hpp"
#include "tests/store/older_file.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <catch2/catch.hpp>

#include <fstream>
#include <future>
#include <stdlib.h>

namespace {

namespace asio = boost::asio;
using bot::Writer;
using bot::WriterContext;

class Folder {
 public:
  Folder() {
    char name[] = "/tmp/indgang-writer-XXXXXX";
    path_ = ::mkdtemp(name);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  std::filesystem::path database() const { return path_ / "indgang.db"; }

 private:
  std::filesystem::path path_;
};

store::OutboxMessage message(const char* payload) {
  store::OutboxMessage made;
  made.tenant = "t";
  made.conversation = "c";
  made.service_url = "https://smba.example/";
  made.payload = payload;
  return made;
}

const store::Instant now{std::chrono::seconds(1'774'429'200)};

/// Adds a row, and fails afterwards if asked to.
asio::awaitable<std::int64_t> add(Writer& writer, const char* payload, bool fail) {
  co_return co_await writer.run([payload, fail](WriterContext& context) {
    const auto id = store::enqueue(context.transaction, message(payload), now);
    if (fail) throw std::runtime_error("on purpose");
    return id;
  });
}

std::vector<std::string> payloads(const Folder& folder) {
  store::Database database(folder.database(), store::Database::Create::no);
  std::vector<std::string> found;
  for (const auto& row : store::pending_messages(database, 0, 100)) found.push_back(row.payload);
  return found;
}

}  // namespace

TEST_CASE("writer: brings an older program's file up to date, and is at work on it", "[bot]") {
  Folder folder;
  tests::make_older_file(folder.database());
  asio::io_context io;
  Writer writer(io, folder.database());
  asio::co_spawn(io, add(writer, "hej", false), asio::detached);
  io.run();
  CHECK(payloads(folder) == std::vector<std::string>{"hej"});
}

TEST_CASE("writer: a result is given when it is in the file", "[bot]") {
  const Folder folder;
  asio::io_context io;
  Writer writer(io, folder.database());
  std::vector<std::string> seen;
  asio::co_spawn(
      io,
      [&]() -> asio::awaitable<void> {
        co_await add(writer, "{}", false);
        seen = payloads(folder);
      },
      [](std::exception_ptr failure) { CHECK_FALSE(failure); });
  io.run();
  CHECK(seen == std::vector<std::string>{"{}"});
}

TEST_CASE("writer: a job that fails undoes itself alone, whoever was in its group", "[bot]") {
  const Folder folder;
  asio::io_context io;
  Writer writer(io, folder.database());
  int succeeded = 0;
  int failed = 0;
  for (int i = 0; i < 30; ++i)
    asio::co_spawn(io, add(writer, i % 3 == 0 ? "\"bad\"" : "\"good\"", i % 3 == 0),
                   [&](std::exception_ptr failure, std::int64_t) { ++(failure ? failed : succeeded); });
  io.run();
  writer.stop();
  CHECK(succeeded == 20);
  CHECK(failed == 10);
  CHECK(payloads(folder) == std::vector<std::string>(20, "\"good\""));
}

TEST_CASE("writer: what rides along needs no other job to be written", "[bot]") {
  const Folder folder;
  asio::io_context io;
  Writer writer(io, folder.database());
  std::promise<void> run;
  writer.ride_along([&](WriterContext&) { run.set_value(); }, [](const std::exception&) {});
  CHECK(run.get_future().wait_for(std::chrono::seconds(20)) == std::future_status::ready);
}

TEST_CASE("writer: what rides along is written at the latest when the writer stops", "[bot]") {
  const Folder folder;
  asio::io_context io;
  {
    Writer writer(io, folder.database());
    writer.ride_along(
        [](WriterContext& context) { store::enqueue(context.transaction, message("\"mark\""), now); },
        [](const std::exception& error) { FAIL(error.what()); });
  }
  CHECK(payloads(folder) == std::vector<std::string>{"\"mark\""});
}

TEST_CASE("writer: after the stop nothing is taken", "[bot]") {
  const Folder folder;
  asio::io_context io;
  Writer writer(io, folder.database());
  writer.stop();
  bool refused = false;
  asio::co_spawn(io, add(writer, "{}", false),
                 [&](std::exception_ptr failure, std::int64_t) { refused = failure != nullptr; });
  io.run();
  CHECK(refused);
}

TEST_CASE("writer: the next job sees what an earlier one changed in the catalogue", "[bot]") {
  const Folder folder;
  {
    store::Database database(folder.database(), store::Database::Create::yes);
    std::ofstream(folder.database().string() + ".csv")
        << "name;email;task\nAnna;anna@sundkoebing.example;Vejskilte\n";
    REQUIRE(store::import_catalogue(database, folder.database().string() + ".csv", {}, now).applied);
  }
  asio::io_context io;
  Writer writer(io, folder.database());
  bool before = true;
  bool after = false;
  asio::co_spawn(
      io,
      [&]() -> asio::awaitable<void> {
        before = co_await writer.run([](WriterContext& context) {
          const bool found = context.finder.find("drager").confidence != store::Confidence::none;
          const auto task = context.finder.catalogue().task(0).id;
          const auto word = store::propose_word(context.transaction, task, "drager", now);
          store::decide_word(context.transaction, word->id, store::WordState::approved, "owner", now);
          context.flush = true;
          return found;
        });
        after = co_await writer.run([](WriterContext& context) {
          return context.finder.find("drager").confidence == store::Confidence::sure;
        });
        writer.stop();
      },
      asio::detached);
  io.run();
  CHECK_FALSE(before);
  CHECK(after);
}
