/** The published data are in between: a report made now would contradict itself. Asking again later helps. */
export class ReportNotReady extends Error {
  override readonly name = 'ReportNotReady'
}
