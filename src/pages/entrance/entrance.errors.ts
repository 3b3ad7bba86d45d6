import { Refusal } from '../../platform/index.js';

export class PasswordsDiffer extends Refusal {
  constructor() {
    super('passwords-differ', '两次填写的口令不一样。请重新填写。', 422);
  }
}
