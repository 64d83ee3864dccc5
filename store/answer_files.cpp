#include "store/answer_files.hpp"

#include "store/detail/connection.hpp"
#include "store/detail/token.hpp"

namespace store {

namespace {

constexpr char insert[] = R"(
INSERT INTO answer_files (token, gathering_id, language, expires_at)
VALUES (:token, :gathering, :language, :expires))";
constexpr char forget[] = "DELETE FROM answer_files WHERE expires_at <= :now";
constexpr char find[] = R"(
SELECT gathering_id, language FROM answer_files WHERE token = :token AND expires_at > :now)";

}  // namespace

std::string make_answer_file(Transaction& transaction, const AnswerFile& file, Instant expires, Instant now) {
  auto& connection = transaction.database().connection();
  detail::Query(connection, forget).bind(":now", now).run();
  const std::string token = detail::random_token();
  detail::Query query(connection, insert);
  query.bind(":token", token).bind(":gathering", file.gathering).bind(":language", file.language);
  query.bind(":expires", expires).run();
  return token;
}

std::optional<AnswerFile> find_answer_file(Database& database, const std::string& token, Instant now) {
  detail::Query query(database.connection(), find);
  if (!query.bind(":token", token).bind(":now", now).step()) return std::nullopt;
  return AnswerFile{query.integer(0), query.text(1)};
}

}  // namespace store
