import { Injectable } from '@nestjs/common';
import { findCompilation, mailHeading } from '../compilation/index.js';
import { Acts, positionOf } from '../engine/index.js';
import { Refusal, saveRevision, systemActor } from '../platform/index.js';
import { approveStage } from '../../workflows/index.js';
import { type BuiltPacket } from './build-packet.js';
import { PacketBuild } from './packet-build.entity.js';
import { packetBuiltMail } from './packet-mail.js';
import { findBuild } from './packet.repository.js';

/** Two workers, or a worker and a command, built the same packet; its bytes are the same. */
export class AlreadyBuilt extends Refusal {
  constructor() {
    super('packet-already-built', '报批材料已经生成，无需再次登记。', 409);
  }
}

/** Records that a packet is built, and tells the secretariat. */
@Injectable()
export class RecordBuildUseCase {
  constructor(private readonly acts: Acts) {}

  execute(compilationId: string, buildId: string, built: BuiltPacket): Promise<void> {
    const order = { compilationId, actor: systemActor('worker'), type: 'packet.built' };
    return this.acts.perform(order, async (act) => {
      const build = await findBuild(act.tx, compilationId, buildId);
      if (build.state !== 'requested') throw new AlreadyBuilt();
      const { sha256, sm3, size } = built;
      const change = { state: 'built' as const, sha256, sm3, sizeBytes: size, builtAt: act.now };
      await saveRevision(act.tx, PacketBuild, build, change, '报批材料');
      const compilation = await findCompilation(act.tx, compilationId);
      const { submitted: version } = (await positionOf(act.tx, compilationId)).words(approveStage).versions;
      const heading = mailHeading(compilation);
      const content = { files: built.files, version };
      await act.post([packetBuiltMail(heading, compilation.contact, { ...build, ...change }, content)]);
      act.note({ id: buildId, sha256, sm3, size });
    });
  }
}
