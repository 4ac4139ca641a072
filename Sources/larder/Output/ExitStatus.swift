import Operations

/// The exit codes of the command line's contract.
enum ExitStatus: Int32, Sendable {
    case done = 0
    case failed = 1
    case usage = 2
    case unreachable = 3
    case timedOut = 4
    case notFound = 5
    case refused = 6
    case interrupted = 130

    init(_ code: OperationError.Code) {
        self =
            switch code {
            case .failed: .failed
            case .invalid: .usage
            case .unreachable: .unreachable
            case .timedOut: .timedOut
            case .notFound: .notFound
            case .refused: .refused
            case .interrupted: .interrupted
            }
    }
}
