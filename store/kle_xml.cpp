#include "store/kle_xml.hpp"

#include "store/detail/cells.hpp"
#include "store/detail/xml_stream.hpp"
#include "store/error.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace store {

namespace {

// The plan of 2025 has about 5,000 numbers.
constexpr std::size_t text_max = 4'000;
constexpr std::size_t keywords_max = 10'000;
constexpr std::size_t topics_max = 100'000;

constexpr char download_again[] =
    "Download the KLE-Emneplan as XML from kle-online.dk again and import that file.";

/// The three levels of the plan, outermost first. The names of what they contain begin with the level's own.
struct Level {
  std::string_view name;
  std::string_view number_shape;
};
constexpr std::array<Level, 3> levels{{{"Hovedgruppe", "dd"}, {"Gruppe", "dd.dd"}, {"Emne", "dd.dd.dd"}}};

bool has_shape(std::string_view number, std::string_view shape) {
  return std::equal(number.begin(), number.end(), shape.begin(), shape.end(),
                    [](char c, char wanted) { return wanted == 'd' ? c >= '0' && c <= '9' : c == wanted; });
}

/// xs:date: "2025-05-01", perhaps with a time or a zone behind it.
std::optional<Day> day_of(std::string_view text) {
  const auto day = text.substr(0, 10);
  return has_shape(day, "dddd-dd-dd") ? detail::parse_day(day) : std::nullopt;
}

/// A topic whose end tag has not come yet; `within` is the path of elements below it.
struct OpenTopic {
  KleTopic topic;
  std::string within;
};

class PlanReader final : public detail::XmlVisitor {
 public:
  PlanReader(const std::filesystem::path& file, const std::function<void(KleTopic&&)>& visit)
      : file_(file.string()), stream_(file, download_again), visit_(visit) {}

  Day read(const Progress&);
  void start(std::string_view name, const detail::XmlAttributes&, std::size_t depth) override;
  void end(std::size_t depth) override;
  void text(std::string_view piece) override;

 private:
  const Level& level() const { return levels[open_.size() - 1]; }
  std::string_view path() const;
  bool wanted() const;
  void take(std::string value);
  void take_number(std::string value);
  void finish_topic();

  std::string file_;
  detail::XmlStream stream_;
  const std::function<void(KleTopic&&)>& visit_;
  std::vector<OpenTopic> open_;
  std::string outside_;              // the path of elements while no topic is open
  std::size_t collecting_from_ = 0;  // the depth of the element whose text is wanted; 0 if none is
  std::string collected_;
  std::size_t numbers_ = 0;
  std::size_t emner_ = 0;
  std::optional<Day> released_;
};

constexpr std::string_view historical = "AdministrativInfo/Historisk";
constexpr std::string_view replacement = "AdministrativInfo/Historisk/Flyttet/AfloestAf/";
constexpr std::array<std::string_view, 6> topic_texts{"Nr",
                                                      "Titel",
                                                      "Stikord/Tekst",
                                                      "OgHandlingsfacetStikord/Tekst",
                                                      "AdministrativInfo/Historisk/UdgaaetDato",
                                                      "AdministrativInfo/Historisk/Flyttet/FlyttetDato"};

/// Where the reading is below the topic, without the level's name in front; empty if that isn't there.
std::string_view PlanReader::path() const {
  const std::string_view within = open_.back().within;
  return within.starts_with(level().name) ? within.substr(level().name.size()) : std::string_view();
}

bool PlanReader::wanted() const {
  if (open_.empty()) return outside_ == "KLE-Emneplan/UdgivelsesDato";
  return std::find(topic_texts.begin(), topic_texts.end(), path()) != topic_texts.end() ||
         (path().starts_with(replacement) && path().ends_with("Nr"));
}

void PlanReader::start(std::string_view name, const detail::XmlAttributes&, std::size_t depth) {
  if (collecting_from_ != 0) return;
  if (depth == 1 && name != "KLE-Emneplan")
    stream_.fail(
        "this is no KLE-Emneplan, which begins with <KLE-Emneplan> (the Handlingsfacetter and the "
        "Stikordsregister are other files)");
  const bool child_of_level = open_.empty() ? depth == 2 : open_.back().within.empty();
  if (child_of_level && open_.size() < levels.size() && name == levels[open_.size()].name) {
    open_.emplace_back();
    return;
  }
  std::string& path_here = open_.empty() ? outside_ : open_.back().within;
  path_here.append(path_here.empty() ? "" : "/").append(name);
  if (!open_.empty() && path() == historical) open_.back().topic.historical = true;
  if (!wanted()) return;
  collecting_from_ = depth;
  collected_.clear();
}

void PlanReader::end(std::size_t depth) {
  if (collecting_from_ != 0) {
    if (depth > collecting_from_) return;
    take(detail::clean_line(collected_));
    collecting_from_ = 0;
  }
  if (!open_.empty() && open_.back().within.empty()) return finish_topic();
  std::string& path_here = open_.empty() ? outside_ : open_.back().within;
  const auto slash = path_here.rfind('/');
  path_here.resize(slash == std::string::npos ? 0 : slash);
}

void PlanReader::text(std::string_view piece) {
  if (collecting_from_ == 0) return;
  if (collected_.size() + piece.size() > text_max)
    stream_.fail("a title, number or keyword is longer than " + std::to_string(text_max) + " bytes");
  collected_.append(piece);
}

void PlanReader::take(std::string value) {
  if (open_.empty()) {
    released_ = day_of(value);
    if (!released_) stream_.fail("UdgivelsesDato is no date of the form 2025-05-01");
    return;
  }
  KleTopic& topic = open_.back().topic;
  if (path() == "Nr") {
    take_number(std::move(value));
  } else if (path() == "Titel") {
    topic.title = std::move(value);
  } else if (path().starts_with(replacement)) {
    topic.replaced_by.push_back(std::move(value));
  } else if (path().ends_with("Dato")) {
    topic.historical_from = day_of(value);
  } else {
    if (topic.keywords.size() == keywords_max)
      stream_.fail("a topic has more than " + std::to_string(keywords_max) + " keywords");
    topic.keywords.push_back(std::move(value));
  }
}

void PlanReader::take_number(std::string value) {
  if (!has_shape(value, level().number_shape))
    stream_.fail(std::string(level().name) + "Nr is not of the form " + std::string(level().number_shape) +
                 ", where each d is a digit");
  open_.back().topic.number = std::move(value);
}

void PlanReader::finish_topic() {
  if (open_.back().topic.number.empty())
    stream_.fail("this " + std::string(level().name) + " has no " + std::string(level().name) + "Nr");
  if (++numbers_ > topics_max)
    stream_.fail("the plan has more than " + std::to_string(topics_max) + " numbers");
  if (open_.size() == levels.size()) ++emner_;
  KleTopic topic = std::move(open_.back().topic);
  open_.pop_back();
  visit_(std::move(topic));
}

Day PlanReader::read(const Progress& progress) {
  stream_.read(*this, progress);
  if (emner_ == 0) throw StoreError("The KLE-Emneplan " + file_ + " has no topics (Emne). " + download_again);
  if (!released_)
    throw StoreError("The KLE-Emneplan " + file_ + " doesn't say when it was released (UdgivelsesDato). " +
                     download_again);
  return *released_;
}

}  // namespace

Day read_kle_plan(const std::filesystem::path& file, const std::function<void(KleTopic&&)>& visit,
                  const Progress& progress) {
  return PlanReader(file, visit).read(progress);
}

}  // namespace store
