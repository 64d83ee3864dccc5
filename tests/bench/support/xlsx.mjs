// A workbook as Excel writes it: shared texts, references on rows and cells, deflate.
import {deflateRawSync} from 'node:zlib';

const escaped = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const spreadsheet = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const relationships = entries => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.map(([id, type, target]) => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`).join('')}</Relationships>`;

const table = Uint32Array.from({length: 256}, (_, n) => { for (let bit = 0; bit < 8; ++bit) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1; return n; });
const checksum = bytes => { let sum = ~0; for (const byte of bytes) sum = table[(sum ^ byte) & 255] ^ (sum >>> 8); return ~sum >>> 0; };

/** A zip file of {name: text} ("APPNOTE.TXT", PKWARE). */
export function zip(parts) {
  const locals = [], centrals = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const bytes = Buffer.from(text), packed = deflateRawSync(bytes), title = Buffer.from(name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt16LE(0x21, 8);  // 1 January 1980
    shared.writeUInt32LE(checksum(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(title.length, 22);
    locals.push(Buffer.from('PK\x03\x04', 'latin1'), shared, title, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    centrals.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, tail, title);
    offset += 30 + title.length + packed.length;
  }
  const directory = Buffer.concat(centrals), end = Buffer.alloc(18), count = Object.keys(parts).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

/** Objects with the same keys; these are the header. */
export function to_xlsx(rows) {
  const columns = Object.keys(rows[0]), numbers = new Map(), texts = [];
  const cell = (text, column, line) => {
    if (!text) return '';
    if (!numbers.has(text)) { numbers.set(text, texts.length); texts.push(`<si><t>${escaped(text)}</t></si>`); }
    return `<c r="${letters[column]}${line}" t="s"><v>${numbers.get(text)}</v></c>`;
  };
  const lines = [columns, ...rows.map(row => columns.map(column => row[column]))].map((cells, n) => `<row r="${n + 1}" spans="1:${columns.length}">${cells.map((text, column) => cell(text, column, n + 1)).join('')}</row>`);
  return zip({
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook ${spreadsheet}><sheets><sheet name="Ark1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([['rId1', 'worksheet', 'worksheets/sheet1.xml'], ['rId2', 'sharedStrings', 'sharedStrings.xml']]),
    'xl/worksheets/sheet1.xml': `<worksheet ${spreadsheet}><sheetData>${lines.join('')}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst ${spreadsheet}>${texts.join('')}</sst>`,
  });
}
