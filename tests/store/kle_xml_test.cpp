#include "store/kle_xml.hpp"

#include "store/error.hpp"
#include "tests/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <map>

using namespace store;
using Catch::Matchers::Contains;

namespace {

const std::filesystem::path fixtures = std::filesystem::path(INDGANG_SOURCE_DIR) / "tests/fixtures/kle";

struct ReadPlan {
  Day released;
  std::map<std::string, KleTopic> topics;
};

ReadPlan read(const std::filesystem::path& file) {
  ReadPlan plan;
  plan.released = read_kle_plan(file, [&](KleTopic&& topic) { plan.topics[topic.number] = topic; });
  return plan;
}

/// What reading this text as a plan is refused with; empty if it isn't refused.
std::string refusal(const std::string& xml) {
  const tests::TemporaryFolder folder;
  try {
    read(folder.write("plan.xml", xml));
  } catch (const StoreError& error) {
    return error.what();
  }
  return {};
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ostringstream bytes;
  bytes << std::ifstream(file, std::ios::binary).rdbuf();
  return bytes.str();
}

std::string plan_around(const std::string& hovedgrupper) {
  return "<KLE-Emneplan>\n<UdgivelsesDato>2025-05-01</UdgivelsesDato>\n" + hovedgrupper + "</KLE-Emneplan>";
}

std::string one_topic(const std::string& emne) {
  return plan_around(
      "<Hovedgruppe><HovedgruppeNr>05</HovedgruppeNr><Gruppe><GruppeNr>05.07</GruppeNr>\n<Emne>" + emne +
      "</Emne></Gruppe></Hovedgruppe>");
}

const std::string number = "<EmneNr>05.07.08</EmneNr>";

}  // namespace

TEST_CASE("kle xml: the plan's levels, titles and keywords are read") {
  const ReadPlan plan = read(fixtures / "plan.xml");
  CHECK(plan.released == Day{std::chrono::year(2025) / 5 / 1});
  REQUIRE(plan.topics.size() == 7);
  CHECK(plan.topics.at("05").title == "Veje og trafik");
  CHECK(plan.topics.at("05.01").title == "Vejes forvaltning og administration");
  CHECK(plan.topics.at("05.01").keywords == std::vector<std::string>{"Vejbestyrelse"});
  const KleTopic& roads = plan.topics.at("05.01.10");
  CHECK(roads.title == "Private veje & stier");
  CHECK(roads.keywords == std::vector<std::string>{"Private veje & stier [=Emne]", "Fællesveje, private",
                                                   "Bivejsforhold [udgået]", "Tidligere emnenr. 05.02.07",
                                                   "Vejsyn [P21]"});
  CHECK_FALSE(roads.historical);
}

TEST_CASE("kle xml: a topic out of use and one that moved are marked") {
  const ReadPlan plan = read(fixtures / "plan.xml");
  const KleTopic& gone = plan.topics.at("05.07.09");
  CHECK(gone.historical);
  CHECK(gone.historical_from == Day{std::chrono::year(2013) / 8 / 1});
  CHECK(gone.replaced_by.empty());
  const KleTopic& moved = plan.topics.at("05.07.10");
  CHECK(moved.historical);
  CHECK(moved.historical_from == Day{std::chrono::year(2015) / 2 / 1});
  CHECK(moved.replaced_by == std::vector<std::string>{"05.07.08", "05.01"});
  CHECK(moved.number == "05.07.10");
  CHECK_FALSE(plan.topics.at("05.07.08").historical);
}

