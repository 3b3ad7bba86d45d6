import { OperatingFailure, Refusal, type Role, roleTitles } from '../platform/index.js';
import { type Party } from './visitor.js';

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

export class JsonExpected extends Refusal {
  constructor() {
    super('unsupported-media-type', '这里只收 application/json。请以该类型提交内容。', 415);
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

export class TooManyFields extends Refusal {
  constructor(most: number) {
    super('too-many-fields', `一次提交的栏目超过${most}个，未予接收。请分几次提交。`, 413);
  }
}

/** For whoever watches the process; people never meet it. */
export class NotReady extends OperatingFailure {
  constructor(why: string) {
    super('not-ready', `暂时不能办理业务：${why}。请查看运行日志。`);
  }
}

/** RFC 9110: nobody, or nobody the house knows, asks for what not everybody may have. */
export class SignInNeeded extends Refusal {
  constructor() {
    super('sign-in-needed', '请先登录，或者从邮件中的链接进入，然后再办理。', 401);
  }
}

/** What only the link in a mail opens: no post can sign in to it. */
export class LinkNeeded extends Refusal {
  constructor() {
    super(
      'link-needed',
      '请从邮件中的链接进入；离开超过30分钟的，从同一封邮件的链接再进入，已经填写的内容都还在。',
      401,
    );
  }
}

export class NotPermitted extends Refusal {
  constructor(by: readonly Role[]) {
    const who = by.map((role) => roleTitles[role]).join('、');
    super('not-permitted', `您没有办理这件事的权限，须由${who}办理。需要的，请联系系统管理员授予。`, 403);
  }
}

/** A page of another site, or a page of ours that was opened before signing in anew. */
export class FormExpired extends Refusal {
  constructor() {
    super(
      'form-expired',
      '这个页面打开得太久，或者不是从本系统打开的，内容没有提交。请重新打开要办理的页面；本页列有所填内容的，可以先复制下来。',
      403,
    );
  }
}

/** The session of whoever was writing has ended: the way back in, and nothing of what was written is lost. */
export class SessionEnded extends Refusal {
  constructor(maker: Party) {
    const byLink = !maker.key.startsWith('account:');
    const way = byLink ? `请从发给${maker.name}的邮件中的链接再进入` : '请在另一个标签页登录';
    super(
      'session-ended',
      `${maker.name}的登录已经结束，内容没有提交，仍保留在本页。${way}，然后回到本页再提交，不必重填。`,
      401,
    );
  }
}

/** Two parties in one browser: what was written for one is never registered for the other. */
export class FormOfAnother extends Refusal {
  constructor(maker: string, visitor: string) {
    super(
      'form-of-another',
      `这份内容是以“${maker}”的名义填写的，本浏览器现在以“${visitor}”的名义办理，所以没有提交，也没有登记给“${visitor}”。要提交的，请先从“${maker}”的链接再进入（或者以该岗位登录），然后回到本页再提交。`,
      403,
    );
  }
}

/** The address names what another party's link opens. */
export class NotWithinLink extends Refusal {
  constructor(visitor: string) {
    super(
      'not-within-link',
      `这个页面不属于“${visitor}”，而本浏览器现在以“${visitor}”的名义办理。要为别的单位办理的，请从发给那个单位的邮件中的链接进入。`,
      403,
    );
  }
}

export class SecondFactorMissing extends Refusal {
  constructor() {
    super('second-factor-missing', '本系统要求以动态验证码登录。请先在“我的账户”中绑定验证器，再办理。', 403);
  }
}
