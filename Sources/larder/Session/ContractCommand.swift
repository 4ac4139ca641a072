import ArgumentParser
import Operations
import Services

/// A command that ends by the contract of the command line: errors told on standard error, one of its exit codes.
protocol ContractCommand: AsyncParsableCommand, Sendable {
    var options: CommandOptions { get }

    /// Does the work.
    ///
    /// - Returns: `done`, or what the exit code is to say where some targets failed.
    func carryOut() async throws(OperationError) -> ExitStatus
}

extension ContractCommand {
    /// Does the work, tells errors, and ends with the exit code of the contract.
    mutating func run() async throws {
        let command = self
        try await CommandEnd.reached(command.options.format) { () async throws(OperationError) -> ExitStatus in
            try await command.carryOut()
        }
    }

    /// The workspace's folder as the options and the environment say.
    var place: WorkspacePlace { options.workspaceOptions.place }
}
