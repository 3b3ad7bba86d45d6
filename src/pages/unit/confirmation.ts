import { Injectable } from '@nestjs/common';
import { CodeRefused, type CodeHolder, type CodePurpose, MailedCodesUseCase } from '../../access/index.js';
import { formatDateTime } from '../../calendar/index.js';

/** What the page that asks for the code shows of it. */
export interface CodeView {
  /** Until when the code sent last is good; null when none was sent or it has run out. */
  validUntil: string | null;
  /** Why the code that was entered did not do. */
  refused: string | null;
}

export const submitting: CodePurpose = { key: 'submit', act: '报送' };
export const codeSent = '验证码已发往登记的联络员邮箱，15分钟内有效。';
export const statusOf = (refused: string | null): number => (refused === null ? 200 : 422);

/** The step between wanting to hand in (or take back) and doing it: six digits from the registered mailbox. */
@Injectable()
export class Confirmation {
  constructor(private readonly codes: MailedCodesUseCase) {}

  async send(holder: CodeHolder, purpose: CodePurpose): Promise<void> {
    await this.codes.send(holder, purpose);
  }

  /** A code that is still good need not be sent again because somebody went back to look. */
  async sendUnlessSent(holder: CodeHolder, purpose: CodePurpose): Promise<string> {
    const standing = await this.codes.validUntil(holder, purpose.key);
    if (standing === null) await this.send(holder, purpose);
    return codeSent;
  }

  async view(holder: CodeHolder, { key }: CodePurpose, refused: string | null = null): Promise<CodeView> {
    const until = await this.codes.validUntil(holder, key);
    return { validUntil: until === null ? null : formatDateTime(until), refused };
  }

  /**
   * @returns why the code was refused, null when it was right. Said on the page itself, so that what was typed beside
   * the code stays where it is.
   */
  async enter(holder: CodeHolder, { key }: CodePurpose, code: string): Promise<string | null> {
    try {
      await this.codes.use(holder, key, code.replace(/\s/g, ''));
      return null;
    } catch (error) {
      if (error instanceof CodeRefused) return error.userMessage;
      throw error;
    }
  }
}
