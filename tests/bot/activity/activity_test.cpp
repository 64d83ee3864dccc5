#include "bot/activity/activity.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using bot::activity::delivery_key;
using bot::activity::Kind;
using bot::activity::kind_of;
using bot::activity::parse_activity;

namespace {

const std::filesystem::path fixtures =
    std::filesystem::path(INDGANG_SOURCE_DIR) / "tests/bot/activity/fixtures";

std::string fixture(const std::string& name) {
  std::ifstream file(fixtures / (name + ".json"), std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

bot::activity::Activity parsed(const std::string& body) {
  const auto result = parse_activity(body);
  INFO(result.error);
  REQUIRE(result.activity);
  return *result.activity;
}

std::string error_of(const std::string& body) {
  const auto result = parse_activity(body);
  CHECK(result.activity.has_value() == result.error.empty());
  return result.error;
}

/// The smallest activity that is accepted, with more members at its end.
std::string message(const std::string& more) {
  return R"({"type":"message","conversation":{"id":"a:1"})" + (more.empty() ? "" : "," + more) + "}";
}

}  // namespace

TEST_CASE("activity: reads a personal message as the client sends it", "[activity]") {
  const auto activity = parsed(fixture("personal_message"));
  CHECK(activity.type == "message");
  CHECK(activity.id == "f9ac71b2-37cd-42e9-843d-060a95cbd247");
  CHECK(activity.channel == "msteams");
  CHECK(activity.service_url == "http://localhost:56150/_connector");
  CHECK(activity.from.name == "Mads Thorup");
  CHECK(activity.from.entra_id == "11111111-1111-4111-8111-111111111111");
  CHECK(activity.recipient.id == "28:aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa");
  CHECK(activity.conversation_type == "personal");
  CHECK(activity.tenant == "99999999-9999-4999-8999-999999999999");
  CHECK(activity.text == "hello Søren 😀 \"quoted\"\nsecond line <b>x</b>");
  CHECK(activity.locale == "en-US");
  CHECK_FALSE(activity.card);
}

TEST_CASE("activity: every recording is of the right kind", "[activity]") {
  const std::vector<std::pair<std::string, Kind>> expected{
      {"personal_message", Kind::message},
      {"personal_install", Kind::bot_added},
      {"personal_members_added", Kind::bot_added},
      {"personal_uninstall", Kind::bot_removed},
      {"personal_bot_removed", Kind::bot_removed},
      {"personal_user_added", Kind::other},
      {"action_execute", Kind::card_execute},
      {"dialog_open", Kind::dialog_open},
      {"dialog_submit", Kind::dialog_submit},
      {"action_submit", Kind::card_submit},
      {"query_invoke", Kind::unknown_invoke},
      {"reaction_added", Kind::other},
      {"message_update", Kind::other},
      {"message_delete", Kind::other},
      {"typing", Kind::other},
      {"event", Kind::other},
      {"unknown", Kind::other},
      {"group_message", Kind::message},
      {"group_action_submit", Kind::card_submit},
      {"group_uninstall", Kind::bot_removed},
      {"channel_post", Kind::message},
      {"channel_thread_reply", Kind::message},
      {"channel_bot_added", Kind::bot_added},
      {"channel_bot_removed", Kind::bot_removed},
      {"channel_install", Kind::bot_added},
      {"channel_uninstall", Kind::bot_removed},
      {"channel_renamed", Kind::other},
      {"emulator_members_added", Kind::bot_added},
  };
  for (const auto& [name, kind] : expected) {
    INFO(name);
    CHECK(kind_of(parsed(fixture(name))) == kind);
  }
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(fixtures)) {
    if (entry.path().extension() == ".json") ++files;
  }
  CHECK(files == expected.size());
}

TEST_CASE("activity: an update of the installation adds or removes the bot", "[activity]") {
  const auto kind = [](const std::string& action) {
    return kind_of(
        parsed(R"({"type":"installationUpdate","conversation":{"id":"c"},"action":")" + action + "\"}"));
  };
  CHECK(kind("add") == Kind::bot_added);
  CHECK(kind("add-upgrade") == Kind::bot_added);
  CHECK(kind("remove") == Kind::bot_removed);
  CHECK(kind("remove-upgrade") == Kind::bot_removed);
  CHECK(kind("else") == Kind::other);
}

TEST_CASE("activity: members without an id are not the bot, even if the bot has none", "[activity]") {
  CHECK(kind_of(parsed(R"({"type":"conversationUpdate","conversation":{"id":"c"},"membersAdded":[{}]})")) ==
        Kind::other);
}

