#include "store/kle_xml.hpp"

#include "store/error.hpp"

#include <expat.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <exception>
#include <fstream>
#include <memory>
#include <string_view>

namespace store {

namespace {

// The plan of 2025 has 7 MB, about 5,000 topics and six levels of elements; its guidance, which is skipped, has
// lists within lists.
constexpr std::uintmax_t file_max = 64 << 20;
constexpr std::size_t text_max = 4'000;
constexpr std::size_t keywords_max = 10'000;
constexpr std::size_t topics_max = 100'000;
constexpr std::size_t depth_max = 64;
constexpr int chunk = 64 << 10;
// Expat rescans a token (a tag, a comment) with each chunk until it ends.
constexpr std::uintmax_t token_max = 1 << 20;

constexpr std::string_view download_again =
    "Download the KLE-Emneplan as XML from kle-online.dk again and import that file.";

/// The three levels of the plan, outermost first. The names of what they contain begin with the level's own.
struct Level {
  std::string_view name;
  std::string_view number_shape;
};
constexpr std::array<Level, 3> levels{{{"Hovedgruppe", "dd"}, {"Gruppe", "dd.dd"}, {"Emne", "dd.dd.dd"}}};

bool has_shape(std::string_view number, std::string_view shape) {
  return std::equal(number.begin(), number.end(), shape.begin(), shape.end(), [](char c, char wanted) {
    return wanted == 'd' ? c >= '0' && c <= '9' : c == wanted;
  });
}

/// xs:date: "2025-05-01", perhaps with a time or a zone behind it.
std::optional<Day> day_of(std::string_view text) {
  if (text.size() < 10 || !has_shape(text.substr(0, 10), "dddd-dd-dd")) return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t length) {
    int value = 0;
    std::from_chars(text.data() + at, text.data() + at + length, value);
    return value;
  };
  const std::chrono::year_month_day date{std::chrono::year(number(0, 4)),
                                         std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                         std::chrono::day(static_cast<unsigned>(number(8, 2)))};
  return date.ok() ? std::optional<Day>(date) : std::nullopt;
}

std::string with_single_blanks(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) result.push_back(c);
    if (blank && !result.empty() && result.back() != ' ') result.push_back(' ');
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

/// A topic whose end tag has not come yet; `within` is the path of elements below it.
struct OpenTopic {
  KleTopic topic;
  std::string within;
};

class Reader {
 public:
  Reader(const std::filesystem::path& file, const std::function<void(KleTopic&&)>& visit);
  Day read(const Progress&);

 private:
  static void XMLCALL on_start(void* reader, const char* name, const char**);
  static void XMLCALL on_end(void* reader, const char*);
  static void XMLCALL on_text(void* reader, const char* text, int length);
  static void XMLCALL on_doctype(void* reader, const char*, const char*, const char*, int);
  template <typename Action>
  void guarded(const Action&);

  void start(std::string_view name);
  void end();
  void text(std::string_view piece);
  bool wanted() const;
  void take(std::string value);
  void take_number(const Level&, std::string value);
  void finish_topic();
  [[noreturn]] void fail(const std::string& sentence) const;
  [[noreturn]] void fail_as_expat_says() const;

