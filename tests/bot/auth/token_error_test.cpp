#include "bot/auth/token_error.hpp"

#include <catch2/catch.hpp>

#include <string>

using bot::auth::explain_token_error;

TEST_CASE("token error: known codes say what to do", "[auth][token_error]") {
  const auto wrong = explain_token_error(
      401,
      R"({"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret 's3cret'.","error_codes":[7000215]})");
  CHECK(wrong.permanent);
  CHECK(
      wrong.text ==
      "no access token: AADSTS7000215, the client secret is wrong: put the secret's value (not its id) into "
      "bot.secret_file");
  for (const char* code : {"7000222", "700016", "90002", "7000229", "7000216", "7000112"}) {
    const auto error = explain_token_error(400, std::string(R"({"error":"x","error_codes":[)") + code + "]}");
    INFO(code);
    CHECK(error.permanent);
    CHECK(error.text.find(std::string("AADSTS") + code + ", ") != std::string::npos);
  }
}

TEST_CASE("token error: the code may stand in the description alone", "[auth][token_error]") {
  const auto error = explain_token_error(
      400,
      R"({"error":"unauthorized_client","error_description":"AADSTS700016: Application with identifier ..."})");
  CHECK(error.text.find("AADSTS700016, the tenant does not know") != std::string::npos);
}

TEST_CASE("token error: unknown refusals are permanent, troubles of the server are not",
          "[auth][token_error]") {
  const auto unknown = explain_token_error(401, R"({"error":"invalid_client","error_codes":[12345678]})");
  CHECK(unknown.permanent);
  CHECK(unknown.text ==
        "no access token: the identity server answered with HTTP status 401 and invalid_client "
        "(AADSTS12345678): check "
        "bot.app_id, bot.tenant and bot.secret_file");
  CHECK(explain_token_error(400, "").permanent);
  CHECK_FALSE(explain_token_error(400, R"({"error":"temporarily_unavailable"})").permanent);
  CHECK_FALSE(explain_token_error(429, "").permanent);
  CHECK_FALSE(explain_token_error(500, R"({"error":"server_error"})").permanent);
  CHECK_FALSE(explain_token_error(503, "<html>").permanent);
  CHECK(explain_token_error(404, "").text.find("check cloud.token_endpoint") != std::string::npos);
}

TEST_CASE("token error: nothing of the answer but known words is repeated", "[auth][token_error]") {
  for (const char* body :
       {R"({"error":"s3cret","error_description":"AADSTSs3cret","error_codes":["s3cret"]})", "s3cret",
        R"(["s3cret"])", R"({"error":{"s3cret":1},"error_description":7,"error_codes":[]})",
        "{\"error\":\"s3cret\xFF"}) {
    INFO(body);
    CHECK(explain_token_error(400, body).text.find("s3cret") == std::string::npos);
  }
}
