#include "bot/answers_endpoint.hpp"

#include "bot/token_path.hpp"
#include "handlers/gatherings/answer_file.hpp"

namespace bot {

boost::asio::awaitable<http::Response> AnswersEndpoint::get(std::string path) {
  const auto token = token_in(path, handlers::answer_file_path, ".csv");
  std::optional<std::string> file;
  if (token) {
    const auto now = clock_.now();
    file = co_await writer_.run([this, &token, now](WriterContext& context) {
      const handlers::Services services{context.finder, context.transaction, policy_};
      return handlers::fetch_answer_file(*token, now, services);
    });
  }
  if (!file)
    co_return http::error_response(404, "NotFound", "There is no such file, or its link has expired.");
  http::Response response;
  response.content_type = "text/csv; charset=utf-8";
  response.headers.emplace_back("Content-Disposition", R"(attachment; filename="indgang.csv")");
  response.headers.emplace_back("Cache-Control", "private, no-store");
  response.headers.emplace_back("X-Robots-Tag", "noindex");
  response.body = std::move(*file);
  co_return response;
}

}  // namespace bot
