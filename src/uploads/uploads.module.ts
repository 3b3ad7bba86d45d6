import { Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { logger } from '../platform/index.js';
import { UploadShelf } from './upload-shelf.js';

const tidyEveryMs = 10 * 60_000;

/** Every process that stays tidies the shelf, also when nobody puts anything else there. */
@Module({ providers: [UploadShelf], exports: [UploadShelf] })
export class UploadsModule implements OnApplicationBootstrap, OnApplicationShutdown {
  private turn?: NodeJS.Timeout;

  constructor(private readonly shelf: UploadShelf) {}

  onApplicationBootstrap(): void {
    this.turn = setInterval(() => void this.tidy(), tidyEveryMs).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.turn);
  }

  private tidy(): Promise<void> {
    return this.shelf.tidy().catch((error: unknown) => {
      logger.warn({ err: error }, 'uploads that are over could not be removed');
    });
  }
}
