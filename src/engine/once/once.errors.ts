import { InvalidInput, Refusal } from '../../platform/index.js';

/** Under one key two different things were asked. */
export class KeyReused extends Refusal {
  constructor() {
    super(
      'key-reused',
      '这一次提交（同一幂等键）已经办理过，现在的内容与那一次不同，所以没有再次办理。请先核对已经登记的内容；确实还要另办一件的，请重新提交（用新的幂等键）。',
      422,
    );
  }
}

/** The first request with the key is still being answered, here or in another process. */
export class KeyUnderWay extends Refusal {
  constructor() {
    super('key-under-way', '同一次提交（同一幂等键）正在办理，还没有结果。请稍候再试，不会重复办理。', 409);
  }
}

export class KeyUnfit extends InvalidInput {
  constructor(shortest: number) {
    super(`Idempotency-Key 应为${shortest}至200个可见的ASCII字符。请改用例如UUID的键。`, 'key-unfit');
  }
}
