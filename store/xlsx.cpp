#include "store/xlsx.hpp"

#include "store/detail/xlsx_sheet.hpp"

namespace store {

struct XlsxReader::Parts {
  explicit Parts(const std::filesystem::path& path)
      : name("The file " + path.string()),
        zip(path),
        package(detail::read_xlsx_package(zip, name)),
        size(zip.size(package.sheet_part)),
        stream(name + ", sheet " + package.sheet_name, detail::xlsx_remedy,
               counted(zip.open(package.sheet_part))),
        sheet(package, stream) {}

  detail::XmlBytes counted(detail::XmlBytes bytes) {
    return [this, bytes = std::move(bytes)](char* buffer, std::size_t most) {
      const std::size_t got = bytes(buffer, most);
      read += got;
      return got;
    };
  }

  std::string name;
  detail::ZipFile zip;
  detail::XlsxPackage package;
  std::uint64_t size = 0;
  std::uint64_t read = 0;
  detail::XmlStream stream;
  detail::XlsxSheet sheet;
  bool more = true;
};

XlsxReader::XlsxReader(const std::filesystem::path& file) : parts_(std::make_unique<Parts>(file)) {}

XlsxReader::~XlsxReader() = default;

bool XlsxReader::next(FileRow& row) {
  auto& rows = parts_->sheet.rows;
  while (rows.empty() && parts_->more) parts_->more = parts_->stream.step(parts_->sheet);
  if (rows.empty()) return false;
  row = std::move(rows.front());
  rows.pop_front();
  return true;
}

double XlsxReader::progress() const {
  return parts_->size == 0
             ? 1.0
             : std::min(1.0, static_cast<double>(parts_->read) / static_cast<double>(parts_->size));
}

std::string XlsxReader::sheet() const {
  return parts_->package.sheet_name;
}

std::vector<std::string> XlsxReader::notes() const {
  std::vector<std::string> notes;
  if (parts_->package.sheets > 1)
    notes.push_back("The workbook has " + std::to_string(parts_->package.sheets) +
                    " sheets; only the first, '" + parts_->package.sheet_name + "', was read.");
  if (const int merged = parts_->sheet.merged; merged > 0)
    notes.push_back("The sheet has " + std::to_string(merged) +
                    " merged ranges: their text counts for the first cell only.");
  return notes;
}

}  // namespace store
