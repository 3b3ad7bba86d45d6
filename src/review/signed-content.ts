import { type EntityManager } from 'typeorm';
import { canonicalJson, sha256 } from '../platform/index.js';
import { type Invitee } from './invitee.entity.js';
import { type Meeting } from './meeting.entity.js';
import { ReviewPoint } from './review-point.entity.js';

/**
 * SHA-256 of what an expert signs: whose opinion it is, about which frozen draft, the recommended conclusion, its
 * reasons and the points by clause. The answers are the drafting group's and not covered.
 */
export async function signedContentDigest(
  reader: EntityManager,
  meeting: Pick<Meeting, 'id' | 'draftVersionId'>,
  invitee: Pick<Invitee, 'id' | 'partyId' | 'recommendation' | 'writtenOpinion'>,
): Promise<string> {
  const points = await reader.find(ReviewPoint, {
    where: { inviteeId: invitee.id },
    order: { number: 'ASC' },
  });
  return sha256(
    canonicalJson({
      meetingId: meeting.id,
      draftVersionId: meeting.draftVersionId,
      expertId: invitee.partyId,
      recommendation: invitee.recommendation,
      writtenOpinion: invitee.writtenOpinion,
      points: points.map(({ clauseId, content, dissent }) => ({ clauseId, content, dissent })),
    }),
  );
}
