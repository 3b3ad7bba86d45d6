import { type EntityManager } from 'typeorm';
import {
  bears,
  type ExpertConclusion,
  expertConclusions,
  type SignedOpinionsFacts,
} from '../../workflows/index.js';
import { type Invitee } from './invitee.entity.js';
import { type Meeting } from './meeting.entity.js';
import { participants } from './participants.js';
import { findInvitees, validSignatures } from './review.repository.js';
import { signedContentDigest } from './signed-content.js';

export interface Participation {
  /** Who took part: there, and not recused. */
  present: Invitee[];
  /** Those of them whose signature covers what stands there now. */
  signed: Invitee[];
}

/** A signature counts only for the content it was given under. */
export async function participation(reader: EntityManager, meeting: Meeting): Promise<Participation> {
  const present = participants(await findInvitees(reader, meeting.id));
  const signatures = await validSignatures(
    reader,
    present.map((invitee) => invitee.id),
  );
  const signed: Invitee[] = [];
  for (const invitee of present) {
    const digest = await signedContentDigest(reader, meeting, invitee);
    if (signatures.get(invitee.id)?.contentDigest === digest) signed.push(invitee);
  }
  return { present, signed };
}

/** What the signed opinions say of a conclusion. Names only where they hold it back: facts end in the ledger. */
export function signedOpinions(
  { present, signed }: Participation,
  { conclusion, minutes }: Pick<Meeting, 'conclusion' | 'minutes'>,
): SignedOpinionsFacts {
  const count = (one: ExpertConclusion) =>
    signed.filter(({ recommendation }) => recommendation === one).length;
  const recommended = Object.fromEntries(expertConclusions.map((one) => [one, count(one)]));
  const against = signed.filter(({ recommendation }) => !bears(recommendation, conclusion ?? ''));
  const heldBack = conclusion !== '重新论证' && against.length * 2 >= signed.length;
  return {
    participants: present.length,
    recommended: recommended as Record<ExpertConclusion, number>,
    contradicting: heldBack ? against.map(({ name }) => name) : [],
    explained: (minutes?.differenceReason ?? '').trim() !== '',
  };
}
