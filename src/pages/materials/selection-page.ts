import { Injectable } from '@nestjs/common';
import { MailRegisterQuery } from '../../effects/index.js';
import {
  isOutstanding,
  isSettled,
  type ObligationRow,
  ObligationRegisterQuery,
  ObligationsQuery,
} from '../../obligations/index.js';
import { type Actor, InvalidInput } from '../../platform/index.js';
import { type RemindPreview, RemindPreviewQuery } from '../../reminders/index.js';
import { type FilterFields, filterOf, materialsPath, storyPath } from './register-fields.js';
import { statusView } from './status-view.js';

export const selectionActs = ['remind', 'accept', 'extend', 'waive'] as const;
export type SelectionAct = (typeof selectionActs)[number];

export interface Selection extends FilterFields {
  act: SelectionAct;
  ids: string[];
  /** Everything the filter leaves instead of the ticked ones. */
  all: boolean;
}

const most = 1000;

const words: Record<SelectionAct, { title: string; offered: (row: ObligationRow) => boolean; not: string }> =
  {
    remind: { title: '催报', offered: ({ state }) => isOutstanding(state), not: '不需要提醒' },
    accept: { title: '审核通过', offered: ({ state }) => state === 'submitted', not: '不在待审核状态' },
    extend: { title: '延期', offered: ({ state }) => !isSettled(state), not: '已经了结，不能延期' },
    waive: { title: '豁免', offered: ({ state }) => isOutstanding(state), not: '已经报送或者了结，不能豁免' },
  };

/** What an act on the chosen obligations would do, before it is done. */
@Injectable()
export class SelectionPage {
  constructor(
    private readonly register: ObligationRegisterQuery,
    private readonly obligations: ObligationsQuery,
    private readonly reminders: RemindPreviewQuery,
    private readonly mails: MailRegisterQuery,
  ) {}

  async view(compilationId: string, actor: Actor, selection: Selection) {
    const { act } = selection;
    const ids = await this.chosenIds(compilationId, selection);
    const rows = await this.obligations.list(compilationId, { ids });
    const { title, offered, not } = words[act];
    const common = {
      ...{ act, title, back: materialsPath(compilationId) },
      action: `${materialsPath(compilationId)}/selection/${act}`,
      chosen: rows.length,
    };
    if (act === 'remind') {
      const preview = await this.reminders.execute({ compilationId, actor }, ids);
      return { ...common, ...(await this.reminding(compilationId, preview)) };
    }
    const fit = rows.filter(offered);
    return {
      ...common,
      fit: fit.map((row) => lineOf(compilationId, row)),
      count: fit.length,
      mailCount: act === 'accept' ? 0 : fit.length,
      left: rows.filter((row) => !offered(row)).map((row) => leftLine(compilationId, row, not)),
      mails: [],
    };
  }

  private chosenIds(compilationId: string, { all, ids, ...fields }: Selection): Promise<string[]> | string[] {
    if (all) return this.register.ids(compilationId, filterOf(fields), most);
    if (ids.length === 0) throw new InvalidInput('没有勾选任务。请在列表中勾选后再办理。', 'nothing-chosen');
    return [...new Set(ids)];
  }

  private async reminding(compilationId: string, { mails, left }: RemindPreview) {
    const about = [...new Set(mails.map((mail) => mail.about ?? ''))];
    const rows = about.length === 0 ? [] : await this.obligations.list(compilationId, { ids: about });
    const written = [];
    for (const mail of mails) {
      const { subject, text } = await this.mails.write(mail);
      written.push({ to: mail.recipientName, address: mail.address, subject, text });
    }
    return {
      fit: rows.map((row) => lineOf(compilationId, row)),
      count: rows.length,
      mailCount: mails.length,
      left: left.map(({ obligationId, unitName, reason }) => ({
        ...{ unitName, reason },
        href: storyPath(compilationId, obligationId),
      })),
      mails: written,
    };
  }
}

const lineOf = (compilationId: string, row: ObligationRow) => ({
  id: row.id,
  unitName: row.unitName,
  title: row.title,
  status: statusView(row),
  deadlineText: row.deadlineText,
  href: storyPath(compilationId, row.id),
});

const leftLine = (compilationId: string, row: ObligationRow, reason: string) => ({
  unitName: row.unitName,
  reason: `${row.stateTitle}，${reason}`,
  href: storyPath(compilationId, row.id),
});