TEST_CASE("activity: the tenant is the channel data's, else the conversation's", "[activity]") {
  const std::string both =
      R"({"type":"typing","conversation":{"id":"c","tenantId":"of-conversation"},"channelData":{"tenant":{"id":"of-data"}}})";
  CHECK(parsed(both).tenant == "of-data");
  CHECK(
      parsed(
          R"({"type":"typing","conversation":{"id":"c","tenantId":"of-conversation"},"channelData":{"tenant":null}})")
          .tenant == "of-conversation");
}

TEST_CASE("activity: the locale is the activity's, else the client's", "[activity]") {
  const std::string client = R"("entities":[{"type":"clientInfo","locale":"da-DK"}])";
  CHECK(parsed(message(client)).locale == "da-DK");
  CHECK(parsed(message(R"("locale":"en-GB",)" + client)).locale == "en-GB");
  CHECK(parsed(message(R"("locale":"x-æ–!\u0000 ✗")")).locale.size() > 5);
}

TEST_CASE("activity: null is the same as missing", "[activity]") {
  const auto activity = parsed(message(
      R"("id":null,"from":null,"recipient":{"id":null},"entities":null,"channelData":null,"text":null,"value":null,"locale":null)"));
  CHECK(activity.from.id.empty());
  CHECK(kind_of(activity) == Kind::message);
}

TEST_CASE("activity: an error names the place", "[activity]") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"", "the body is not valid JSON in UTF-8"},
      {"{", "the body is not valid JSON in UTF-8"},
      {"[]", "the body is not a JSON object"},
      {"null", "the body is not a JSON object"},
      {"{}", "type: missing"},
      {R"({"type":""})", "type: missing"},
      {R"({"type":null})", "type: missing"},
      {R"({"type":5})", "type: text expected, number found"},
      {R"({"type":"message"})", "conversation.id: missing"},
      {R"({"type":"message","conversation":{}})", "conversation.id: missing"},
      {R"({"type":"message","conversation":"c"})", "conversation: object expected, text found"},
      {R"({"type":"message","conversation":{"id":["c"]}})", "conversation.id: text expected, array found"},
      {message(R"("id":1)"), "id: text expected, number found"},
      {message(R"("text":{})"), "text: text expected, object found"},
      {message(R"("from":[])"), "from: object expected, array found"},
      {message(R"("from":{"aadObjectId":true})"), "from.aadObjectId: text expected, true or false found"},
      {message(R"("channelData":{"tenant":{"id":7}})"), "channelData.tenant.id: text expected, number found"},
      {message(R"("entities":{})"), "entities: array expected, object found"},
      {message(R"("entities":[{},{"type":"mention","mentioned":{"id":1}}])"),
       "entities[1].mentioned.id: text expected, number found"},
      {R"({"type":"message","conversation":{"id":"c","isGroup":"yes"}})",
       "conversation.isGroup: true or false expected, text found"},
      {R"({"type":"conversationUpdate","conversation":{"id":"c"},"membersAdded":["x"]})",
       "membersAdded[0]: object expected"},
      {R"({"type":"invoke","name":"adaptiveCard/action","conversation":{"id":"c"}})",
       "value.action: object expected, nothing found"},
      {R"({"type":"invoke","name":"adaptiveCard/action","conversation":{"id":"c"},"value":{"action":{"verb":3}}})",
       "value.action.verb: text expected, number found"},
      {message(R"("id":"a\nb")"), "id: control characters are not allowed"},
      {message(R"("serviceUrl":")" + std::string(3000, 'x') + "\""), "serviceUrl: longer than 2048 bytes"},
  };
  for (const auto& [body, error] : cases) {
    INFO(body.substr(0, 200));
    CHECK(error_of(body) == error);
  }
}

TEST_CASE("activity: what a type doesn't use may be anything", "[activity]") {
  CHECK(
      error_of(
          R"({"type":"somethingNew","conversation":{"id":"c"},"text":5,"value":[1],"action":{},"membersAdded":7})")
          .empty());
  CHECK(error_of(R"({"type":"event","name":"x","conversation":{"id":"c"},"value":"text"})").empty());
  CHECK(error_of(
            message(R"("entities":[1,"x",null,{"type":5},{"type":"mention"},{"type":"new","mentioned":3}])"))
            .empty());
}

