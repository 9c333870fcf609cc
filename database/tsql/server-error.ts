/** What SQL Server answers, known by its number; the driver hands it on as a RequestError. */
export class ServerError extends Error {
  override readonly name = 'ServerError';
  constructor(
    readonly number: number,
    message: string,
  ) {
    super(message);
  }
}
