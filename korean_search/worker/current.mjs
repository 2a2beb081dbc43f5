/* 지금 올라가 있는 색인이 무엇인지 안다. 사이트를 새로 올려도, 열어 둔 쪽의 검색이 이어진다. */
import { Files } from "./files.mjs";

/* index.py의 FORMAT과 같다. 작업자는 브라우저에 10분까지 남아 다음 판의 색인을 만날 수 있으므로,
   읽는 법이 바뀌었으면 잘못 읽지 않고 쪽을 새로 고치라고 말한다. */
const FORMAT = 2;
/* 목록을 믿는 시간(ms). 새로 찾기 시작할 때는 사라진 파일을 묻지 않게 짧고, 이어 치는 동안에는 기다리지 않게 길다. */
export const FRESH = 10_000;
const TRUSTED = 60_000;

/** 뒤에 온 검색어가 앞질러 그만둔다. */
export class Overtaken extends Error {}
/** 작업자가 읽을 줄 모르는 색인이다. */
export class Unknown extends Error {}

export class Current {
  /** `ask`는 캐시를 다루는 법을 받아 목록의 글을, `load`는 이름을 받아 파일의 내용을 준다. */
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

  /**
   * 지금의 색인으로 일한다. 목록은 일을 시작할 때만 묻는다. 중간에 물으면 한 번씩 더 오간다.
   *
   * `wait`는 파일을 받기 전마다 기다리고, 앞질렸으면 Overtaken을 던진다.
   */
  async use(task, wait, age = TRUSTED) {
    let files = await this.files(age);
    for (let left = 2; ; left--) {
      try {
        return await task(files.waiting(wait));
      } catch (error) {
        if (error instanceof Overtaken || !left) throw error;
        /* 파일이 없으면 새로 올라온 것일 수 있으므로, 중간에 남은 것을 믿지 않고 목록을 다시 묻는다. */
        const found = await this.files(0, "reload");
        if (found === files) throw error;
        files = found;
      }
    }
  }
}
