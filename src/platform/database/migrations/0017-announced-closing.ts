import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The closing day as the public was last told it, so that an extension is announced only when there is one. */
export class AnnouncedClosing1700000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "consultation_notice" ADD COLUMN "announcedClosesAt" bigint');
    await runner.query('UPDATE "consultation_notice" SET "announcedClosesAt" = "closesAt"');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "consultation_notice" DROP COLUMN "announcedClosesAt"');
  }
}
