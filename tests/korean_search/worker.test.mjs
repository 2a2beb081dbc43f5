/* 작업자의 함수를 시험한다. 보기는 파이썬과 나눠 쓴다. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { gunzipSync } from "node:zlib";

const worker = new URL("../../korean_search/worker/", import.meta.url);
const hangul = await import(new URL("hangul.mjs", worker));
const { fnv1a, shelf, findGram, eachSection, Files } = await import(new URL("files.mjs", worker));
const { Current, FRESH, Overtaken, Unknown } = await import(new URL("current.mjs", worker));
const { split, stems, meaningful, plain, otherKeyboard, nearest, suggest, strip } = await import(new URL("query.mjs", worker));
const { match, search, segments } = await import(new URL("score.mjs", worker));
const { importance, share } = await import(new URL("weigh.mjs", worker));
const { group } = await import(new URL("rank.mjs", worker));
const { escape, mark, pattern, cut, ordered, show } = await import(new URL("show.mjs", worker));
const vectors = JSON.parse(readFileSync(new URL("vectors.json", import.meta.url), "utf8"));
const functions = { normalize: hangul.normalize, compact: hangul.compact, initials: hangul.initials, without_final: hangul.withoutFinal, fnv1a, shelf };

for (const [name, rows] of Object.entries(vectors)) {
  test(`vectors ${name}`, () => {
    for (const [given, wanted] of rows) assert.equal(functions[name](given), wanted);
  });
}

test("jamo follows the keys that were pressed", () => {
  assert.equal(hangul.jamo("옵팀"), "ㅇㅗㅂㅌㅣㅁ");
  assert.equal(hangul.jamo("과값ㄳㅢa"), "ㄱㅗㅏㄱㅏㅂㅅㄱㅅㅡㅣa");
});

test("compose is the inverse of jamo for every syllable", () => {
  for (let code = 0xac00; code <= 0xd7a3; code++) {
    const letter = String.fromCharCode(code);
    assert.equal(hangul.compose(hangul.jamo(letter)), letter);
  }
});

test("a final moves on when a vowel follows", () => {
  assert.equal(hangul.compose(hangul.jamo("옵티마이저 학습률")), "옵티마이저 학습률");
  assert.equal(hangul.compose("ㄱㅏㅂㅅㅣ"), "갑시");
  assert.equal(hangul.compose("ㅋㅋㅏ"), "ㅋ카");
});

test("keyboards turn both ways", () => {
  assert.equal(hangul.fromKeyboard("dhqxlakdlwj"), "옵티마이저");
  assert.equal(hangul.fromKeyboard("Rhc"), "꽃");
  assert.equal(hangul.toKeyboard("ㅐㅔ샤ㅡㅑㅋㄷㄱ"), "optimizer");
  assert.equal(otherKeyboard({ raw: "ab", text: "ab", hangul: false }), null);
  assert.equal(otherKeyboard({ raw: "학습", text: "학습", hangul: true }).text, "gkrtmq");
});

test("distance counts slips and swaps and gives up early", () => {
  assert.equal(hangul.distance("abc", "abc", 1), 0);
  assert.equal(hangul.distance("abcd", "abdc", 1), 1);
  assert.equal(hangul.distance("abc", "axc", 1), 1);
  assert.equal(hangul.distance("abc", "xyz", 1), 2);
  assert.equal(hangul.distance("abc", "abcdef", 2), 3);
});

test("query splits where scripts change and stops at its limits", () => {
  assert.deepEqual(split("함수형API의 keras.Input!").map((unit) => unit.text), ["함수형", "api", "keras.input"]);
  assert.deepEqual(split("W&B와 C++, C#, β₁, 學習").map((unit) => unit.text), ["w&b", "c++", "c#", "β1", "學習"]);
  assert.ok(split("가".repeat(100000))[0].text.length <= 120);
});

test("the end of a long question is read", () => {
  const units = meaningful(split(`${Array.from("가나다라마바사아자차카타파하", (letter) => `${letter}${letter}`).join(" 그 ")} 끝말`));
  assert.equal(units.length, 12);
  assert.equal(units.at(-1).text, "끝말");
});

test("particles and endings come off", () => {
  assert.ok(stems("옵티마이저를").includes("옵티마이저"));
  assert.ok(stems("재사용하기").includes("재사용"));
  assert.ok(plain(split("찾는")[0]).some((one) => one.grams.includes("찾다")));
  assert.ok(plain(split("만든")[0]).some((one) => one.grams.includes("만드다")));
  assert.deepEqual(meaningful(split("공유 층이란 무엇인가요")).map((unit) => unit.text), ["공유", "층이란"]);
  assert.deepEqual(meaningful(split("왜 어떻게")).length, 2);
});

test("every chain of particles comes off a noun", () => {
  const chains = "은 는 이 가 을 를 의 에 에서 에게 으로 로 와 과 도 만 까지 부터 처럼 만큼 보다 마다 별 당 와의 과의 에서만 에서는 으로는 이라는 라는 이란 이나 나 에서의 으로의 까지는 까지도 부터는 만이 만을 마저 조차 밖에 라도 이라도 하고 에서부터 마다의 별로 들은 들의 들에서 이며 입니다 이에요";
  for (const chain of chains.split(" ")) {
    assert.ok(strip(`학습률${chain}`).some(({ form, particle }) => particle && form === "학습률"), chain);
    assert.deepEqual(split(`Adam${chain}`).map((unit) => unit.text), ["adam"], chain);
  }
});

test("nothing of a page reaches the result as markup", () => {
  assert.equal(escape(`<a href="x">'&`), "&#60;a href=&#34;x&#34;&#62;&#39;&#38;");
  assert.equal(mark("<b>최적 화</b>", pattern(["최적화"])), "&#60;b&#62;<mark>최적 화</mark>&#60;/b&#62;");
  assert.equal(mark("a.b", pattern([".*"])), "a.b");
  assert.equal(pattern([]), null);
});

test("excerpt is cut around the densest matches", () => {
  const text = `${"가나다 ".repeat(100)}과녁 과녁 ${"라마바 ".repeat(100)}`;
  const piece = cut(text, pattern(["과녁"]));
  assert.ok(piece.includes("과녁 과녁"));
  assert.ok(piece.startsWith("… ") && piece.endsWith(" …") && piece.length < 230);
});

test("the opening of a page counts beside its best section", () => {
  const tie = new Map([[1, { score: 5 }], [2, { score: 5 }]]);
  assert.deepEqual(group(tie, [0, 0, 2]).map((row) => row.page), [2, 0]);
  assert.ok(group(tie, [0, 0, 2], { home: 2 })[0].score < group(tie, [0, 0, 2])[0].score);
});

test("a page that holds the printed form is shown, however weak", () => {
  const hits = new Map(Array.from({ length: 12 }, (_, i) => [i, { score: 12 - i }]));
  const parents = Array.from({ length: 12 }, (_, i) => i);
  assert.ok(!group(hits, parents).some((row) => row.page === 11));
  assert.equal(group(hits, parents, { printed: new Set([11]) }).at(-1).page, 11);
});

test("a page found by a cut word falls behind one that holds the whole word", () => {
  const hits = new Map([[0, { score: 8, forms: ["로그"] }], [1, { score: 4, forms: ["로그인"] }]]);
  const first = (text, printed) =>
    group(hits, [0, 1], { printed: new Set(printed), units: [{ text, hangul: true }] })[0].page;
  assert.equal(first("로그인", [1]), 1);
  assert.equal(first("로그인", []), 0);
  assert.equal(first("로그에서", [1]), 0);
});

test("a page that lacks a word falls behind one that holds both", () => {
  const hits = new Map([
    [0, { score: 6, parts: [6, 0], titles: [0, 0], held: [true, false] }],
    [1, { score: 5, parts: [3, 2], titles: [0, 0], held: [true, true] }],
  ]);
  assert.deepEqual(group(hits, [0, 1], { weights: [1, 1] }).map((row) => row.page), [1, 0]);
  assert.deepEqual(group(hits, [0, 1], { weights: [1, 0] }).map((row) => row.page), [0, 1]);
});

test("words may lie apart on a page", () => {
  const one = (...held) => ({ score: 4, parts: held.map((has) => (has ? 4 : 0)), titles: [0, 0], held });
  const hits = new Map([[0, one(true, false)], [1, one(false, true)], [2, one(true, false)], [3, one(true, false)]]);
  const [first, second] = group(hits, [0, 0, 2, 2], { weights: [1, 1] });
  assert.deepEqual([first.page, second.page], [0, 2]);
});

test("the boost of a page multiplies its score", () => {
  const hits = new Map([[0, { score: 8 }], [1, { score: 2 }]]);
  assert.deepEqual(group(hits, [0, 1], { boosts: [[0, 0.2]] }).map((row) => row.page), [1, 0]);
  const [strong] = group(hits, [0, 1]);
  const [, weak] = group(hits, [0, 1], { boosts: [[0, 0.2]] });
  assert.ok(Math.abs(weak.score / strong.score - 0.2) < 1e-9);
});

test("a name weighs more than what is asked about it", () => {
  const noun = [{ noun: true, one: { kind: "same", form: "스케줄" } }];
  assert.equal(importance({ text: "스케줄", hangul: true }, noun), 1);
  assert.equal(importance({ text: "adam", hangul: false }, []), 1);
  assert.equal(importance({ text: "층", hangul: true }, [{ one: { kind: "same", form: "층" } }]), 1);
  const lighter = ["한계", "장점은", "여러", "만들기", "띄우기"].map((text) => importance({ text, hangul: true }, noun));
  assert.ok(lighter.every((part) => part < 0.3), String(lighter));
  assert.equal(importance({ text: "분기", hangul: true }, noun), 1);
  assert.equal(share([true, undefined], [3, 1]), 0.75);
  assert.equal(share([], []), 0);
});

test("a title that only asks about the name is the name", async () => {
  const names = ["공급사 주입 검증", "주입이란", "주입 걸기"];
  const files = {
    settings: { home: -1, boosts: [] },
    names: () => ({ pages: new Map(names.map((name, i) => [i, [`${i}/`, name, ""]])) }),
    part: (number) => number,
    parents: async () => [0, 1, 2],
    rows: async (numbers) => new Map(numbers.map((n) => [n, [`${n}/`, names[n], "주입을 말한다.", "", [], ""]])),
  };
  const hits = new Map(names.map((_, i) => [i, { score: 9 - i, forms: ["주입"] }]));
  const [first] = await show(files, { hits, units: split("주입"), missing: [], printed: new Set() }, "주입이 뭔가요");
  assert.equal(first[0].location, "1/");
});

test("pages are ranked by their best section", () => {
  const hits = new Map([[0, { score: 1 }], [1, { score: 8 }], [2, { score: 3 }]]);
  const pages = group(hits, [0, 0, 2]);
  assert.deepEqual(pages.map((row) => row.page), [0, 2]);
  assert.equal(pages[0].sections[0].number, 1);
});

const record = (name, rows) => {
  const text = [...new TextEncoder().encode(name)];
  const body = rows.flatMap(([step, levels]) => [step, levels]);
  return [text.length, ...text, rows.length, rows.length, body.length, ...body];
};

test("a gram file is read and a cut one is refused", () => {
  const bytes = Uint8Array.from([...record("최적화", [[3, 0x21], [2, 0x0f]]), ...record("층", [[1, 0x10]])]);
  const seen = [];
  eachSection(findGram(bytes, "최적화"), (...row) => seen.push(row));
  assert.deepEqual(seen, [[3, 2, 1], [5, 0, 15]]);
  assert.equal(findGram(bytes, "층").count, 1);
  assert.equal(findGram(bytes, "최적"), null);
  assert.throws(() => findGram(bytes.subarray(0, bytes.length - 1), "층"), /잘렸다/);
});

test("a section that holds every piece counts as full", () => {
  const bytes = Uint8Array.from([...record("최적화", [[0, 0xf1], [1, 1]]), ...record("적화기", [[1, 1]])]);
  const both = new Map(["최적화", "적화기"].map((gram) => [gram, findGram(bytes, gram)]));
  const { scores, full } = match({ form: "최적화기", weight: 1, grams: ["최적화", "적화기"] }, both, 10);
  assert.equal(full, 1);
  assert.equal(scores.get(0).full, false);
  assert.equal(scores.get(1).full, true);
});

const NAMES = { format: 2, sections: 1, sounds: 2, parts: [1], home: -1, starts: "AQ==", core: "ffffffff", grams: "aaaaaaaa", words: "bbbbbbbb", texts: "cccccccc", names: "" };
const table = (word) => new TextEncoder().encode(JSON.stringify({ ㅎ: { w: [[word, 3]] } }));
const found = (files) => files.words("ㅎ").then(({ words }) => words[0]?.[0]);
const patient = async () => {};

test("files are fetched once and a failure is not remembered", async () => {
  let asked = 0;
  const files = new Files(NAMES, async (name) => {
    assert.equal(name, "bbbbbbbb");
    asked++;
    if (asked === 1) throw new Error("끊김");
    return table("함수");
  });
  await assert.rejects(files.words("ㅎ"));
  assert.deepEqual(await Promise.all([found(files), found(files)]), ["함수", "함수"]);
  assert.deepEqual((await files.words("constructor")).words, []);
  assert.equal(asked, 2);
});

test("pieces that are asked often come from one file", async () => {
  const asked = [];
  const pieces = { ffffffff: record("최적화", [[1, 0x10]]), aaaaaaaa: record("적화기", [[2, 0x10]]) };
  const files = new Files(NAMES, async (name) => (asked.push(name), Uint8Array.from(pieces[name])));
  assert.deepEqual([...(await files.grams(["최적화"])).keys()], ["최적화"]);
  assert.deepEqual(asked, ["ffffffff"]);
  assert.deepEqual([...(await files.grams(["적화기", "없는말"])).keys()], ["적화기"]);
  assert.deepEqual([...(await files.grams([])).keys()], []);
  assert.deepEqual(asked, ["ffffffff", "aaaaaaaa"]);
});

test("a small site keeps its words by one sound and its names in one file", async () => {
  const pieces = {
    bbbbbbbb: { ㅎ: { w: [["학습률", 20]] } },
    dddddddd: { groups: [[["학습률"], ["learning rate", "lr"]]], pages: [[0, "a/", "제목", ""]] },
  };
  const small = new Files({ ...NAMES, sounds: 1, names: "dddddddd" }, async (name) => new TextEncoder().encode(JSON.stringify(pieces[name])));
  assert.deepEqual((await small.words("2ㅎㅅ")).words, [["학습률", 20]]);
  assert.deepEqual(await small.dictionary(), [["학습률", 20]]);
  const { synonyms, pages } = await small.names();
  assert.deepEqual([...synonyms.get("lr")], ["학습률"]);
  assert.deepEqual([...synonyms.get("학습률")], []);
  assert.deepEqual(pages.get(0), ["a/", "제목", ""]);
  assert.equal(new Files(NAMES).names(), null);
});

test("a small file is on its way once however often it is asked for", async () => {
  const asked = [];
  const files = new Files({ ...NAMES, names: "dddddddd" }, (name) => (asked.push(name), new Promise(() => {})));
  files.warm();
  files.core();
  files.waiting(patient).words("ㅎ");
  files.waiting(patient).words("ㅎ");
  await Promise.resolve();
  await Promise.resolve();
  assert.deepEqual(asked, ["ffffffff", "dddddddd", "bbbbbbbb"]);
});

test("texts are found by the number of their section", async () => {
  const files = new Files({ ...NAMES, parts: [2, 1], texts: "ccccccccdddddddd" }, async (name) => new TextEncoder().encode(JSON.stringify(name === "cccccccc" ? ["가", "나"] : ["다"])));
  assert.deepEqual([0, 1, 2].map((number) => files.part(number)), [0, 0, 1]);
  assert.deepEqual([...(await files.rows([2]))], [[2, "다"]]);
});

test("a weak page below the first five is not shown", () => {
  const hits = new Map(Array.from({ length: 9 }, (_, i) => [i, { score: i < 4 || i === 7 ? 10 : 0.5 }]));
  assert.deepEqual(group(hits, [0, 1, 2, 3, 4, 5, 6, 7, 8]).map((row) => row.page), [0, 1, 2, 3, 7]);
});

/** 올라가 있는 목록과 파일을 바꿀 수 있는 서버. 묻는 것을 모두 적는다. */
function server(pieces) {
  const host = { clock: 0, asked: [], failed: [], pieces, manifest: NAMES };
  const ask = async (cache) => {
    host.asked.push(cache);
    if (!host.manifest) throw new Error("끊김");
    return JSON.stringify(host.manifest);
  };
  const load = async (name) => {
    host.asked.push(name);
    if (!host.pieces[name]) {
      host.failed.push(name);
      throw new Error(`404 ${name}`);
    }
    return table(host.pieces[name]);
  };
  host.current = new Current(ask, load, () => host.clock);
  host.find = (wait = patient, age) => host.current.use(found, wait, age);
  host.deploy = (names) => {
    host.manifest = { ...host.manifest, ...names };
    host.pieces = { [names.words]: "새 말" };
  };
  return host;
}

