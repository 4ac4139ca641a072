import ArgumentParser
import Operations

/// A command that works on a workspace.
protocol LarderCommand: AsyncParsableCommand, Sendable {
    var workspaceOptions: WorkspaceOptions { get }
    var talkOptions: TalkOptions { get }
    /// The form of data, which is the form of errors too.
    var format: OutputFormat { get }

    /// Does the work.
    ///
    /// - Returns: `done`, or what the exit code is to say where some targets failed.
    func run(in session: Session) async throws(OperationError) -> ExitStatus
}

extension LarderCommand {
    var format: OutputFormat { .table }

    /// Opens the workspace, does the work, tells errors, and ends with the exit code of the contract.
    mutating func run() async throws {
        let command = self
        try await CommandEnd.reached(command.format) { () async throws(OperationError) -> ExitStatus in
            let session = try await Session.open(command.workspaceOptions, command.talkOptions, command.format)
            do throws(OperationError) {
                let status = try await Interruption.watching { () async throws(OperationError) in
                    try await command.run(in: session)
                }
                await session.close()
                return status
            } catch {
                await session.close()
                throw error
            }
        }
    }
}
