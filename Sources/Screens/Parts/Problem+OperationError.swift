import ConsoleKit
import Operations

extension Problem {
    /// What an operation's failure says to the operator.
    init(_ error: OperationError) {
        self.init(error.message, hint: error.hint)
    }
}
