// Charts as SVG, without a library: lines over a logarithmic x axis, and bars.
const width = 520;
const height = 300;
const frame = {left: 62, right: 14, top: 34, bottom: 44};
const colours = ['#0b6e4f', '#c8553d', '#4062bb', '#8d6a9f', '#b08900', '#6b7280', '#d6336c', '#1098ad'];
const escape = text => String(text).replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);
const text = (x, y, words, more = '') => `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${escape(words)}</text>`;

/** 1234567 -> 1.2M; short enough for an axis. */
export function short(value) {
  for (const [size, unit] of [[1e6, 'M'], [1e3, 'k']]) if (value >= size) return `${+(value / size).toPrecision(2)}${unit}`;
  return String(+value.toPrecision(3));
}

/** The powers of ten that lie around the values. */
function decades(values) {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  return Array.from({length: high - low + 1}, (_, n) => 10 ** (low + n));
}

/** Five or so round marks from 0 to the largest value. */
function rounds(values) {
  const largest = Math.max(...values);
  const step = [1, 2, 5, 10].map(n => n * 10 ** Math.floor(Math.log10(largest / 5))).find(one => one * 5 >= largest);
  return Array.from({length: Math.ceil(largest / step) + 1}, (_, n) => n * step);
}

/** Where a value stands between two, from 0 to 1. */
const logarithmic = (from, to) => value => Math.log(value / from) / (Math.log(to / from) || 1);
const linear_from = (from, to) => value => (value - from) / (to - from || 1);

/** Lines over logarithmic axes, or over those that begin with 0. `series`: [{name, points: [[x, y]]}], what is not greater than 0 is left out. */
export function lines({title, x_label, series, linear = false}) {
  const drawn = series.map(one => ({...one, points: one.points.filter(([, y]) => y > 0)})).filter(one => one.points.length > 0);
  if (drawn.length === 0) return {draw: () => text(frame.left, 20, `${title}: nothing measured`), names: []};
  const xs = [...new Set(drawn.flatMap(one => one.points.map(([x]) => x)))].sort((a, b) => a - b);
  const ys = drawn.flatMap(one => one.points.map(([, y]) => y));
  const marks = linear ? rounds(ys) : decades(ys);
  const x_marks = linear ? rounds(xs) : xs;
  const place = linear ? linear_from : logarithmic;
  const [x_share, y_share] = [place(x_marks[0], x_marks.at(-1)), place(marks[0], marks.at(-1))];
  const x_of = x => frame.left + (width - frame.left - frame.right) * x_share(x);
  const y_of = y => height - frame.bottom - (height - frame.top - frame.bottom) * y_share(y);
  const parts = [text(frame.left, 20, title, 'font-weight="bold"')];
  for (const mark of marks) {
    parts.push(`<path d="M${frame.left} ${y_of(mark).toFixed(1)}H${width - frame.right}" stroke="#ddd"/>`, text(frame.left - 6, y_of(mark) + 4, short(mark), 'text-anchor="end"'));
  }
  for (const x of x_marks) parts.push(text(x_of(x), height - frame.bottom + 16, short(x), 'text-anchor="middle"'));
  parts.push(text((frame.left + width - frame.right) / 2, height - 10, x_label, 'text-anchor="middle"'));
  const draw = colour_of => [...parts, ...drawn.flatMap(({name, points}) => [
    `<path d="M${points.map(([x, y]) => `${x_of(x).toFixed(1)} ${y_of(y).toFixed(1)}`).join('L')}" fill="none" stroke="${colour_of(name)}" stroke-width="2"/>`,
    ...(linear ? [] : points).map(([x, y]) => `<circle cx="${x_of(x).toFixed(1)}" cy="${y_of(y).toFixed(1)}" r="3" fill="${colour_of(name)}"/>`),
  ])].join('\n');
  return {draw, names: drawn.map(one => one.name)};
}

/** Bars to the right, the longest first as given. `rows`: [[name, value]]. */
export function bars({title, unit, rows}) {
  const largest = Math.max(...rows.map(([, value]) => value));
  const step = (height - frame.top - 10) / rows.length;
  const start = 190;
  const parts = [text(14, 20, title, 'font-weight="bold"')];
  rows.forEach(([name, value], n) => {
    const y = frame.top + n * step;
    const length = (width - start - 80) * value / largest;
    parts.push(text(start - 6, y + step / 2 + 4, name, 'text-anchor="end"'), `<rect x="${start}" y="${(y + 2).toFixed(1)}" width="${length.toFixed(1)}" height="${(step - 4).toFixed(1)}" fill="${colours[0]}"/>`,
      text(start + length + 5, y + step / 2 + 4, `${short(value)} ${unit}`));
  });
  return {draw: () => parts.join('\n'), names: []};
}

/** Charts in two columns on one sheet; a name has one colour in all of them and stands once, below. */
export function sheet(charts) {
  const rows = Math.ceil(charts.length / 2);
  const names = [...new Set(charts.flatMap(chart => chart.names))];
  const colour_of = name => colours[names.indexOf(name) % colours.length];
  const legend = names.map((name, n) => {
    const [x, y] = [20 + (n % 4) * 250, rows * height + 18 + Math.floor(n / 4) * 20];
    return `<rect x="${x}" y="${y - 9}" width="14" height="9" fill="${colour_of(name)}"/>${text(x + 20, y, name)}`;
  });
  const placed = charts.map((chart, n) => `<g transform="translate(${(n % 2) * width} ${Math.floor(n / 2) * height})">\n${chart.draw(colour_of)}\n</g>`);
  const [wide, high] = [Math.min(2, charts.length) * width, rows * height + 30 + Math.ceil(names.length / 4) * 20];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="white"/>
${[...placed, ...legend].join('\n')}
</svg>
`;
}
