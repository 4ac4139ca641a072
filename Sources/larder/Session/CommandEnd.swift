import ArgumentParser
import Operations

/// The end of a command: errors told, the exit code of the contract.
enum CommandEnd {
    static func reached(
        _ format: OutputFormat, _ body: () async throws(OperationError) -> ExitStatus
    ) async throws(ExitCode) {
        let status: ExitStatus
        do throws(OperationError) {
            status = try await body()
        } catch {
            ErrorText.write(error, format)
            status = ExitStatus(error.code)
        }
        if status != .done { throw ExitCode(status.rawValue) }
    }
}
