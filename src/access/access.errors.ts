import { Refusal } from '../platform/index.js';

/** One sentence for a wrong name and a wrong password: nobody learns which posts exist (ASVS 5.0, 6.3.8). */
export class SignInRefused extends Refusal {
  constructor() {
    super('sign-in-refused', '岗位名或者口令不对。请核对后再试；连续5次不对的，15分钟内不能再试。', 422);
  }
}

export class LockedOut extends Refusal {
  constructor(minutes: number) {
    super(
      'locked-out',
      `连续5次没有通过，请${minutes}分钟后再试。忘记口令的，请系统管理员重发设置口令的链接。`,
      429,
    );
  }
}

export class CodeRefused extends Refusal {
  constructor() {
    super('code-refused', '验证码不对或者已经过期。请核对最近一次的六位数字；过期的，请重新获取。', 422);
  }
}

export class TooManyCodes extends Refusal {
  constructor() {
    super(
      'too-many-codes',
      '一小时内已经发送5次验证码。请先查看邮箱（包括垃圾邮件），一小时后可以再次获取。',
      429,
    );
  }
}

export class TooManyLinks extends Refusal {
  constructor() {
    super(
      'too-many-links',
      '一小时内已经发送3次新链接。请先查看登记的联络员邮箱（包括垃圾邮件），一小时后可以再次申请。',
      429,
    );
  }
}

export class NoContact extends Refusal {
  constructor() {
    super('no-contact', '贵单位没有登记联络员邮箱，验证码无处可发。请与秘书处联系，登记后再办理。', 409);
  }
}

/** The same for a link that never was, was used, was revoked or has run out: a guess learns nothing. */
export class LinkVoid extends Refusal {
  constructor() {
    super(
      'link-void',
      '这个链接无效，或者已经使用、停用、过期。请使用最近一封邮件中的链接；仍不行的，请与秘书处联系。',
      404,
    );
  }
}

export class WeakPassword extends Refusal {
  constructor(why: string) {
    super('weak-password', `口令${why}。请另设一个：不少于12个字符，可以用一句自己记得住的话。`, 422);
  }
}

export class SignInNameTaken extends Refusal {
  constructor(name: string) {
    super('sign-in-name-taken', `岗位名“${name}”已经有了。请换一个，例如 office-2。`, 409);
  }
}

export class LastAdministrator extends Refusal {
  constructor() {
    super(
      'last-administrator',
      '这是唯一的系统管理员，停用或者收回后无人能管理账户。请先给别的岗位授予系统管理。',
      422,
    );
  }
}

export class AccountElsewhere extends Refusal {
  constructor() {
    super(
      'account-elsewhere',
      '该账户在您不管理的编制项目中也有权限，不能由您办理。请那个项目的系统管理员办理，或者先由其收回权限。',
      403,
    );
  }
}
