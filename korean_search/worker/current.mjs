/* 지금 올라가 있는 색인이 무엇인지 안다. 사이트를 새로 올려도, 열어 둔 쪽의 검색이 이어진다. */
import { Files } from "./files.mjs";

/* index.py의 FORMAT과 같다. 작업자는 브라우저에 10분까지 남아 다음 판의 색인을 만날 수 있으므로,
   읽는 법이 바뀌었으면 잘못 읽지 않고 쪽을 새로 고치라고 말한다. */
const FORMAT = 2;
/* 받아 둔 것으로만 답할 때와, 파일을 새로 받을 때 목록을 믿는 시간(ms). 사라진 파일을 찾지 않게 짧다. */
const TRUSTED = 60_000;
const TRUSTED_FOR_FILES = 2_000;

/** 뒤에 온 검색어가 앞질러 그만둔다. */
export class Overtaken extends Error {}
/** 작업자가 읽을 줄 모르는 색인이다. */
export class Unknown extends Error {}
class Changed extends Error {}

export class Current {
  /** `ask`는 캐시를 다루는 법을 받아 목록의 글을, `load`는 이름과 갈래를 받아 파일의 내용을 준다. */
  constructor(ask, load, now = Date.now) {
    Object.assign(this, { ask, load, now, asked: -Infinity, last: null });
  }

  /** 지금의 색인. 확인한 지 `age`가 지났을 때만 다시 묻고, 함께 물은 것은 한 번만 보낸다. */
  files(age = TRUSTED, cache = "no-cache") {
    if (this.last && this.now() - this.asked < age) return this.last;
    this.asked = this.now();
    const last = this.renewed(this.last, cache);
    last.catch(() => (this.last = null));
    return (this.last = last);
  }

  /** 앞질린 검색어의 파일을 더 받지 않는다. */
  async drop() {
    (await this.last)?.drop();
  }

  async renewed(before, cache) {
    const files = await before;
    let text;
    try {
      text = await this.ask(cache);
    } catch (error) {
      /* 인터넷이 끊겼을 때는 받아 둔 것으로 답한다. */
      if (files) return files;
      throw error;
    }
    if (files?.text === text) return files;
    const manifest = JSON.parse(text);
    if (manifest.format !== FORMAT) throw new Unknown(`색인의 format이 ${manifest.format}이다`);
    return Object.assign(new Files(manifest, this.load, undefined, files?.kept), { text });
  }

  /** 지금의 색인으로 일한다. `wait`는 파일을 받기 전마다 기다리고, 앞질렸으면 Overtaken을 던진다. */
  async use(task, wait) {
    let files = await this.files();
    for (let left = 2; ; left--) {
      const ready = async () => {
        await wait();
        if ((await this.files(TRUSTED_FOR_FILES)) !== files) throw new Changed();
        await wait();
      };
      try {
        return await task(files.waiting(ready));
      } catch (error) {
        if (error instanceof Overtaken || !left) throw error;
        const found = await this.newer(files, error);
        if (found === files) throw error;
        files = found;
      }
    }
  }

  /** 파일이 없으면 새로 올라온 것일 수 있으므로, 중간에 남은 것을 믿지 않고 목록을 다시 묻는다. */
  newer(files, error) {
    return error instanceof Changed ? this.files() : this.files(0, "reload");
  }
}
