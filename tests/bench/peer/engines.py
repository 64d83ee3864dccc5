#!/usr/bin/env python3
"""Two stock engines beside ours: SQLite's FTS5 and Xapian, each in its usual Danish set-up.

usage: engines.py rank CATALOGUE.csv QUESTIONS COMMON_WORDS   one JSON line a question: {engine: [KLE numbers]}
       engines.py time CATALOGUE.csv QUESTIONS COMMON_WORDS   one JSON line an engine, with its figures

COMMON_WORDS: the words of the questions themselves, to be left out; these engines do not find that out.
Needs Debian's python3-xapian.
"""
import csv
import json
import re
import resource
import sqlite3
import sys
import time

import xapian

WORD = re.compile(r"[0-9a-zæøåéüö]+")
FIELDS = (("task", 3), ("keywords", 2), ("description", 1))


class Fts5:
    """Words and beginnings of words, ranked by BM25; or the three-letter pieces of words."""

    def __init__(self, pieces):
        self.pieces = pieces
        self.db = sqlite3.connect(":memory:")
        tokenizer = "trigram" if pieces else "unicode61"
        self.db.execute(f"CREATE VIRTUAL TABLE t USING fts5(task, keywords, description, kle UNINDEXED, tokenize='{tokenizer}')")

    def add(self, rows):
        self.db.executemany("INSERT INTO t VALUES (?, ?, ?, ?)", ((r["task"], r["keywords"], r["description"], r["kle"]) for r in rows))

    def ask(self, words):
        if self.pieces:
            words = dict.fromkeys(w[i:i + 3] for w in words for i in range(len(w) - 2))
            terms = [f'"{w}"' for w in words]
        else:
            terms = [f'"{w}"' for w in words] + [f'"{w}"*' for w in words if len(w) > 3]
        if not terms:
            return []
        found = self.db.execute("SELECT kle FROM t WHERE t MATCH ? ORDER BY bm25(t, 3, 2, 1) LIMIT 10", (" OR ".join(terms),))
        return [row[0] for row in found]

    def change(self, number):
        self.db.execute("UPDATE t SET task = task || ' ny' WHERE rowid = ?", (number + 1,))


class Xapian:
    """Danish stems, any of the words, BM25."""

    def __init__(self):
        self.stem = xapian.Stem("danish")
        self.db = xapian.WritableDatabase("", xapian.DB_BACKEND_INMEMORY)
        self.parser = xapian.QueryParser()
        self.parser.set_stemmer(self.stem)
        self.parser.set_database(self.db)
        self.parser.set_default_op(xapian.Query.OP_OR)

    def document(self, row):
        document = xapian.Document()
        generator = xapian.TermGenerator()
        generator.set_stemmer(self.stem)
        generator.set_document(document)
        for name, weight in FIELDS:
            generator.index_text(row[name], weight)
            generator.increase_termpos()
        document.set_data(row["kle"])
        return document

    def add(self, rows):
        self.last = None
        for row in rows:
            self.db.add_document(self.document(row))
            self.last = row

    def ask(self, words):
        if not words:
            return []
        enquire = xapian.Enquire(self.db)
        enquire.set_query(self.parser.parse_query(" ".join(words), 0))
        return [match.document.get_data().decode() for match in enquire.get_mset(0, 10)]

    def change(self, number):
        self.db.replace_document(number + 1, self.document({**self.last, "task": self.last["task"] + " ny"}))


ENGINES = {"FTS5, words and beginnings": lambda: Fts5(False), "FTS5, trigrams": lambda: Fts5(True), "Xapian, Danish stems": Xapian}


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter=";")


def quantile(values, share):
    return sorted(values)[int(share * (len(values) - 1))]


def measured(make, path, questions):
    began = time.process_time()
    engine = make()
    engine.add(rows_of(path))
    engine.ask(questions[0])
    build = time.process_time() - began
    took = []
    for words in questions:
        began = time.process_time()
        engine.ask(words)
        took.append(time.process_time() - began)
    changes = []
    for number in range(20):
        began = time.process_time()
        engine.change(number)
        engine.ask(questions[0])
        changes.append(time.process_time() - began)
    return {"build_ms": 1e3 * build, "median_us": 1e6 * quantile(took, 0.5), "p99_us": 1e6 * quantile(took, 0.99),
            "change_ms": 1e3 * quantile(changes, 0.5), "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def main():
    mode, catalogue, questions_file, common_file = sys.argv[1:5]
    common = set(open(common_file, encoding="utf-8").read().split())
    with open(questions_file, encoding="utf-8") as file:
        questions = [[w for w in WORD.findall(line.lower()) if w not in common] for line in file.read().splitlines()]
    if mode == "rank":
        engines = {name: make() for name, make in ENGINES.items()}
        for engine in engines.values():
            engine.add(rows_of(catalogue))
        for words in questions:
            print(json.dumps({name: engine.ask(words) for name, engine in engines.items()}))
        return
    # Each in a process of its own, so that the memory is its own: the name comes as a fifth argument.
    print(json.dumps(measured(ENGINES[sys.argv[5]], catalogue, questions)))


main()
