/**
 * What each mail in templates/mail/ is told. Plain data: texts are ready to print (dates with weekday, counts in
 * words), null marks what is absent. Links are added by the sender, which alone knows the key they derive from.
 */

export interface MailView {
  compilation: {
    /** Without 《》: 质量强国建设纲要上海实施方案. */
    title: string;
    /** The defined short name, without 《》: 实施方案. */
    shortTitle: string;
    /** 沪质办〔2021〕4号. */
    documentNumber: string;
    /** 上海市质量工作领导小组办公室. */
    issuer: string;
    /** Who signs: 《实施方案》起草工作组秘书处. */
    secretariat: string;
    /** Whom to ask (联系人、联系电话、电子邮箱 at the end of the notice), as configured. */
    contact: { office: string; telephone: string; address: string };
  };
  /** `name` is the recipient's role, for example 联络员. */
  recipient: { name: string; unitName: string };
  /** The one button of the mail; null when there is nothing to do. */
  action: { label: string; url: string } | null;
  /** The day of sending: 2021年7月21日. */
  sentOnText: string;
  /** The row of the register this mail belongs to, printed in its foot. */
  reference: string;
}

/** One deadline as the calendar words it: the nominal day, the effective end, and what is left until it. */
export interface DeadlineText {
  /** 7月25日（星期日）. */
  nominalText: string;
  /** 7月26日（星期一）24:00. */
  effectiveText: string;
  /** 还有3个工作日, 今天截止 or 已逾期3个工作日. */
  leftText: string;
  /** Whether the effective end was moved because the nominal day is not a working day. */
  rolled: boolean;
}

interface WithDeadline extends MailView {
  deadline: DeadlineText;
}

interface WithObligation extends WithDeadline {
  /** What is owed: 《实施方案》材料, 课题研究报告. */
  obligation: { title: string };
}

export interface NoticeMail extends WithObligation {
  /** The notice being served, without 《》. */
  noticeTitle: string;
  obligation: { title: string; lengthText: string; parts: string[] };
  /** The topics an institute may choose from; empty for every other category. */
  topics: string[];
}

export interface ReminderMail extends WithObligation {
  /** What is saved so far, part by part; empty when nothing was entered yet. */
  progress: { title: string; text: string; missing: boolean }[];
}

export interface OverdueMail extends WithObligation {
  /** True in the mail that tells the unit's leader, which begins at the third working day of lateness. */
  toLeader: boolean;
}

export interface ReceiptMail extends MailView {
  obligation: { title: string };
  submission: {
    number: string;
    submittedAtText: string;
    sha256: string;
    parts: { title: string; text: string }[];
    /** 逾期2个工作日报送, or null when it came in time. */
    lateText: string | null;
  };
}

export interface ReturnedMail extends WithObligation {
  returnedOnText: string;
  comments: string[];
}

export interface ExtensionMail extends WithObligation {
  extension: { previousEffectiveText: string; reason: string; approvedBy: string; approvedOnText: string };
}

export interface ExtensionDeclinedMail extends WithObligation {
  /** The day asked for, and why it is not granted. */
  request: { untilText: string; declinedBecause: string };
}

/** The timeline moved: the same obligation has another date. */
export interface DeadlineMovedMail extends WithObligation {
  moved: { previousEffectiveText: string };
}

/** Nothing is owed any more: the secretariat waived it. */
export interface WaivedMail extends WithObligation {
  waiver: { reason: string; approvedBy: string; approvedOnText: string };
}

/** The waiver was given by mistake; it is owed again. */
export interface WaiverRevokedMail extends WithObligation {
  revocation: { onText: string; reason: string };
}

/** The unit took back what it had handed in; it is owed again. */
export interface WithdrawnMail extends WithObligation {
  withdrawal: { atText: string };
}

/** The compilation is suspended or terminated, and with it what the unit owes. */
export interface CourseMail extends WithObligation {
  course: { onText: string; reason: string };
}

/** The compilation goes on; what is owed is owed again, until the date that was set anew. */
export interface ResumedMail extends WithObligation {
  course: { onText: string };
}

/** A meeting does not take place as arranged, or one is no longer invited to it. */
export interface MeetingCalledOffMail extends MailView {
  meeting: { title: string; startsAtText: string; reason: string };
}

export interface InvitationMail extends MailView {
  meeting: {
    /** 专家论证会 or 市质量工作领导小组全体会议. */
    title: string;
    startsAtText: string;
    place: string;
    agenda: string[];
    /** What to read beforehand and what to declare or sign. */
    preparation: string[];
  };
  replyByText: string | null;
}

