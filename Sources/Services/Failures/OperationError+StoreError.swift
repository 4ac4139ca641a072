import FeatureModel
public import Operations
public import StorageAPI

extension OperationError {
    /// A store's failure as every door tells it. The table of exit codes in the command line's contract follows from
    /// this one: unavailable and throttled are unreachable, timed out is timed out, misconfigured and unsupported are
    /// invalid, denied is refused, cancelled is interrupted, everything else failed.
    public init(_ error: StoreError) {
        self.init(
            Self.code(for: error.code), error.description, target: error.store?.rawValue ?? error.connector,
            hint: Self.hint(for: error))
    }

    private static func code(for code: StoreError.Code) -> Code {
        switch code {
        case .unavailable, .throttled: .unreachable
        case .timedOut: .timedOut
        case .misconfigured, .unsupported: .invalid
        case .denied: .refused
        case .cancelled: .interrupted
        case .rejected, .corrupted, .unexpected: .failed
        }
    }

    private static func hint(for error: StoreError) -> String? {
        switch error.code {
        case .unavailable, .timedOut, .throttled:
            error.store.map { "larder stores check \($0) tells how it is" }
        case .misconfigured: "larder connectors get \(error.connector) lists the settings"
        default: nil
        }
    }
}