test("the manifest is asked for once and again when it has grown old", async () => {
  const host = server({ bbbbbbbb: "옛말" });
  assert.deepEqual(await Promise.all([host.find(), host.find()]), ["옛말", "옛말"]);
  assert.deepEqual(host.asked, ["no-cache", "bbbbbbbb"]);
  host.clock = 59_000;
  await host.find();
  assert.equal(host.asked.length, 2);
  host.clock = 60_000;
  await host.find();
  assert.deepEqual(host.asked.slice(2), ["no-cache"]);
});

test("a new search notices a new build before a vanished file is asked for", async () => {
  const host = server({ bbbbbbbb: "옛말" });
  await host.current.files();
  host.deploy({ words: "dddddddd" });
  host.clock = FRESH;
  assert.equal(await host.find(patient, FRESH), "새 말");
  assert.deepEqual(host.failed, []);
});

test("the manifest is not asked for between the stages of one answer", async () => {
  const host = server({ bbbbbbbb: "옛말" });
  const slow = async () => {
    host.clock += 30_000;
  };
  await host.current.use(async (files) => [await found(files), await files.waiting(slow).core()], slow).catch(() => {});
  assert.deepEqual(host.asked.filter((name) => name === "no-cache"), ["no-cache"]);
});

test("an overtaken file is kept for the query that comes after", async () => {
  const host = server({ bbbbbbbb: "옛말" });
  let over = false;
  const wait = async () => {
    if (over) throw new Overtaken();
  };
  const first = host.current.use(async (files) => {
    await found(files);
    return files.core();
  }, wait);
  await host.current.files();
  setTimeout(() => (over = true));
  await assert.rejects(Promise.all([first, new Promise((done) => setTimeout(done, 5))]), /Overtaken|404/);
  assert.equal(await host.find(), "옛말");
  assert.equal(host.asked.filter((name) => name === "bbbbbbbb").length, 1);
});

