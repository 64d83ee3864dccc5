// MiniSearch and Orama beside ours. {name: (rows) => async (words) => [KLE numbers]}; rows: {task, keywords, description, kle}.
const fields = ['task', 'keywords', 'description'];
const boost = {task: 3, keywords: 2};

async function minisearch(rows) {
  const {default: MiniSearch} = await import('minisearch');
  const index = new MiniSearch({fields, storeFields: ['kle'], searchOptions: {boost, prefix: term => term.length > 3, fuzzy: term => (term.length > 4 ? 0.2 : false)}});
  index.addAll(rows.map((row, id) => ({...row, id})));
  return async words => index.search(words.join(' ')).slice(0, 10).map(found => found.kle);
}

async function orama(rows) {
  const {create, insertMultiple, search} = await import('@orama/orama');
  const index = await create({schema: {task: 'string', keywords: 'string', description: 'string', kle: 'string'}, language: 'danish'});
  await insertMultiple(index, rows.map(({task, keywords, description, kle}) => ({task, keywords, description, kle})));
  return async words => {
    if (words.length === 0) return [];
    const found = await search(index, {term: words.join(' '), properties: fields, boost, tolerance: 1, threshold: 1, limit: 10});
    return found.hits.map(hit => hit.document.kle);
  };
}

export const engines = {'MiniSearch, fuzzy and beginnings': minisearch, 'Orama, Danish, one slip': orama};