TEST_CASE("activity: nesting is limited, brackets inside texts don't count", "[activity]") {
  const auto nested = [](std::size_t depth) {
    return message(R"("x":)" + std::string(depth, '[') + std::string(depth, ']'));
  };
  CHECK(error_of(nested(63)).empty());
  CHECK(error_of(nested(64)) == "the body is nested too deeply");
  CHECK(error_of(nested(500'000)) == "the body is nested too deeply");
  CHECK(parsed(message(R"("text":"\"[)" + std::string(1000, '{') + "\"")).text.size() == 1002);
}

TEST_CASE("activity: bad UTF-8 is refused, half a surrogate pair is not", "[activity]") {
  CHECK(error_of(message("\"text\":\"\xFF\"")) == "the body is not valid JSON in UTF-8");
  CHECK(error_of(message("\"text\":\"\xC3\"")) == "the body is not valid JSON in UTF-8");
  CHECK(error_of(message("\"text\":\"\xED\xA0\x80\"")) == "the body is not valid JSON in UTF-8");
  CHECK(parsed(message(R"("text":"a\ud83dz")")).text == "a\uFFFDz");
  CHECK(parsed(message(R"("text":"\ude00\\ud83d\ud83d\ude00")")).text == "\uFFFD\\ud83d😀");
  CHECK(parsed(message(R"("text":"\ud83d\ud83d\ude00")")).text == "\uFFFD😀");
}

TEST_CASE("activity: of members with one name the last one counts, whole", "[activity]") {
  const auto activity =
      parsed(R"({"type":"a","type":"b","conversation":{"id":"c","tenantId":"t"},"conversation":{"id":"d"}})");
  CHECK(activity.type == "b");
  CHECK(activity.conversation == "d");
  CHECK(activity.tenant.empty());
}

TEST_CASE("activity: a byte order mark may stand before it, nothing after it", "[activity]") {
  CHECK(parsed("\xEF\xBB\xBF" + message("") + " \r\n").type == "message");
  CHECK(error_of(message("") + std::string("\0", 1)) == "the body is not valid JSON in UTF-8");
  CHECK(error_of(message("") + "x") == "the body is not valid JSON in UTF-8");
}

TEST_CASE("activity: numbers of any size are read, and become the text that says them", "[activity]") {
  const auto data = [](const std::string& number) {
    return parsed(message("\"value\":{\"n\":" + number + "}")).card->data;
  };
  CHECK(data("18446744073709551615").at("n") == "18446744073709551615");
  CHECK(data("-9223372036854775808").at("n") == "-9223372036854775808");
  CHECK(data("100.0").at("n") == "100.0");
  CHECK(data("1E5").at("n") == "100000.0");
  CHECK(data("36893488147419103232").at("n") == "3.6893488147419103e+19");
  CHECK(data("1e999").empty());  // more than a number can hold
}

TEST_CASE("activity: a text of a megabyte is read", "[activity]") {
  const std::string text(1'000'000, 'x');
  CHECK(parsed(message("\"text\":\"" + text + "\"")).text == text);
}

TEST_CASE("activity: reads what a button of a card sent", "[activity]") {
  const auto execute = parsed(fixture("action_execute"));
  REQUIRE(execute.card);
  CHECK(execute.card->verb == "approve");
  CHECK(execute.card->data ==
        std::map<std::string, std::string>{{"n", "0"}, {"note", "from execute"}, {"prio", "2"}});
  CHECK(execute.replied_to == "1795222585048");

  const auto submit = parsed(message(
      R"("text":" ","value":{"verb":"wrong_person","task":12,"sure":true,"none":null,"nested":{"verb":"x"},"list":[1],"half":0.5})"));
  CHECK(kind_of(submit) == Kind::card_submit);
  REQUIRE(submit.card);
  CHECK(submit.card->verb == "wrong_person");
  CHECK(submit.card->data ==
        std::map<std::string, std::string>{{"half", "0.5"}, {"sure", "true"}, {"task", "12"}});
}

TEST_CASE("activity: a value that no button of ours sends has no data", "[activity]") {
  for (const char* value : {"\"text\"", "[1]", "5", "{}", "true"}) {
    INFO(value);
    const auto activity = parsed(message(std::string("\"value\":") + value));
    CHECK(kind_of(activity) == Kind::card_submit);
    CHECK(activity.card->verb.empty());
    CHECK(activity.card->data.empty());
  }
  CHECK(kind_of(parsed(message(R"("text":"hej","value":{"verb":"x"})"))) == Kind::message);
}

TEST_CASE("delivery key: the same activity has the same key, another has another", "[activity]") {
  const auto key = [](const std::string& tenant, const std::string& conversation, const std::string& id) {
    return delivery_key(parsed(R"({"type":"message","id":")" + id + R"(","conversation":{"id":")" +
                               conversation + R"(","tenantId":")" + tenant + "\"}}"));
  };
  CHECK(key("t", "c", "1") == key("t", "c", "1"));
  CHECK(key("t", "c", "1") != key("t", "c", "2"));
  CHECK(key("t", "c", "1") != key("t", "d", "1"));
  CHECK(key("t", "c", "1") != key("u", "c", "1"));
  CHECK(key("t", "c1", "1") != key("t", "c", "11"));
  CHECK(key("1:t", "c", "x") != key("t", "1:c", "x"));
  CHECK(key("t", "c", "").empty());
}

TEST_CASE("delivery key: a tap with a nonce is known by what it did, not by its activity id", "[activity]") {
  const auto key = [](const std::string& id, const std::string& from, const std::string& verb,
                      const std::string& data) {
    return delivery_key(
        parsed(R"({"type":"invoke","name":"adaptiveCard/action","conversation":{"id":"c"},"id":")" + id +
               R"(","from":{"id":")" + from + R"("},"value":{"action":{"verb":")" + verb + R"(","data":)" +
               data + "}}}"));
  };
  const std::string with = R"({"nonce":"n1","answer":"yes"})";
  CHECK(key("1", "me", "rsvp", with) == key("2", "me", "rsvp", with));
  CHECK(key("1", "me", "rsvp", with) == key("", "me", "rsvp", with));
  CHECK(key("1", "me", "rsvp", with) != key("1", "you", "rsvp", with));
  CHECK(key("1", "me", "rsvp", with) != key("1", "me", "other", with));
  CHECK(key("1", "me", "rsvp", with) != key("1", "me", "rsvp", R"({"nonce":"n1","answer":"no"})"));
  CHECK(key("1", "me", "rsvp", with) != key("1", "me", "rsvp", R"({"nonce":"n2","answer":"yes"})"));
  const std::string without = R"({"answer":"yes"})";
  CHECK(key("1", "me", "rsvp", without) != key("2", "me", "rsvp", without));
}

TEST_CASE("activity: a dialog with odd contents has no data and does no harm", "[activity]") {
  for (const char* name : {"task/fetch", "task/submit"}) {
    const auto invoke = [&](const std::string& rest) {
      return bot::activity::parse_activity(R"({"type":"invoke","name":")" + std::string(name) +
                                           R"(","conversation":{"id":"c"})" + rest + "}");
    };
    for (const char* value : {"", R"(,"value":null)", R"(,"value":{})", R"(,"value":{"data":null})",
                              R"(,"value":{"data":"verb"})", R"(,"value":{"data":[{"verb":"x"}]})",
                              R"(,"value":{"data":{"verb":{"verb":"x"},"msteams":{"verb":"y"}}})"}) {
      INFO(name << value);
      const auto result = invoke(value);
      REQUIRE(result.activity);
      REQUIRE(result.activity->card);
      CHECK(result.activity->card->verb.empty());
      CHECK(result.activity->card->data.empty());
    }
    CHECK_THAT(invoke(R"(,"value":[])").error, Catch::Contains("value: object expected"));
    CHECK_THAT(invoke(R"(,"value":7)").error, Catch::Contains("value: object expected"));
  }
  CHECK(kind_of(parsed(R"({"type":"invoke","name":"task/other","conversation":{"id":"c"}})")) ==
        Kind::unknown_invoke);
}

TEST_CASE("delivery key: a form is opened as often as somebody wants, and sent once", "[activity]") {
  const auto key = [](const std::string& name, const std::string& id, const std::string& data) {
    return delivery_key(parsed(R"({"type":"invoke","name":")" + name +
                               R"(","conversation":{"id":"c"},"id":")" + id +
                               R"(","from":{"id":"me"},"value":{"data":)" + data + "}}"));
  };
  const std::string data = R"({"verb":"v","nonce":"n1"})";
  CHECK(key("task/fetch", "1", data) == key("task/fetch", "1", data));
  CHECK(key("task/fetch", "1", data) != key("task/fetch", "2", data));
  CHECK(key("task/submit", "1", data) == key("task/submit", "2", data));
  CHECK(key("task/submit", "1", data) != key("task/submit", "1", R"({"verb":"v","nonce":"n1","place":"x"})"));
  CHECK(key("task/submit", "1", R"({"verb":"v"})") != key("task/submit", "2", R"({"verb":"v"})"));
}