test("a vanished file makes the query start again with the new manifest", async () => {
  const host = server({ bbbbbbbb: "옛말" });
  await host.current.files();
  host.deploy({ words: "dddddddd" });
  assert.equal(await host.find(), "새 말");
  assert.deepEqual(host.asked, ["no-cache", "bbbbbbbb", "reload", "dddddddd"]);
});

test("a file that the newest manifest names but the host lacks is an error, said after one look", async () => {
  const host = server({});
  await assert.rejects(host.find(), /404/);
  assert.deepEqual(host.asked, ["no-cache", "bbbbbbbb", "reload"]);
});

test("a file that did not change is not fetched again after a deploy", async () => {
  const host = server({ bbbbbbbb: "그대로" });
  await host.find();
  host.deploy({ grams: "eeeeeeee" });
  host.clock = 60_000;
  assert.equal(await host.find(), "그대로");
  assert.deepEqual(host.asked, ["no-cache", "bbbbbbbb", "no-cache"]);
});

test("a manifest of another format is refused and asked for again", async () => {
  const host = server({ bbbbbbbb: "옛말" });
  host.manifest = { ...NAMES, format: 1 };
  await assert.rejects(host.find(), Unknown);
  host.manifest = NAMES;
  assert.equal(await host.find(), "옛말");
});

