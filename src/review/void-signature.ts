import { IsNull } from 'typeorm';
import { type Act } from '../engine/index.js';
import { Signature } from './signature.entity.js';

/** A signature covers what stood there when it was given: any change afterwards voids it. */
export async function voidSignature(act: Act, inviteeId: string): Promise<boolean> {
  const [signature] = await act.tx.findBy(Signature, { inviteeId, voidedAt: IsNull() });
  if (signature === undefined) return false;
  await act.tx.update(Signature, { id: signature.id }, { voidedAt: act.now });
  act.note({ voidedSignature: signature.id });
  return true;
}
