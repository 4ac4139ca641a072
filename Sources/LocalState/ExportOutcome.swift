/// How an export ended.
public enum ExportOutcome: Sendable, Hashable {
    /// All files are there, whole: their absolute paths or URIs.
    case done(files: [String])
    /// It failed, for this reason in one sentence; no file of it is left.
    case failed(String)
    /// It was cancelled; no file of it is left.
    case cancelled
}