TEST_CASE("kle xml: a byte order mark, Windows line ends and prefixed names change nothing") {
  const tests::TemporaryFolder folder;
  std::string windows = "\xEF\xBB\xBF";
  for (const char c : bytes_of(fixtures / "plan.xml")) windows.append(c == '\n' ? "\r\n" : std::string(1, c));
  const ReadPlan plan = read(folder.write("windows.xml", windows));
  CHECK(plan.topics.size() == 7);
  CHECK(plan.topics.at("05.01.10").keywords.size() == 5);

  const std::string prefixed =
      R"(<k:KLE-Emneplan xmlns:k="urn:k"><k:UdgivelsesDato>2025-05-01Z</k:UdgivelsesDato>
<k:Hovedgruppe><k:HovedgruppeNr>05</k:HovedgruppeNr><k:Gruppe><k:GruppeNr>05.07</k:GruppeNr><k:Emne>
<k:EmneNr>05.07.08</k:EmneNr><k:EmneTitel>Vinter-
   tjeneste</k:EmneTitel></k:Emne></k:Gruppe></k:Hovedgruppe></k:KLE-Emneplan>)";
  CHECK(read(folder.write("prefixed.xml", prefixed)).topics.at("05.07.08").title == "Vinter- tjeneste");
}

TEST_CASE("kle xml: other encodings that XML knows are read") {
  const tests::TemporaryFolder folder;
  const std::string latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" +
                            one_topic(number + "<EmneTitel>Glatf\xF8re</EmneTitel>");
  CHECK(read(folder.write("latin.xml", latin)).topics.at("05.07.08").title == "Glatføre");
}

TEST_CASE("kle xml: a broken file is told with line, column and remedy") {
  const std::string said = refusal("<KLE-Emneplan>\n  <UdgivelsesDato>2025-05-01</Dato>\n</KLE-Emneplan>");
  CHECK_THAT(said, Contains("plan.xml, line 2, column 31: "));
  CHECK_THAT(said, Contains("the XML is broken (mismatched tag)"));
  CHECK_THAT(said, Contains("Download the KLE-Emneplan as XML"));
  CHECK_THAT(refusal(one_topic(number + "<EmneTitel>\xFF</EmneTitel>")), Contains("line 4"));
  CHECK_THAT(refusal("number;title\n05.07.08;Vintertjeneste\n"),
             Contains("line 1, column 7: the XML is broken"));
}

TEST_CASE("kle xml: a file that is cut off anywhere is refused") {
  const std::string whole = bytes_of(fixtures / "plan.xml");
  const auto end = whole.rfind('>');
  for (std::size_t length = 0; length <= end; length += 97) {
    INFO(length);
    CHECK_THAT(refusal(whole.substr(0, length)), Contains("the file ends too early"));
  }
  CHECK(refusal(whole.substr(0, end + 1)).empty());
}

TEST_CASE("kle xml: a document type is refused, so entities are never expanded") {
  const std::string bomb = R"(<?xml version="1.0"?>
<!DOCTYPE KLE-Emneplan [
<!ENTITY a "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
]>)" + one_topic(number + "<EmneTitel>&c;</EmneTitel>");
  CHECK_THAT(refusal(bomb), Contains("line 2, column 24: the file declares a document type (DTD)"));
  const std::string outside = "<!DOCTYPE KLE-Emneplan SYSTEM \"file:///etc/hostname\">" + one_topic(number);
  CHECK_THAT(refusal(outside), Contains("document type"));
}

TEST_CASE("kle xml: another file of KL, or none of theirs, is refused") {
  CHECK_THAT(
      refusal("<KLE-Handlingsfacetter><UdgivelsesDato>2025-05-01</UdgivelsesDato></KLE-Handlingsfacetter>"),
      Contains("line 1, column 1: this is no KLE-Emneplan"));
  CHECK_THAT(refusal("<html><body/></html>"), Contains("this is no KLE-Emneplan"));
  CHECK_THAT(refusal(plan_around("")), Contains("has no topics (Emne)"));
  CHECK_THAT(refusal(plan_around("<Emne>" + number + "</Emne>")), Contains("has no topics (Emne)"));
}

