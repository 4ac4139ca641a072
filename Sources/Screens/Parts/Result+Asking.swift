import ConsoleKit
import Operations

extension Result where Failure == Problem {
    /// The answer of an operation, its error turned into a problem for the operator.
    init(asking question: () async throws(OperationError) -> Success) async {
        do throws(OperationError) {
            self = .success(try await question())
        } catch {
            self = .failure(Problem(error))
        }
    }
}