test("without a network what was fetched still answers", async () => {
  const host = server({ bbbbbbbb: "옛말" });
  await host.find();
  host.manifest = null;
  host.clock = 60_000;
  assert.equal(await host.find(), "옛말");
  const cold = server({});
  cold.manifest = null;
  await assert.rejects(cold.find(), /끊김/);
});

test("an overtaken query asks for nothing more and is not started again", async () => {
  const host = server({ bbbbbbbb: "옛말" });
  const overtaken = async () => {
    throw new Overtaken();
  };
  await assert.rejects(host.find(overtaken), Overtaken);
  assert.deepEqual(host.asked, ["no-cache"]);
});

test("scores fall in the order that the theme shows", () => {
  const shown = ordered([[{ location: "a/#x" }, { location: "a/" }, { location: "a/#y" }], [{ location: "b/" }]]);
  assert.deepEqual(shown.flat().map(({ location, score }) => [location, score]), [["a/#x", 3], ["a/", 4], ["a/#y", 2], ["b/", 1]]);
});

const built = new URL(`file://${process.env.SEARCH_INDEX}/`);
const manifest = JSON.parse(readFileSync(new URL("manifest.json", built), "utf8"));
const index = () => new Files(manifest, async (name) => new Uint8Array(gunzipSync(readFileSync(new URL(`${name}.ks`, built)))));

