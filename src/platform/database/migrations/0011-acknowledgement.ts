import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** 签收: when each unit said that the notice reached it. */
export class Acknowledgement1700000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "obligation" ADD COLUMN "acknowledgedAt" bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "obligation" DROP COLUMN "acknowledgedAt"');
  }
}