export interface ConsultationOpenedMail extends WithDeadline {
  consultation: {
    /** 《质量强国建设纲要上海实施方案（征求意见稿）》 without 《》. */
    draftTitle: string;
    openedOnText: string;
    /** 公开征求意见的期限：30日, as published. */
    periodText: string;
  };
}

export interface ConsultationExtendedMail extends MailView {
  consultation: { draftTitle: string; previousClosesText: string; closesText: string; reason: string };
  /** Until when the unit's own reply is expected; null once it is there. */
  deadline: DeadlineText | null;
}

export interface FeedbackPublishedMail extends MailView {
  feedback: {
    draftTitle: string;
    publishedOnText: string;
    total: number;
    adopted: number;
    partlyAdopted: number;
    notAdopted: number;
    alreadyReflected: number;
    keptForStudy: number;
  };
}

export interface PacketBuiltMail extends MailView {
  packet: {
    draftTitle: string;
    fileName: string;
    builtAtText: string;
    ledgerSequence: number;
    sha256: string;
    sm3: string;
    parts: { name: string; sizeText: string }[];
  };
}

/** One a working day, for the secretariat: what came in, who is late, what failed, what the next gate lacks. */
export interface DigestMail extends MailView {
  dateText: string;
  stateText: string;
  counts: { owed: number; submitted: number; accepted: number; waived: number; late: number };
  received: { unitName: string; title: string; atText: string }[];
  late: { unitName: string; title: string; effectiveText: string; leftText: string }[];
  dueSoon: { unitName: string; title: string; effectiveText: string; leftText: string }[];
  extensionRequests: { unitName: string; title: string; reason: string; askedForText: string }[];
  failedMails: { recipient: string; subject: string; reason: string }[];
  gate: { nextTitle: string; unmet: string[] };
}

/** The one-time code with which an expert signs a written opinion. */
export interface SigningCodeMail extends MailView {
  signing: { documentTitle: string; code: string; validUntilText: string; sha256: string };
}

/** The one-time code with which a unit confirms that it hands in, or takes back. */
export interface AccessCodeMail extends MailView {
  confirmation: {
    /** 报送, 撤回, 提交回函. */
    act: string;
    /** What is owed, without 《》. */
    title: string;
    code: string;
    validUntilText: string;
  };
}

/** A unit asked for a new link, because the one it had is void. */
export interface NewLinkMail extends MailView {
  link: { title: string };
}

/** Shows an administrator that mails leave and arrive. */
export interface TestMail extends MailView {
  test: { askedForAtText: string };
}

/** Folder name below templates/mail/ → what its three parts are told. */
export interface MailViews {
  notice: NoticeMail;
  reminder: ReminderMail;
  overdue: OverdueMail;
  receipt: ReceiptMail;
  returned: ReturnedMail;
  extension: ExtensionMail;
  'extension-declined': ExtensionDeclinedMail;
  'deadline-moved': DeadlineMovedMail;
  waived: WaivedMail;
  'waiver-revoked': WaiverRevokedMail;
  withdrawn: WithdrawnMail;
  suspended: CourseMail;
  resumed: ResumedMail;
  terminated: CourseMail;
  'meeting-called-off': MeetingCalledOffMail;
  'invitation-withdrawn': MeetingCalledOffMail;
  invitation: InvitationMail;
  'consultation-opened': ConsultationOpenedMail;
  'consultation-extended': ConsultationExtendedMail;
  'feedback-published': FeedbackPublishedMail;
  'packet-built': PacketBuiltMail;
  digest: DigestMail;
  'signing-code': SigningCodeMail;
  'access-code': AccessCodeMail;
  'new-link': NewLinkMail;
  test: TestMail;
}

export type MailName = keyof MailViews;

export const mailNames: readonly MailName[] = [
  'notice',
  'reminder',
  'overdue',
  'receipt',
  'returned',
  'extension',
  'extension-declined',
  'deadline-moved',
  'waived',
  'waiver-revoked',
  'withdrawn',
  'suspended',
  'resumed',
  'terminated',
  'meeting-called-off',
  'invitation-withdrawn',
  'invitation',
  'consultation-opened',
  'consultation-extended',
  'feedback-published',
  'packet-built',
  'digest',
  'signing-code',
  'access-code',
  'new-link',
  'test',
];
