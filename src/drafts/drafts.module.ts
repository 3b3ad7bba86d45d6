import { Module } from '@nestjs/common';
import { Ports } from '../engine/index.js';
import { ConfirmDraftUseCase } from './confirm-draft.use-case.js';
import { draftReactions } from './draft.reactions.js';
import { draftsFacts } from './drafts.facts.js';
import { ImportDraftUseCase } from './import-draft.use-case.js';

const services = [ConfirmDraftUseCase, ImportDraftUseCase];

@Module({ providers: services, exports: services })
export class DraftsModule {
  constructor(ports: Ports) {
    ports.addFactSources(...draftsFacts);
    ports.addReactions(...draftReactions);
  }
}