TEST_CASE("kle xml: a release day and numbers of the right form are needed") {
  std::string undated = one_topic(number);
  undated.erase(undated.find("<UdgivelsesDato>"),
                undated.find("<Hovedgruppe>") - undated.find("<UdgivelsesDato>"));
  CHECK_THAT(refusal(undated), Contains("doesn't say when it was released"));
  std::string odd = one_topic(number);
  odd.replace(odd.find("2025-05-01"), 10, "2025-13-01");
  CHECK_THAT(refusal(odd), Contains("line 2, column 27: UdgivelsesDato is no date"));
  CHECK_THAT(refusal(one_topic("<EmneTitel>Vinter</EmneTitel>")), Contains("this Emne has no EmneNr"));
  CHECK_THAT(refusal(one_topic("<EmneNr>05.07.8</EmneNr>")), Contains("EmneNr is not of the form dd.dd.dd"));
  CHECK_THAT(refusal(one_topic("<EmneNr>05.07.0\xC3\xB8</EmneNr>")),
             Contains("EmneNr is not of the form dd.dd.dd"));
}

TEST_CASE("kle xml: what is beyond the limits is refused") {
  std::string deep;
  for (int i = 0; i < 100; ++i) deep.append("<li>");
  CHECK_THAT(refusal(one_topic(number + deep)), Contains("more than 64 elements are within each other"));
  CHECK_THAT(refusal(one_topic("<EmneTitel>" + std::string(5'000, 'a') + "</EmneTitel>" + number)),
             Contains("longer than 4000 bytes"));
  CHECK_THAT(refusal(one_topic(number + "<x a=\"" + std::string(3 << 20, 'a') + "\"/>")),
             Contains("a tag or comment is longer than 1 MB"));
}

TEST_CASE("kle xml: a missing file and a folder are refused") {
  const tests::TemporaryFolder folder;
  CHECK_THROWS_WITH(read(folder / "none.xml"), Contains("none.xml cannot be read: check its name"));
  CHECK_THROWS_AS(read(folder / ""), StoreError);
}

TEST_CASE("kle xml: a plan of 7 MB is visited topic by topic while it is read") {
  const tests::TemporaryFolder folder;
  const auto file = folder / "large.xml";
  constexpr int groups = 90;
  {
    std::ofstream out(file, std::ios::binary);
    out << "<KLE-Emneplan><UdgivelsesDato>2025-05-01</UdgivelsesDato><Hovedgruppe><HovedgruppeNr>05</"
           "HovedgruppeNr>";
    const std::string guidance(800, 'v');
    const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
    for (int group = 0; group < groups; ++group) {
      out << "<Gruppe><GruppeNr>05." << two(group) << "</GruppeNr>";
      for (int topic = 0; topic < 90; ++topic)
        out << "<Emne><EmneNr>05." << two(group) << "." << two(topic)
            << "</EmneNr><EmneTitel>Emne</EmneTitel>"
            << "<EmneVejledning><VejledningTekst><p>" << guidance
            << "</p></VejledningTekst></EmneVejledning></Emne>";
      out << "</Gruppe>";
    }
    out << "</Hovedgruppe></KLE-Emneplan>";
  }
  REQUIRE(std::filesystem::file_size(file) > 7'000'000);
  double share = 0;
  double share_at_first_topic = -1;
  std::size_t topics = 0;
  double share_half_way = -1;
  read_kle_plan(
      file,
      [&](KleTopic&& topic) {
        if (share_at_first_topic < 0) share_at_first_topic = share;
        ++topics;
        if (topic.number == "05.45.00") share_half_way = share;
      },
      [&](double done) {
        CHECK(done >= share);
        share = done;
      });
  CHECK(topics == groups * 90 + groups + 1);
  CHECK(share == 1.0);
  CHECK(share_at_first_topic < 0.05);
  CHECK(share_half_way == Approx(0.5).margin(0.05));
}

TEST_CASE("kle xml: what the visitor throws comes out") {
  CHECK_THROWS_AS(read_kle_plan(fixtures / "plan.xml", [](KleTopic&&) { throw std::domain_error("stop"); }),
                  std::domain_error);
}
