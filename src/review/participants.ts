import { type Invitee } from './invitee.entity.js';

/** 第二十条: an expert with a direct interest in the matter is recused. */
export const isRecused = (invitee: Pick<Invitee, 'conflict'>): boolean => invitee.conflict === 'direct';

/** Who was there and may take part in the conclusion. */
export const participants = (invitees: Invitee[]): Invitee[] =>
  invitees.filter((invitee) => invitee.present && !isRecused(invitee));

/** Who was there without having said whether they have a direct interest. */
export const undeclared = (invitees: Invitee[]): Invitee[] =>
  invitees.filter((invitee) => invitee.present && invitee.conflict === null);
