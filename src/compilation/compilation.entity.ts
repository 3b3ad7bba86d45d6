import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type CalendarDate, type DeadlineRule } from '../calendar/index.js';
import { type Instant, instantColumn, jsonColumn, optionalInstantColumn } from '../platform/index.js';

/** 编制项目: one plan being written, from its notice to its publication. */
@Entity('compilation')
export class Compilation {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  /** 《质量强国建设纲要上海实施方案》 */
  @Column({ type: 'text' })
  title!: string;

  /** 《实施方案》 */
  @Column({ type: 'text' })
  shortTitle!: string;

  /** 发文字号; unique among compilations (代字、年份、序号). */
  @Column({ type: 'text', nullable: true })
  documentNumber!: string | null;

  /** Full text of the notice, as it is sent to the units. */
  @Column({ type: 'text' })
  noticeTitle!: string;

  /** 主动公开、依申请公开 … (此件公开发布). */
  @Column({ type: 'text' })
  publicity!: string;

  /** Who issues the notice: 上海市质量工作领导小组办公室. */
  @Column({ type: 'text' })
  issuer!: string;

  /** Who does the daily work and signs the mails: 《实施方案》起草工作组秘书处. */
  @Column({ type: 'text' })
  secretariat!: string;

  /** Who may be asked: office, telephone and mailbox of the secretariat, as configured. */
  @Column(jsonColumn)
  contact!: { office: string; telephone: string; address: string };

  @Column({ type: 'boolean' })
  decisionCatalogued!: boolean;

  @Column({ type: 'text' })
  firstDay!: CalendarDate;

  @Column(instantColumn)
  preparedAt!: Instant;

  @Column(optionalInstantColumn)
  startedAt!: Instant | null;

  @Column(optionalInstantColumn)
  suspendedAt!: Instant | null;
}

/** A date of the timeline: nominal, effective, and the rule that leads from one to the other. */
@Entity('deadline')
export class Deadline {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  stage!: string;

  /** The main-line event that should have happened by then. */
  @Column({ type: 'text' })
  event!: string;

  @Column({ type: 'text' })
  source!: string;

  @Column({ type: 'integer' })
  position!: number;

  @Column(jsonColumn)
  rule!: DeadlineRule;

  @Column({ type: 'text' })
  nominal!: CalendarDate;

  @Column(instantColumn)
  effectiveAt!: Instant;

  /** The rule in Chinese, as it is shown. */
  @Column({ type: 'text' })
  ruleText!: string;

  /** Grows when the deadline moves; reminders and calendar entries follow it. */
  @Column({ type: 'integer' })
  revision!: number;

  @Column(instantColumn)
  confirmedAt!: Instant;
}

export type GroupRole = 'head' | 'member' | 'secretariat';

/** 起草工作组: posts, not persons (通知三、（四）). */
@Entity('drafting_group_member')
export class DraftingGroupMember {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  @Column({ type: 'text' })
  role!: GroupRole;

  @Column({ type: 'text' })
  organisation!: string;

  @Column({ type: 'text' })
  post!: string;

  @Column({ type: 'text' })
  address!: string;
}