  std::string file_;
  const std::function<void(KleTopic&&)>& visit_;
  std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser_;
  std::exception_ptr failure_;
  std::size_t depth_ = 0;
  std::vector<OpenTopic> open_;
  std::string outside_;              // the path of elements while no topic is open
  std::size_t collecting_from_ = 0;  // the depth of the element whose text is wanted; 0 if none is
  std::string collected_;
  std::size_t topics_ = 0;
  std::size_t emner_ = 0;
  std::optional<Day> released_;
};

Reader::Reader(const std::filesystem::path& file, const std::function<void(KleTopic&&)>& visit)
    : file_(file.string()), visit_(visit), parser_(XML_ParserCreate(nullptr), &XML_ParserFree) {
  if (!parser_) throw std::bad_alloc();
  XML_SetUserData(parser_.get(), this);
  XML_SetElementHandler(parser_.get(), &on_start, &on_end);
  XML_SetCharacterDataHandler(parser_.get(), &on_text);
  XML_SetStartDoctypeDeclHandler(parser_.get(), &on_doctype);
}

/// Expat is C: an exception must not pass through it, so it waits until expat has returned.
template <typename Action>
void Reader::guarded(const Action& action) {
  if (failure_) return;
  try {
    action();
  } catch (...) {
    failure_ = std::current_exception();
    XML_StopParser(parser_.get(), XML_FALSE);
  }
}

void XMLCALL Reader::on_start(void* reader, const char* name, const char**) {
  auto& self = *static_cast<Reader*>(reader);
  self.guarded([&] { self.start(name); });
}

void XMLCALL Reader::on_end(void* reader, const char*) {
  auto& self = *static_cast<Reader*>(reader);
  self.guarded([&] { self.end(); });
}

void XMLCALL Reader::on_text(void* reader, const char* text, int length) {
  auto& self = *static_cast<Reader*>(reader);
  self.guarded([&] { self.text({text, static_cast<std::size_t>(length)}); });
}

void XMLCALL Reader::on_doctype(void* reader, const char*, const char*, const char*, int) {
  auto& self = *static_cast<Reader*>(reader);
  self.guarded([&] {
    self.fail("the file declares a document type (DTD), which no KLE-Emneplan does. " +
              std::string(download_again));
  });
}

void Reader::fail(const std::string& sentence) const {
  throw StoreError(file_ + ", line " + std::to_string(XML_GetCurrentLineNumber(parser_.get())) + ", column " +
                   std::to_string(XML_GetCurrentColumnNumber(parser_.get()) + 1) + ": " + sentence);
}

void Reader::fail_as_expat_says() const {
  const XML_Error error = XML_GetErrorCode(parser_.get());
  switch (error) {
    case XML_ERROR_NO_ELEMENTS:
    case XML_ERROR_UNCLOSED_TOKEN:
    case XML_ERROR_PARTIAL_CHAR:
    case XML_ERROR_UNCLOSED_CDATA_SECTION:
      fail("the file ends too early, it was probably not downloaded whole. " + std::string(download_again));
    case XML_ERROR_UNKNOWN_ENCODING:
      fail("the encoding that the file declares is not supported. Save it as UTF-8 and import it again.");
    default:
      fail("the XML is broken (" + std::string(XML_ErrorString(error)) + "). " + std::string(download_again));
  }
}

void append(std::string& path, std::string_view name) {
  path.append(path.empty() ? "" : "/").append(name);
}

void drop_last(std::string& path) {
  const auto slash = path.rfind('/');
  path.resize(slash == std::string::npos ? 0 : slash);
}

void Reader::start(std::string_view name) {
  if (++depth_ > depth_max)
    fail("more than " + std::to_string(depth_max) + " elements are within each other, which is not so in a "
         "KLE-Emneplan. " + std::string(download_again));
  if (collecting_from_ != 0) return;
  name.remove_prefix(name.rfind(':') + 1);  // a namespace prefix changes nothing; npos + 1 is 0
  if (depth_ == 1 && name != "KLE-Emneplan")
    fail("the file is no KLE-Emneplan (its first element is <" + std::string(name.substr(0, 60)) + ">). Import "
         "the Emneplan of kle-online.dk as XML, not its Handlingsfacetter, Stikord or a web page.");
  const bool child_of_level = open_.empty() ? depth_ == 2 : open_.back().within.empty();
  if (child_of_level && open_.size() < levels.size() && name == levels[open_.size()].name) {
    open_.emplace_back();
    return;
  }
  append(open_.empty() ? outside_ : open_.back().within, name);
  if (!open_.empty() && open_.back().within == std::string(levels[open_.size() - 1].name) + "AdministrativInfo/Historisk")
    open_.back().topic.historical = true;
  if (wanted()) {
    collecting_from_ = depth_;
    collected_.clear();
  }
}

void Reader::end() {
  const bool collected = collecting_from_ == depth_;
  const bool inside_collected = collecting_from_ != 0 && !collected;
  --depth_;
  if (inside_collected) return;
  if (collected) {
    take(with_single_blanks(collected_));
    collecting_from_ = 0;
  }
  if (!open_.empty() && open_.back().within.empty()) return finish_topic();
  drop_last(open_.empty() ? outside_ : open_.back().within);
}

void Reader::text(std::string_view piece) {
  if (collecting_from_ == 0) return;
  if (collected_.size() + piece.size() > text_max)
    fail("a title, number or keyword is longer than " + std::to_string(text_max) + " bytes. " +
         std::string(download_again));
  collected_.append(piece);
}

constexpr std::string_view replacement = "AdministrativInfo/Historisk/Flyttet/AfloestAf/";
constexpr std::array<std::string_view, 6> topic_texts{
    "Nr", "Titel", "Stikord/Tekst", "OgHandlingsfacetStikord/Tekst", "AdministrativInfo/Historisk/UdgaaetDato",
    "AdministrativInfo/Historisk/Flyttet/FlyttetDato"};

/// What stands behind the level's name in a path below it; empty if the path does not begin with that name.
std::string_view behind(const Level& level, std::string_view within) {
  return within.starts_with(level.name) ? within.substr(level.name.size()) : std::string_view();
}

bool Reader::wanted() const {
  if (open_.empty()) return outside_ == "KLE-Emneplan/UdgivelsesDato";
  const auto path = behind(levels[open_.size() - 1], open_.back().within);
  return std::find(topic_texts.begin(), topic_texts.end(), path) != topic_texts.end() ||
         (path.starts_with(replacement) && path.ends_with("Nr"));
}

void Reader::take(std::string value) {
  if (open_.empty()) {
    released_ = day_of(value);
    if (!released_) fail("UdgivelsesDato is no date such as 2025-05-01. " + std::string(download_again));
    return;
  }
  const Level& level = levels[open_.size() - 1];
  KleTopic& topic = open_.back().topic;
  const auto path = behind(level, open_.back().within);
  if (path == "Nr") return take_number(level, std::move(value));
  if (path == "Titel") {
    topic.title = std::move(value);
  } else if (path.starts_with(replacement)) {
    topic.replaced_by.push_back(std::move(value));
  } else if (path.ends_with("Dato")) {
    topic.historical_from = day_of(value);
  } else {
    if (topic.keywords.size() >= keywords_max)
      fail("a topic has more than " + std::to_string(keywords_max) + " keywords. " + std::string(download_again));
    topic.keywords.push_back(std::move(value));
  }
}

void Reader::take_number(const Level& level, std::string value) {
  if (!has_shape(value, level.number_shape))
    fail(std::string(level.name) + "Nr is not of the form " + std::string(level.number_shape) +
         " (d is a digit). " + std::string(download_again));
  open_.back().topic.number = std::move(value);
}

void Reader::finish_topic() {
  KleTopic topic = std::move(open_.back().topic);
  const Level& level = levels[open_.size() - 1];
  if (topic.number.empty())
    fail("this " + std::string(level.name) + " has no " + std::string(level.name) + "Nr. " +
         std::string(download_again));
  if (++topics_ > topics_max)
    fail("the file has more than " + std::to_string(topics_max) + " numbers. " + std::string(download_again));
  if (open_.size() == levels.size()) ++emner_;
  open_.pop_back();
  visit_(std::move(topic));
}

Day Reader::read(const Progress& progress) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(file_, error);
  std::ifstream input(file_, std::ios::binary);
  if (error || !input)
    throw StoreError("The file " + file_ + " cannot be read: check its name and that you may read it.");
  if (size > file_max)
    throw StoreError("The file " + file_ + " is larger than " + std::to_string(file_max >> 20) +
                     " MB, the KLE-Emneplan has about 7. " + std::string(download_again));
  std::uintmax_t fed = 0;
  for (bool last = false; !last;) {
    void* const buffer = XML_GetBuffer(parser_.get(), chunk);
    if (buffer == nullptr) throw std::bad_alloc();
    input.read(static_cast<char*>(buffer), chunk);
    if (input.bad()) throw StoreError("The file " + file_ + " cannot be read to its end: check the disk.");
    last = input.eof();
    fed += static_cast<std::uintmax_t>(input.gcount());
    const XML_Status status = XML_ParseBuffer(parser_.get(), static_cast<int>(input.gcount()), last ? 1 : 0);
    if (failure_) std::rethrow_exception(failure_);
    if (status != XML_STATUS_OK) fail_as_expat_says();
    const XML_Index parsed = XML_GetCurrentByteIndex(parser_.get());
    if (fed - static_cast<std::uintmax_t>(std::max<XML_Index>(parsed, 0)) > token_max)
      fail("a tag or comment is longer than 1 MB. " + std::string(download_again));
    if (progress) progress(size == 0 ? 1.0 : std::min(1.0, static_cast<double>(fed) / static_cast<double>(size)));
  }
  if (emner_ == 0) throw StoreError("The KLE-Emneplan " + file_ + " has no topics (Emne). " + std::string(download_again));
  if (!released_)
    throw StoreError("The KLE-Emneplan " + file_ + " does not say when it was released (UdgivelsesDato). " +
                     std::string(download_again));
  return *released_;
}

}  // namespace

Day read_kle_plan(const std::filesystem::path& file, const std::function<void(KleTopic&&)>& visit,
                  const Progress& progress) {
  return Reader(file, visit).read(progress);
}

}  // namespace store
