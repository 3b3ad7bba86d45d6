/** Ends the server of start-postgres.mjs; `persistent: false` removes its files. */
export default async function stopPostgres() {
  await globalThis.embeddedPostgres?.stop();
}
