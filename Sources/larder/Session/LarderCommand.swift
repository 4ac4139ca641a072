import ArgumentParser
import Operations

/// A command that works on an opened workspace.
protocol LarderCommand: ContractCommand {
    /// Does the work.
    ///
    /// - Returns: `done`, or what the exit code is to say where some targets failed.
    func run(in session: Session) async throws(OperationError) -> ExitStatus
}

extension LarderCommand {
    /// Opens the workspace, does the work until it ends or is interrupted, and gives everything back.
    func carryOut() async throws(OperationError) -> ExitStatus {
        let session = try await Session.open(options)
        do throws(OperationError) {
            let status = try await Interruption.watching { () async throws(OperationError) in
                try await run(in: session)
            }
            await session.close()
            return status
        } catch {
            await session.close()
            throw error
        }
    }
}
