/**
 * A refusal is an answer to a person, not a fault of the program: what was asked is not possible now, the
 * sentence says what is missing and what to do. Doors map `status` to HTTP once; nothing retries a refusal.
 */
export abstract class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly userMessage: string,
    readonly status = 422,
  ) {
    super(`${code}: ${userMessage}`);
    this.name = new.target.name;
  }
}

/** Something named by an id or a key does not exist, or not in this compilation. */
export class NotFound extends Refusal {
  constructor(what: string, id: string) {
    super('not-found', `找不到${what}“${id}”。请核对编号，或者回到列表重新选择。`, 404);
  }
}

/** Two people changed the same thing; the second one's work is not written over the first one's. */
export class StaleRevision extends Refusal {
  /**
   * @param current what is stored now, so that neither text need be looked for
   * @param now the same in words, where the fields alone do not say it
   */
  constructor(
    what: string,
    readonly current: CurrentContent | null = null,
    now?: string,
  ) {
    super(
      'stale-revision',
      `${what}在您打开之后已被修改，您的修改没有保存。${now === undefined ? '' : `现在是：${now}。`}请对照现在保存的内容，合并后再提交。`,
      409,
    );
  }
}

/** By the names of the fields in which it is edited; a repeated field has a list. */
export type StoredFields = Readonly<Record<string, string | readonly string[]>>;

export interface CurrentContent {
  fields: StoredFields;
  /** From which an edit begins that has seen it. */
  revision?: number;
  mark?: string;
}

/** What was entered does not have the form that is needed. */
export class InvalidInput extends Refusal {
  constructor(userMessage: string, code = 'invalid-input') {
    super(code, userMessage, 400);
  }
}