/** 결과에 남아도 되는 태그는 표시뿐이다. */
function assertSafe(items, query) {
  for (const entry of items.flat()) {
    const rest = `${entry.title}${entry.text}${(entry.tags || []).join("")}`.replaceAll("<mark>", "").replaceAll("</mark>", "");
    assert.ok(!/[<>"']/.test(rest), `${query}: ${rest}`);
  }
}

test("one slip, a merged syllable and an extra one still find the word", async () => {
  for (const slip of ["유니퐁", "윤폼", "유니이폼"]) {
    const files = index();
    const items = await show(files, await search(files, slip), slip);
    assert.equal(items[0]?.[0].location, "uniform/", slip);
  }
});

test("words written without a space are parted", async () => {
  assert.deepEqual(await segments(index(), split("유니폼최적화입는")[0]), ["유니폼", "최적화", "입는"]);
  const { missing, replaced } = await search(index(), "최적화유니폼");
  assert.deepEqual({ missing, replaced }, { missing: [], replaced: [["최적화유니폼", "최적화 유니폼"]] });
});

test("only names are offered, with their spaces", async () => {
  const files = new Files({ words: "aaaaaaaa", sounds: 2 }, async () => new TextEncoder().encode(JSON.stringify({ ㅎ: { w: [["학습률스케줄", 15, "학습률 스케줄"], ["학습하기", 20]] }, ㅎㅅ: { w: [["학습률스케줄", 15, "학습률 스케줄"]] } })));
  assert.deepEqual(await nearest(files, "학습율스케쥴"), ["학습률 스케줄"]);
  assert.deepEqual(await nearest(files, "ㅎ"), []);
  assert.deepEqual(await suggest(files, "학습률"), ["학습률 스케줄"]);
  assert.deepEqual(await suggest(files, "학습률스"), ["학습률스케줄"]);
});

test("a word that was replaced or is absent is named", async () => {
  const named = async (text) => {
    const { missing, replaced } = await search(index(), text);
    return { missing, replaced };
  };
  assert.deepEqual(await named("유니퐁"), { missing: [], replaced: [["유니퐁", "유니폼"]] });
  assert.deepEqual(await named("dbslvha"), { missing: [], replaced: [["dbslvha", "유니폼"]] });
  assert.deepEqual(await named("유니폼을 코끼리"), { missing: ["코끼리"], replaced: [] });
  assert.deepEqual(await named("유니폼을"), { missing: [], replaced: [] });
  /* 「유니폼도」에서 뗀 「도」는 조사일 수도, 다른 명사의 끝일 수도 있다. */
  assert.deepEqual(await named("유니폼도"), { missing: [], replaced: [["유니폼도", "유니폼"]] });
  assert.deepEqual(await named("유니포"), { missing: [], replaced: [["유니포", "유니폼"]] });
  assert.deepEqual(await named("유니"), { missing: [], replaced: [] });
});

/** 쓴 시간(ms). 다른 일로 바쁜 기기에서도 같도록 CPU 시간으로 잰다. */
function spent(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

test("any input is answered quickly, without an exception and as text", async () => {
  const files = index();
  let seed = 7;
  let answered = 0;
  const random = (most) => ((seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) >>> 8) % most;
  const pieces = ["옵티", "최적화", "script", "ㄱㄴ", "ㅊㅈ", "ㅏ", "\u1100\u1161", "😀", "<script>", "\"'&", "title:*", "(", "[\\", "+-~^", "\ud800", "keras.", "__proto__", "  ", "\u0000", "가".repeat(500)];
  for (let i = 0; i < Number(process.env.FUZZ || 5000); i++) {
    let text = "";
    for (let n = random(6) + 1; n; n--) text += random(3) ? pieces[random(pieces.length)] : String.fromCharCode(random(65536));
    const start = process.cpuUsage();
    const items = await show(files, await search(files, text), text);
    assert.ok(spent(start) < 200, text);
    assertSafe(items, text);
    if (items.length) answered++;
  }
  assert.ok(answered > 100);
  const start = process.cpuUsage();
  await search(files, "가<b>".repeat(25000));
  assert.ok(spent(start) < 200);
});
