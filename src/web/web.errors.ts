import { Refusal } from '../platform/index.js';

/** RFC 9110: the answer to a write that does not say who acts. */
export class ActorMissing extends Refusal {
  constructor(header: string) {
    super(
      'actor-missing',
      `请求没有写明办理人。请加上请求头 ${header}，例如 ${header}: secretariat:office-1。`,
      401,
    );
  }
}

export class ActorUnknown extends Refusal {
  constructor(header: string, kinds: readonly string[]) {
    super(
      'actor-unknown',
      `请求头 ${header} 应写作“身份:编号”，身份为 ${kinds.join('、')} 之一，编号为1至64个小写字母、数字或者连字符。`,
      401,
    );
  }
}

/** A page of another site that a browser was led to believe lives here must not speak to this door. */
export class ForeignHost extends Refusal {
  constructor() {
    super('foreign-host', '请求的主机名不是本系统的地址。请用启动时显示的地址访问。', 421);
  }
}

export class NotMultipart extends Refusal {
  constructor() {
    super('not-multipart', '这里须上传文件。请以 multipart/form-data 提交，文件放在 file 一栏。', 415);
  }
}

export class FileNotExpected extends Refusal {
  constructor() {
    super('file-not-expected', '这里不收文件。请以 application/json 提交内容。', 415);
  }
}

export class FileMissing extends Refusal {
  constructor() {
    super('file-missing', '没有收到文件。请选择文件后再提交。', 400);
  }
}

export class FieldTooLong extends Refusal {
  constructor(field: string) {
    super('field-too-long', `“${field.slice(0, 50)}”一栏内容过长，未予接收。请缩短后再提交。`, 413);
  }
}

/** For whoever watches the process; people never meet it. */
export class NotReady extends Refusal {
  constructor(why: string) {
    super('not-ready', `暂时不能办理业务：${why}。请查看运行日志。`, 503);
  }
}
