import LocalState
import StorageAPI

extension StoreError {
    /// A failure of the job-state database where a plug is expected: as the ledger of a job, or as its dead letters.
    init(_ error: LocalStateError, operation: String) {
        let (code, recovery): (Code, Recovery) =
            switch error.code {
            case .locked: (.unavailable, .transient)
            case .full: (.throttled, .transient)
            case .cancelled, .leaseLost: (.cancelled, .permanent)
            case .damaged, .foreign: (.corrupted, .permanent)
            case .unwritable: (.denied, .permanent)
            case .newer: (.unsupported, .permanent)
            case .notFound, .conflict, .invalid: (.rejected, .permanent)
            case .unexpected: (.unexpected, .permanent)
            }
        self.init(
            code, recovery: recovery, operation: operation, connector: "job-state database",
            message: error.description)
    }
}
