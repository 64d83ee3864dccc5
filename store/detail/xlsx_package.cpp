#include "store/detail/xlsx_package.hpp"

#include "store/detail/xlsx_values.hpp"
#include "store/error.hpp"
#include "store/text/composed.hpp"

#include <charconv>
#include <map>

namespace store::detail {

const char xlsx_remedy[] = "Open the workbook in Excel, save it again and import that.";

namespace {

constexpr std::size_t texts_max = 2'000'000;
constexpr std::size_t texts_bytes_max = std::size_t{256} << 20;
constexpr std::size_t text_bytes_max = std::size_t{1} << 20;
constexpr std::size_t styles_max = 100'000;  // Excel: 65,490
constexpr std::size_t sheets_max = 10'000;

int number_in(std::string_view text, int otherwise) {
  int number = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// The parts that a part refers to, by id. Names as the zip file has them.
class Relationships final : public XmlVisitor {
 public:
  explicit Relationships(std::string folder) : folder_(std::move(folder)) {}

  void start(std::string_view name, const XmlAttributes& attributes, std::size_t) override {
    if (name != "Relationship" || parts_.size() == sheets_max) return;
    const auto type = attributes["Type"];  // the same last word in the strict and in the usual form
    parts_[std::string(attributes["Id"])] = {std::string(type.substr(type.rfind('/') + 1)),
                                             absolute(attributes["Target"])};
  }
  void end(std::size_t) override {}
  void text(std::string_view) override {}

  std::string by_type(std::string_view type) const {
    for (const auto& [id, part] : parts_)
      if (part.type == type) return part.name;
    return {};
  }
  std::string by_id(const std::string& id, std::string_view type) const {
    const auto found = parts_.find(id);
    return found != parts_.end() && found->second.type == type ? found->second.name : std::string();
  }

 private:
  struct Part {
    std::string type;
    std::string name;
  };

  std::string absolute(std::string_view target) const {
    std::string folder = folder_;
    if (target.starts_with('/')) return std::string(target.substr(1));
    while (target.starts_with("../") || target.starts_with("./")) {
      if (target[1] == '.') {
        folder.resize(folder.empty() ? 0 : folder.size() - 1);
        folder.resize(folder.rfind('/') == std::string::npos ? 0 : folder.rfind('/') + 1);
      }
      target.remove_prefix(target.find('/') + 1);
    }
    return folder.append(target);
  }

  std::string folder_;  // ends in '/' unless it is empty
  std::map<std::string, Part> parts_;
};

class Workbook final : public XmlVisitor {
 public:
  struct Sheet {
    std::string name;
    std::string id;
  };

  void start(std::string_view name, const XmlAttributes& attributes, std::size_t) override {
    if (name == "workbookPr") {
      const auto flag = attributes["date1904"];
      years_from_1904 = flag == "1" || flag == "true";
    }
    const auto state = attributes["state"];
    if (name == "sheet" && state != "hidden" && state != "veryHidden" && sheets.size() < sheets_max)
      sheets.push_back({std::string(attributes["name"]), std::string(attributes["id"])});
  }
  void end(std::size_t) override {}
  void text(std::string_view) override {}

  std::vector<Sheet> sheets;  // visible ones
  bool years_from_1904 = false;
};

class Styles final : public XmlVisitor {
 public:
  void start(std::string_view name, const XmlAttributes& attributes, std::size_t) override {
    const int id = number_in(attributes["numFmtId"], 0);
    if (name == "numFmt" && codes_.size() < styles_max) codes_[id] = attributes["formatCode"];
    if (name == "cellXfs") within_ = true;
    if (name != "xf" || !within_ || dates.size() == styles_max) return;
    const auto code = codes_.find(id);
    dates.push_back(shows_date(id, code == codes_.end() ? std::string_view() : code->second));
  }
  void end(std::size_t depth) override {
    if (depth == 2) within_ = false;
  }
  void text(std::string_view) override {}

  std::vector<bool> dates;

 private:
  std::map<int, std::string> codes_;
  bool within_ = false;  // the list of cell styles
};

/// Runs of rich text are put together; what tells how to pronounce them is left out.
class TextsReader final : public XmlVisitor {
 public:
  TextsReader(SharedTexts& texts, const XmlStream& stream) : texts_(texts), stream_(stream) {}

  void start(std::string_view name, const XmlAttributes&, std::size_t depth) override {
    if (depth == 2 && name == "si") text_.clear();
    if (name == "rPh") phonetic_ = depth;
    if (name == "t" && phonetic_ == 0) collecting_ = depth;
  }
  void end(std::size_t depth) override {
    if (depth == collecting_) collecting_ = 0;
    if (depth == phonetic_) phonetic_ = 0;
    if (depth == 2 && !texts_.add(composed(unescaped(text_))))
      stream_.fail("there is more text than a catalogue can have");
  }
  void text(std::string_view piece) override {
    if (collecting_ == 0) return;
    if (text_.size() + piece.size() > text_bytes_max) stream_.fail("a text is longer than a megabyte");
    text_.append(piece);
  }

 private:
  SharedTexts& texts_;
  const XmlStream& stream_;
  std::string text_;
  std::size_t collecting_ = 0;  // the depth of the element whose text is wanted; 0 if none is
  std::size_t phonetic_ = 0;
};

void read_part(ZipFile& zip, const std::string& file, const std::string& part, XmlVisitor& visitor) {
  XmlStream stream(file + ", part " + part, xlsx_remedy, zip.open(part));
  stream.read(visitor, {});
}

std::string workbook_part(ZipFile& zip, const std::string& file) {
  Relationships root("");
  if (zip.has("_rels/.rels")) read_part(zip, file, "_rels/.rels", root);
  std::string workbook = root.by_type("officeDocument");
  if (workbook.empty()) workbook = "xl/workbook.xml";
  if (workbook.ends_with(".bin"))
    throw StoreError(file +
                     " is a binary workbook (.xlsb): save it as .xlsx or \"CSV UTF-8\" and import that.");
  if (zip.has(workbook)) return workbook;
  const char* const what =
      zip.has("content.xml") ? " is an OpenDocument file" : " is a zip file, but no workbook";
  throw StoreError(file + what + ": save the table as .xlsx or \"CSV UTF-8\" and import that.");
}

}  // namespace

bool SharedTexts::add(std::string_view text) {
  if (ends_.size() == texts_max || bytes_.size() + text.size() > texts_bytes_max) return false;
  bytes_.append(text);
  ends_.push_back(bytes_.size());
  return true;
}

std::string_view SharedTexts::at(std::size_t number, bool& found) const {
  found = number < ends_.size();
  if (!found) return {};
  const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
  return std::string_view(bytes_).substr(begin, ends_[number] - begin);
}

XlsxPackage read_xlsx_package(ZipFile& zip, const std::string& file) {
  const std::string workbook_name = workbook_part(zip, file);
  const std::size_t slash = workbook_name.rfind('/') + 1;  // 0 if there is none
  const std::string folder = workbook_name.substr(0, slash);
  Relationships related(folder);
  if (const auto part = folder + "_rels/" + workbook_name.substr(slash) + ".rels"; zip.has(part))
    read_part(zip, file, part, related);
  Workbook workbook;
  read_part(zip, file, workbook_name, workbook);
  XlsxPackage package;
  package.years_from_1904 = workbook.years_from_1904;
  for (const auto& sheet : workbook.sheets) {
    const std::string part = related.by_id(sheet.id, "worksheet");
    if (part.empty()) continue;  // a sheet that is only a chart, or a macro
    if (++package.sheets > 1) continue;
    package.sheet_name = sheet.name;
    package.sheet_part = part;
  }
  if (package.sheets == 0) throw StoreError(file + " has no visible sheet with cells. " + xlsx_remedy);
  if (const auto part = related.by_type("styles"); zip.has(part)) {
    Styles styles;
    read_part(zip, file, part, styles);
    package.date_styles = std::move(styles.dates);
  }
  if (const auto part = related.by_type("sharedStrings"); zip.has(part)) {
    XmlStream stream(file + ", part " + part, xlsx_remedy, zip.open(part));
    TextsReader reader(package.texts, stream);
    stream.read(reader, {});
  }
  return package;
}

}  // namespace store::detail
