import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** How often the calendar entry of an obligation changed: moved with its deadline, cancelled, entered again. */
export class CalendarSequence1700000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "obligation" ADD COLUMN "calendarSequence" integer NOT NULL DEFAULT 0');
    // Until now only a deadline's revision changed an entry.
    await runner.query('UPDATE "obligation" SET "calendarSequence" = "deadlineRevision" - 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "obligation" DROP COLUMN "calendarSequence"');
  }
}
